// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/error_json.h"
#include "base/fact_words.h"
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
    void factsOfOursAreTranslated_data();
    void factsOfOursAreTranslated();
    void aReasonMayBeAnErrorOfItsOwn();
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

void TestLanguage::factsOfOursAreTranslated_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const QString &key, const QString &fact, const QString &chinese) {
        QTest::addRow("%s: %s", qPrintable(key), qPrintable(fact)) << key << fact << chinese;
    };
    row(u"what"_s, u"photo"_s, u"照片"_s);
    row(u"what"_s, u"reach it as “nas.local”"_s, u"以“nas.local”访问"_s);
    row(u"expected"_s, u"a UUID"_s, u"一个 UUID"_s);
    row(u"expected"_s, u"a whole number from 1 to 1000"_s, u"1 到 1000 之间的整数"_s);
    row(u"expected"_s, u"JSON (illegal value at byte 17)"_s, u"JSON（第 17 字节处：illegal value）"_s);
    row(u"reason"_s, u"its bytes have changed"_s, u"其内容已被改变"_s);
    row(u"reason"_s, u"the address “a%1%2@b.example” is taken"_s, u"地址“a%1%2@b.example”已被使用"_s);
    row(u"value"_s, u"more than 100 bytes"_s, u"超过 100 字节"_s);
    row(u"more"_s, u", and 5 were cancelled"_s, u"，另有 5 帧已取消"_s);
    // What others say stays as it is, be it one of our words.
    row(u"value"_s, u"photo"_s, u"photo"_s);
    row(u"path"_s, u"photo"_s, u"photo"_s);
    row(u"reason"_s, u"Connection reset by peer"_s, u"Connection reset by peer"_s);
    row(u"expected"_s, u"whatever a whole number from 1 to 2 is"_s, u"whatever a whole number from 1 to 2 is"_s);
}

void TestLanguage::factsOfOursAreTranslated()
{
    QFETCH(QString, key);
    QFETCH(QString, fact);
    QTEST(factIn(key, fact, Language::Chinese), "chinese");
    QCOMPARE(factIn(key, fact, Language::English), fact);
    if (key == "expected"_L1) {
        QFETCH(QString, chinese);
        const Error error{ErrorCode::MissingField, {{u"field"_s, u"id"_s}, {key, fact}}, {}};
        QCOMPARE(textOf(error, Language::Chinese), QString(u"缺少“id”；它应为 "_s + chinese + u"。"_s));
    }
}

void TestLanguage::aReasonMayBeAnErrorOfItsOwn()
{
    const Error cause{ErrorCode::FrameTimedOut, {{u"seconds"_s, u"60"_s}}, {}};
    const Error error{ErrorCode::TestFrameFailed, {{u"frame"_s, u"7"_s}, {u"cause"_s, toJsonText(cause)}}, {}};
    for (const Language language : {Language::English, Language::Chinese}) {
        const QString text = textOf(error, language);
        QVERIFY2(text.contains(u'7') && text.endsWith(textOf(cause, language)), qPrintable(text));
    }
    // What is only told in words still is.
    const Error told{ErrorCode::TestFrameFailed, {{u"frame"_s, u"7"_s}, {u"reason"_s, u"line 3"_s}}, {}};
    QVERIFY(textOf(told, Language::English).endsWith(": line 3"_L1));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
