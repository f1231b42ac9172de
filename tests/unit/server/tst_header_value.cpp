// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_value.h"
#include "server/http/percent.h"

#include <QTest>

using namespace kinframe::http;
using namespace Qt::StringLiterals;

class TestHeaderValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBrokenParameters_data();
    void refusesBrokenParameters();
    void readsParameters_data();
    void readsParameters();
    void cutsLists();
    void readsDigits();
    void refusesBadPercents_data();
    void refusesBadPercents();
    void refusesBrokenUtf8_data();
    void refusesBrokenUtf8();
    void decodesPercents();
};

void TestHeaderValue::refusesBrokenParameters_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("only blanks") << QByteArray(" \t ");
    QTest::newRow("no value") << QByteArray("; a=b");
    QTest::newRow("no subtype") << QByteArray("multipart/; a=b");
    QTest::newRow("two slashes") << QByteArray("a/b/c");
    QTest::newRow("no equals") << QByteArray("form-data; name");
    QTest::newRow("blank before equals") << QByteArray("form-data; name =a");
    QTest::newRow("blank after equals") << QByteArray("form-data; name= a");
    QTest::newRow("no text") << QByteArray("form-data; name=");
    QTest::newRow("open quote") << QByteArray("form-data; name=\"a");
    QTest::newRow("quote closed by an escape only") << QByteArray("form-data; name=\"a\\\"");
    QTest::newRow("text after a quote") << QByteArray("form-data; name=\"a\"b");
    QTest::newRow("line end in quotes") << QByteArray("form-data; name=\"a\r\nb\"");
    QTest::newRow("NUL in quotes") << QByteArray("form-data; name=\"a\0b\"", 22);
    QTest::newRow("twice") << QByteArray("form-data; name=a; NAME=b");
    QTest::newRow("no semicolon") << QByteArray("form-data name=a");
}

void TestHeaderValue::refusesBrokenParameters()
{
    QFETCH(QByteArray, header);
    QVERIFY(!parseParameterized(header));
}

void TestHeaderValue::readsParameters_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("alone") << QByteArray(" Form-Data ") << QByteArray("form-data") << QByteArray();
    QTest::newRow("token") << QByteArray("form-data;name=a") << QByteArray("form-data") << QByteArray("a");
    QTest::newRow("quoted") << QByteArray("form-data; Name=\"a; b=c\"") << QByteArray("form-data")
                            << QByteArray("a; b=c");
    QTest::newRow("escapes") << QByteArray(R"(form-data; name="a\"b\\c")") << QByteArray("form-data")
                             << QByteArray(R"(a"b\c)");
    QTest::newRow("a plain backslash") << QByteArray(R"(form-data; name="C:\new\file")") << QByteArray("form-data")
                                       << QByteArray(R"(C:\new\file)");
    QTest::newRow("type") << QByteArray("Text/HTML; charset=utf-8;; name=x;") << QByteArray("text/html")
                          << QByteArray("x");
    QTest::newRow("more than a token") << QByteArray("a/b; name=--=/x==") << QByteArray("a/b") << QByteArray("--=/x==");
    QTest::newRow("empty quotes") << QByteArray("a; name=\"\"") << QByteArray("a") << QByteArray("");
}

void TestHeaderValue::readsParameters()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, name);
    const std::optional<ParameterizedValue> parsed = parseParameterized(header);
    QVERIFY(parsed);
    QCOMPARE(parsed->value, value);
    QCOMPARE(parsed->parameter("name").value_or(QByteArray()), name);
}

void TestHeaderValue::cutsLists()
{
    const std::vector<QByteArrayView> expected{"a", "\"b,\\\"c\"", "d e"};
    QVERIFY(listElements(" a ,, \"b,\\\"c\"\t, d e ,") == expected);
    QVERIFY(listElements("").empty());
    QVERIFY(listElements(" , ,").empty());
}

void TestHeaderValue::readsDigits()
{
    for (const char *bad : {"", "-1", "+1", " 1", "1 ", "0x1", "1e3", "1234567890123456789"}) {
        QVERIFY2(!digits(bad), bad);
    }
    QCOMPARE(digits("000000000000000012"), std::optional<qint64>(12));
    QCOMPARE(digits("999999999999999999"), std::optional<qint64>(999'999'999'999'999'999));
}

void TestHeaderValue::refusesBadPercents_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"%", "a%", "%4", "%4g", "%g4", "%%41", "%-1", "% 1", "abc%e"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestHeaderValue::refusesBadPercents()
{
    QFETCH(QByteArray, text);
    QVERIFY(!percentDecoded(text));
}

void TestHeaderValue::refusesBrokenUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("NUL") << QByteArray("a%00");
    QTest::newRow("overlong slash") << QByteArray("%C0%AF");
    QTest::newRow("overlong dot, three bytes") << QByteArray("%E0%80%AE");
    QTest::newRow("overlong NUL") << QByteArray("%C0%80");
    QTest::newRow("surrogate") << QByteArray("%ED%A0%80");
    QTest::newRow("past Unicode") << QByteArray("%F4%90%80%80");
    QTest::newRow("cut") << QByteArray("%E4%BD");
    QTest::newRow("Latin-1") << QByteArray("%E9");
    QTest::newRow("raw bytes") << QByteArray("\xFF\xFE");
    QTest::newRow("IIS") << QByteArray("%u0041");
}

void TestHeaderValue::refusesBrokenUtf8()
{
    QFETCH(QByteArray, text);
    QVERIFY(!percentDecodedText(text));
}

void TestHeaderValue::decodesPercents()
{
    QCOMPARE(percentDecodedText("%E4%BD%A0+a%2Bb%2fc"), std::optional(u"你+a+b/c"_s));
    QCOMPARE(percentDecodedText("a+b%2B", PlusSign::Space), std::optional(u"a b+"_s));
    QCOMPARE(percentDecodedText(""), std::optional(QString()));
    QCOMPARE(percentEncoded("a b/~\xE4\xBD\xA0"), QByteArray("a%20b%2F~%E4%BD%A0"));
}

QTEST_APPLESS_MAIN(TestHeaderValue)
#include "tst_header_value.moc"
