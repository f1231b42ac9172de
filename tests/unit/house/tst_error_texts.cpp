// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_texts.h"
#include "base/language.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestErrorTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasOneRow();
    void namesAreUniqueAndLeadBack();
    void theChineseTextSaysTheSame_data();
    void theChineseTextSaysTheSame();
    void factsAreFilledIn();
    void factsAreNotReadAsPlaces();
    void missingFactsLeaveNothing();
    void theLogLineHasEverything();
};

namespace {

QSet<QString> factsIn(const QString &text)
{
    static const QRegularExpression place(u"\\{([^{}]*)\\}"_s);
    QSet<QString> facts;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        facts += match.next().captured(1);
    }
    return facts;
}

} // namespace

void TestErrorTexts::everyCodeHasOneRow()
{
    // Internal is the last one, by which all are counted.
    const int count = int(ErrorCode::Internal) + 1;
    QCOMPARE(int(errorTexts().size()), count);
    QSet<int> seen;
    for (const ErrorText &row : errorTexts()) {
        QVERIFY2(int(row.code) < count, row.name);
        QVERIFY2(!seen.contains(int(row.code)), row.name);
        seen += int(row.code);
        QCOMPARE(errorText(row.code).name, row.name);
        QCOMPARE(kindOf(row.code), row.kind);
    }
}

void TestErrorTexts::namesAreUniqueAndLeadBack()
{
    static const QRegularExpression shape(u"^[a-z]+(_[a-z0-9]+)*$"_s);
    QSet<QString> names;
    for (const ErrorText &row : errorTexts()) {
        const QString name = nameOf(row.code);
        QVERIFY2(shape.match(name).hasMatch(), row.name);
        QVERIFY2(!names.contains(name), row.name);
        names += name;
        QCOMPARE(errorCodeOf(name), row.code);
    }
    QCOMPARE(errorCodeOf(u"no_such_code"_s), ErrorCode::Internal);
    QCOMPARE(errorCodeOf(QString()), ErrorCode::Internal);
}

void TestErrorTexts::theChineseTextSaysTheSame_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorText &row : errorTexts()) {
        QTest::newRow(row.name) << row.code;
    }
}

void TestErrorTexts::theChineseTextSaysTheSame()
{
    QFETCH(const ErrorCode, code);
    const QString english = QString::fromUtf8(errorText(code).english);
    const QString chinese = translated("Error", errorText(code).english, Language::Chinese);
    QVERIFY(!english.isEmpty());
    QVERIFY2(chinese != english, "it has no translation");
    static const QRegularExpression han(u"\\p{Han}"_s);
    QVERIFY(han.match(chinese).hasMatch());
    QCOMPARE(factsIn(chinese), factsIn(english));
    for (const QString &fact : factsIn(english)) {
        QVERIFY2(!fact.isEmpty(), "a place without a name");
    }
    QCOMPARE(english.count(u'{'), english.count(u'}'));
    QCOMPARE(chinese.count(u'{'), chinese.count(u'}'));
}

void TestErrorTexts::factsAreFilledIn()
{
    const Error error{ErrorCode::InvalidArgument,
                      {{u"field"_s, u"size"_s}, {u"value"_s, u"0"_s}, {u"expected"_s, u"1 to 1000"_s}},
                      {}};
    QCOMPARE(textOf(error, Language::English), u"“size” is 0, but it must be 1 to 1000."_s);
    QCOMPARE(textOf(error, Language::Chinese), u"“size”的值是 0，但应为 1 to 1000。"_s);
}

void TestErrorTexts::factsAreNotReadAsPlaces()
{
    const Error error{ErrorCode::InvalidArgument,
                      {{u"field"_s, u"{value}"_s}, {u"value"_s, u"%1{expected}{"_s}, {u"expected"_s, u"}{field}"_s}},
                      {}};
    QCOMPARE(textOf(error, Language::English), u"“{value}” is %1{expected}{, but it must be }{field}."_s);
}

void TestErrorTexts::missingFactsLeaveNothing()
{
    QCOMPARE(textOf({ErrorCode::FileEmpty, {}, u"for the log"_s}, Language::English),
             u"“” is empty. Copy it again from where it came."_s);
    QCOMPARE(Error().fact(u"path"_s), QString());
}

void TestErrorTexts::theLogLineHasEverything()
{
    const Error error{ErrorCode::FileDamaged, {{u"path"_s, u"/a b"_s}, {u"reason"_s, u"no end"_s}}, u"marker 0xd8"_s};
    QCOMPARE(error.forLog(), u"file_damaged path=/a b reason=no end: marker 0xd8"_s);
    QCOMPARE((Error{ErrorCode::Canceled, {}, {}}.forLog()), u"canceled"_s);
    QCOMPARE(error.name(), u"file_damaged"_s);
    QCOMPARE(error.kind(), ErrorKind::BadInput);
}

QTEST_GUILESS_MAIN(TestErrorTexts)
#include "tst_error_texts.moc"
