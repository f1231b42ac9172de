// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void negotiation_data();
    void negotiation();
    void environment_data();
    void environment();
    void unknownTextsStayAsTheyAre();
    void knownTextsAreTranslated();
};

Q_DECLARE_METATYPE(kinframe::Language)

void TestLanguage::negotiation_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("named");
    QTest::addColumn<Language>("language");
    const auto none = [](const QString &header) {
        QTest::addRow("[%s]", qPrintable(header)) << header << false << Language::English;
    };
    const auto is = [](const QString &header, Language language) {
        QTest::addRow("[%s]", qPrintable(header)) << header << true << language;
    };
    none({});
    none(u"*"_s);
    none(u"fr-CH, fr;q=0.9, de;q=0.7"_s);
    none(u"zh;q=0"_s);
    none(u"zh;q=nonsense"_s);
    none(u"zh;q=1000"_s);
    none(u"zh;q=-1"_s);
    none(u"zh;q=nan"_s);
    none(u"zha, enm"_s);
    none(u",;,;;q=,"_s);
    is(u"zh"_s, Language::Chinese);
    is(u"zh-CN"_s, Language::Chinese);
    is(u"ZH-cn"_s, Language::Chinese);
    is(u"zh-Hans-CN"_s, Language::Chinese);
    is(u"zh_CN"_s, Language::Chinese);
    is(u"en-US,en;q=0.9,zh-CN;q=0.8"_s, Language::English);
    is(u"zh-CN,zh;q=0.9,en;q=0.8"_s, Language::Chinese);
    is(u"en;q=0.3, zh;q=0.7"_s, Language::Chinese);
    is(u"en;Q=0.3, zh;q=0.2"_s, Language::English);
    is(u"fr, zh;q=0.1"_s, Language::Chinese);
    is(u"zh;q=0, en;q=0.1"_s, Language::English);
    is(u" en ; q=0.5 , zh ; q=0.9 "_s, Language::Chinese);
    is(u"en, zh"_s, Language::English);
}

void TestLanguage::negotiation()
{
    QFETCH(const QString, header);
    QFETCH(const bool, named);
    QFETCH(const Language, language);
    for (const Language fallback : {Language::English, Language::Chinese}) {
        QCOMPARE(languageFor(header, fallback), named ? language : fallback);
    }
}

void TestLanguage::environment_data()
{
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("lang");
    QTest::addColumn<Language>("language");
    QTest::newRow("C") << QByteArray("C") << QByteArray() << QByteArray("zh_CN.UTF-8") << Language::English;
    QTest::newRow("LANG") << QByteArray() << QByteArray() << QByteArray("zh_CN.UTF-8") << Language::Chinese;
    QTest::newRow("messages before LANG")
        << QByteArray() << QByteArray("en_GB") << QByteArray("zh_CN") << Language::English;
    QTest::newRow("all before messages") << QByteArray("zh_TW") << QByteArray("en_GB") << QByteArray("C")
                                         << Language::Chinese;
    QTest::newRow("another") << QByteArray() << QByteArray() << QByteArray("de_DE.UTF-8") << Language::English;
}

void TestLanguage::environment()
{
    QFETCH(const QByteArray, all);
    QFETCH(const QByteArray, messages);
    QFETCH(const QByteArray, lang);
    qputenv("LC_ALL", all);
    qputenv("LC_MESSAGES", messages);
    qputenv("LANG", lang);
    QTEST(systemLanguage(), "language");
}

void TestLanguage::unknownTextsStayAsTheyAre()
{
    QCOMPARE(translated("Error", "Nobody wrote this sentence.", Language::Chinese), u"Nobody wrote this sentence."_s);
    QCOMPARE(translated("NoContext", "This was cancelled.", Language::Chinese), u"This was cancelled."_s);
}

void TestLanguage::knownTextsAreTranslated()
{
    QCOMPARE(translated("Error", "This was cancelled.", Language::English), u"This was cancelled."_s);
    QCOMPARE(translated("Error", "This was cancelled.", Language::Chinese), u"已取消。"_s);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
