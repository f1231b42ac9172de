// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/cookie.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::http;

class TestCookie : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesToSet_data();
    void refusesToSet();
    void sets();
    void reads_data();
    void reads();
    void findsTheFirst();
};

void TestCookie::refusesToSet_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no name") << QByteArray() << QByteArray("a");
    QTest::newRow("blank in the name") << QByteArray("a b") << QByteArray("a");
    QTest::newRow("equals in the name") << QByteArray("a=b") << QByteArray("a");
    QTest::newRow("line end") << QByteArray("a") << QByteArray("b\r\nSet-Cookie: c=d");
    QTest::newRow("attribute") << QByteArray("a") << QByteArray("b; Domain=example");
    QTest::newRow("NUL") << QByteArray("a") << QByteArray("b\0", 2);
    QTest::newRow("not ASCII") << QByteArray("a") << QByteArray("\xC3\xA4");
    QTest::newRow("quote") << QByteArray("a") << QByteArray("\"");
}

void TestCookie::refusesToSet()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const Result<QByteArray> cookie = setCookie(name, value, {});
    QVERIFY(!cookie);
    QCOMPARE(cookie.error().code, ErrorCode::InvalidArgument);
}

void TestCookie::sets()
{
    QCOMPARE(setCookie("a", "b", {}).value(), QByteArray("a=b; Path=/; HttpOnly; SameSite=Lax"));
    QCOMPARE(setCookie("a", "", {.secure = true, .maxAgeSeconds = 0}).value(),
             QByteArray("a=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"));
}

void TestCookie::reads_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("cookies");
    const auto row = [](const char *header, const char *cookies) {
        QTest::newRow(header) << QByteArray(header) << QByteArray(cookies);
    };
    row("", "");
    row("a", "");
    row("=b", "");
    row("a b=c", "");
    row("a =c", "");
    row("a=b c", "");
    row("a=\"b", "");
    row("a=b\"c", "");
    row("a=b,c", "");
    row("a=b\\c", "");
    row("a=\xC3\xA4", "");
    row("a=b", "a:b ");
    row("a=b; c=d", "a:b c:d ");
    row("a=b;c=d;;  ", "a:b c:d ");
    row("a=\"b\"; c=", "a:b c: ");
    row("a=b=c", "a:b=c ");
    row("bad one=1; a=b; {\"x\":1}; c=d", "a:b c:d ");
    row("a=1; A=2", "a:1 A:2 ");
}

void TestCookie::reads()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, cookies);
    QByteArray found;
    for (const Cookie &cookie : parseCookies(header)) {
        found += cookie.name + ':' + cookie.value + ' ';
    }
    QCOMPARE(found, cookies);
}

void TestCookie::findsTheFirst()
{
    QCOMPARE(cookieValue("x=0; a=1; a=2", "a"), std::optional(QByteArray("1")));
    QVERIFY(!cookieValue("x=0; a=1", "A"));
    QVERIFY(!cookieValue("aa=1", "a"));
}

QTEST_APPLESS_MAIN(TestCookie)
#include "tst_cookie.moc"
