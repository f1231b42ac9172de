// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/origin_check.h"

#include <QTest>

using namespace kinframe::http;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(kinframe::http::OriginVerdict)

class TestOriginCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBrokenHosts_data();
    void refusesBrokenHosts();
    void readsHosts_data();
    void readsHosts();
    void knowsItsNames_data();
    void knowsItsNames();
    void weighsOrigins_data();
    void weighsOrigins();
};

void TestOriginCheck::refusesBrokenHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host : {"",
                             " ",
                             ":8000",
                             "localhost:",
                             "localhost:0",
                             "localhost:65536",
                             "localhost:123456",
                             "localhost:80a",
                             "localhost:-1",
                             "localhost:+1",
                             "a b",
                             " localhost",
                             "localhost ",
                             "user@localhost",
                             "localhost/",
                             "a..b",
                             ".",
                             ".localhost",
                             "local%68ost",
                             "[::1",
                             "::1]",
                             "[]",
                             "[::1]x",
                             "[::1]:",
                             "[::1]:99999",
                             "[127.0.0.1]",
                             "::1",
                             "[fe80::1%eth0]",
                             "[::g]",
                             "[::1::2]",
                             "localhost,evil.example",
                             "http://localhost",
                             "localhost:80:80",
                             "[[::1]]",
                             "a\tb",
                             "l\xC3\xB6"
                             "calhost"}) {
        QTest::newRow(host) << QByteArray(host);
    }
    QTest::newRow("NUL") << QByteArray("localhost\0.evil", 15);
    QTest::newRow("long label") << QByteArray(64, 'a');
    QTest::newRow("long name") << QByteArray("abc.").repeated(64);
}

void TestOriginCheck::refusesBrokenHosts()
{
    QFETCH(QByteArray, host);
    QVERIFY(!parseHostPort(host));
    const OriginCheck check;
    QCOMPARE(check.check({.host = host, .origin = {}, .localAddress = {}}), OriginVerdict::BadHost);
}

void TestOriginCheck::readsHosts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isAddress");
    QTest::addColumn<int>("port");
    const auto row = [](const char *text, const char *host, bool isAddress, int port) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host) << isAddress << port;
    };
    row("LocalHost.:8000", "localhost", false, 8000);
    row("my_pc.local", "my_pc.local", false, -1);
    row("192.168.1.20:443", "192.168.1.20", true, 443);
    row("[::1]:8000", "::1", true, 8000);
    row("[0:0:0:0:0:0:0:1]", "::1", true, -1);
    row("[FE80::A]", "fe80::a", true, -1);
    row("[::ffff:127.0.0.1]:1", "127.0.0.1", true, 1);
    // These are addresses to some programs only, so they are names here.
    row("127.1", "127.1", false, -1);
    row("0177.0.0.1", "0177.0.0.1", false, -1);
    row("2130706433", "2130706433", false, -1);
    row("0x7f.0.0.1", "0x7f.0.0.1", false, -1);
    row("127.0.0.1.", "127.0.0.1", false, -1);
    row("256.0.0.1", "256.0.0.1", false, -1);
}

void TestOriginCheck::readsHosts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(bool, isAddress);
    QFETCH(int, port);
    const std::optional<HostPort> parsed = parseHostPort(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->host, host);
    QCOMPARE(parsed->isAddress, isAddress);
    QCOMPARE(parsed->port ? int(*parsed->port) : -1, port);
}

void TestOriginCheck::knowsItsNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<OriginVerdict>("verdict");
    const auto foreign = OriginVerdict::ForeignHost;
    for (const char *host : {"evil.example", "localhost.evil.example", "evillocalhost", "192.168.1.21", "8.8.8.8",
                             "0.0.0.0", "[::]", "[::2]", "127.1", "0x7f.0.0.1", "2130706433", "127.0.0.1.",
                             "nas.local.evil.example", "[::ffff:8.8.8.8]", "0177.0.0.1"}) {
        QTest::newRow(host) << QByteArray(host) << foreign;
    }
    for (const char *host : {"localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1:8000", "127.9.9.9", "[::1]:8000",
                             "[::ffff:127.0.0.1]", "192.168.1.20", "192.168.1.20:9000", "nas.local", "NAS.local:8000",
                             "[fd00::5]", "xn--bcher-kva.example", "10.0.0.9", "[fd00:0:0::7]:1"}) {
        QTest::newRow(host) << QByteArray(host) << OriginVerdict::Allowed;
    }
}

void TestOriginCheck::knowsItsNames()
{
    QFETCH(QByteArray, host);
    QFETCH(OriginVerdict, verdict);
    const OriginCheck check({u"nas.local"_s, u"fd00::5"_s, u"bücher.example"_s, u"10.0.0.9:8000"_s, u"[fd00::7]"_s,
                             u""_s, u"not a name"_s});
    QCOMPARE(check.check({.host = host, .origin = {}, .localAddress = u"::ffff:192.168.1.20"_s}), verdict);
    // Credentials of any kind do not make a foreign name ours.
    QCOMPARE(check.check({.host = host, .origin = {}, .localAddress = u"192.168.1.20"_s, .hasKey = true}), verdict);
}

void TestOriginCheck::weighsOrigins_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *host, const char *origin, bool tls, bool allowed) {
        QTest::addRow("%s asks %s%s", origin, host, tls ? " over TLS" : "")
            << QByteArray(host) << QByteArray(origin) << tls << allowed;
    };
    row("localhost:8000", "null", false, false);
    row("localhost:8000", "", false, false);
    row("localhost:8000", "http://evil.example", false, false);
    row("localhost:8000", "http://localhost", false, false);
    row("localhost:8000", "http://localhost:8001", false, false);
    row("localhost:8000", "http://127.0.0.1:8000", false, false);
    row("localhost:8000", "http://localhost:8000/", false, false);
    row("localhost:8000", "http://localhost:8000/path", false, false);
    row("localhost:8000", "http://localhost:8000 http://evil.example", false, false);
    row("localhost:8000", "http://user@localhost:8000", false, false);
    row("localhost:8000", "ftp://localhost:8000", false, false);
    row("localhost:8000", "file://", false, false);
    row("localhost:8000", "localhost:8000", false, false);
    row("localhost:8000", "chrome-extension://abc", false, false);
    row("localhost:8000", "http://localhost:8000", true, false);
    row("localhost", "http://localhost:443", false, false);
    row("localhost:8000", "http://localhost:8000", false, true);
    row("localhost:8000", "https://localhost:8000", true, true);
    row("localhost:8000", "https://localhost:8000", false, true);
    row("localhost", "http://localhost:80", false, true);
    row("localhost", "https://localhost", true, true);
    row("localhost:443", "https://localhost", true, true);
    row("[::1]:8000", "http://[::1]:8000", false, true);
    row("[0::1]:8000", "http://[::1]:8000", false, true);
    row("LOCALHOST:8000", "http://localhost:8000", false, true);
}

void TestOriginCheck::weighsOrigins()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, tls);
    QFETCH(bool, allowed);
    const OriginCheck check;
    OriginFacts facts{.host = host, .origin = origin, .localAddress = u"127.0.0.1"_s, .tls = tls};
    QCOMPARE(check.check(facts), allowed ? OriginVerdict::Allowed : OriginVerdict::ForeignOrigin);
    facts.hasKey = true;
    QCOMPARE(check.check(facts), OriginVerdict::Allowed);
    facts.hasKey = false;
    facts.origin.reset();
    QCOMPARE(check.check(facts), OriginVerdict::Allowed);
}

QTEST_APPLESS_MAIN(TestOriginCheck)
#include "tst_origin_check.moc"
