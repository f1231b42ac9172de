// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_table.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace Qt::StringLiterals;
using Outcome = RouteMatch::Outcome;

namespace {

RouteTable table()
{
    struct Row
    {
        const char *method;
        const char *pattern;
        int route;
    };
    const std::vector<Row> rows{
        {"GET", "/", 0},
        {"GET", "/api/person/{id}/assets", 1},
        {"GET", "/api/person/{id}", 2},
        {"PUT", "/api/person/{personId}", 3},
        {"GET", "/api/person/statistics", 4},
        {"POST", "/api/tasks/", 5},
        {"GET", "/api/tasks/{id}/frames/{n}", 6},
        {"POST", "/api/tasks/{id}/frames/retry-failed", 7},
        {"HEAD", "/api/tasks/{id}/frames/{n}", 8},
        {"GET", "/{door}/person/special", 9},
    };
    RouteTable made;
    for (const Row &row : rows) {
        const Result<RoutePattern> pattern = RoutePattern::parse(row.pattern);
        if (!pattern || !made.add(row.method, *pattern, row.route)) {
            qFatal("%s", row.pattern);
        }
    }
    return made;
}

} // namespace

class TestRouteTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesPatterns_data();
    void refusesPatterns();
    void refusesDoubles();
    void refusesBadPaths_data();
    void refusesBadPaths();
    void findsNothing_data();
    void findsNothing();
    void tellsTheMethods();
    void finds_data();
    void finds();
};

void TestRouteTable::refusesPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    for (const char *pattern : {"", "api", "//", "/a//b", "/{}", "/{a", "/a}", "/x{a}", "/{a-b}", "/{a}/{a}", "/a%20b",
                                "/a?b", "/a#b", "/{ a}"}) {
        QTest::newRow(pattern) << QByteArray(pattern);
    }
}

void TestRouteTable::refusesPatterns()
{
    QFETCH(QByteArray, pattern);
    const Result<RoutePattern> parsed = RoutePattern::parse(pattern);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
}

void TestRouteTable::refusesDoubles()
{
    RouteTable made;
    QVERIFY(made.add("GET", RoutePattern::parse("/a/{id}").value(), 1));
    QVERIFY(made.add("PUT", RoutePattern::parse("/a/{id}").value(), 2));
    const Result<void> again = made.add("GET", RoutePattern::parse("/a/{other}/").value(), 3);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void TestRouteTable::refusesBadPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"", "*", "api/person/1", "http://a/api", "/api/person/%", "/api/person/%4", "/api/person/%zz",
          "/api/person/a%00b", "/api/person/%C0%AF", "/api/person/%FF", "/api/person/..", "/api/../api/person/1",
          "/api/person/%2e%2E", "/api/person/.", "/%00", "/api/person/%ED%A0%80"}) {
        QTest::newRow(path) << QByteArray(path);
    }
    QTest::newRow("raw byte") << QByteArray("/api/person/\xE9");
    QTest::newRow("raw NUL") << QByteArray("/api/person/a\0b", 15);
    QTest::newRow("deep") << QByteArray("/a").repeated(65);
}

void TestRouteTable::refusesBadPaths()
{
    QFETCH(QByteArray, path);
    const RouteMatch match = table().find("GET", path);
    QVERIFY(match.outcome == Outcome::BadPath);
    QVERIFY(!RoutePath::parse(path));
}

void TestRouteTable::findsNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("other") << QByteArray("/other");
    QTest::newRow("part") << QByteArray("/api");
    QTest::newRow("longer") << QByteArray("/api/person/1/assets/2");
    QTest::newRow("empty argument") << QByteArray("/api/person//assets");
    QTest::newRow("two last slashes") << QByteArray("/api/person/1//");
    QTest::newRow("two slashes") << QByteArray("//");
    QTest::newRow("case") << QByteArray("/API/person/1");
    QTest::newRow("encoded slash is no slash") << QByteArray("/api%2Fperson/1");
    QTest::newRow("64 segments") << QByteArray("/a").repeated(64);
}

void TestRouteTable::findsNothing()
{
    QFETCH(QByteArray, path);
    const RouteMatch match = table().find("GET", path);
    QVERIFY(match.outcome == Outcome::NoRoute);
    QCOMPARE(match.route, -1);
    QVERIFY(match.arguments.empty());
}

void TestRouteTable::tellsTheMethods()
{
    const RouteTable routes = table();
    const RouteMatch person = routes.find("DELETE", "/api/person/statistics");
    QVERIFY(person.outcome == Outcome::WrongMethod);
    QVERIFY(person.allowed == (std::vector<QByteArray>{"GET", "HEAD", "PUT"}));
    QVERIFY(person.arguments.empty());
    const RouteMatch tasks = routes.find("GET", "/api/tasks");
    QVERIFY(tasks.outcome == Outcome::WrongMethod);
    QVERIFY(tasks.allowed == (std::vector<QByteArray>{"POST"}));
    QVERIFY(routes.find("get", "/api/person/1").outcome == Outcome::WrongMethod);
    QVERIFY(routes.find("HEAD", "/api/tasks").outcome == Outcome::WrongMethod);
}

void TestRouteTable::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("route");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *method, const char *path, int route, const QStringList &arguments) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << route << arguments;
    };
    row("GET", "/", 0, {});
    row("GET", "/api/person/7/assets", 1, {u"7"_s});
    row("GET", "/api/person/7/assets/", 1, {u"7"_s});
    row("HEAD", "/api/person/7", 2, {u"7"_s});
    row("PUT", "/api/person/7", 3, {u"7"_s});
    row("GET", "/api/person/statistics", 4, {});
    row("GET", "/api/person/st%61tistics", 4, {});
    row("PUT", "/api/person/statistics", 3, {u"statistics"_s});
    row("GET", "/api/person/statistics/assets", 1, {u"statistics"_s});
    row("POST", "/api/tasks", 5, {});
    row("POST", "/api/tasks/", 5, {});
    row("GET", "/api/tasks/12/frames/3", 6, {u"12"_s, u"3"_s});
    row("POST", "/api/tasks/12/frames/retry-failed", 7, {u"12"_s});
    row("GET", "/api/tasks/12/frames/retry-failed", 6, {u"12"_s, u"retry-failed"_s});
    row("HEAD", "/api/tasks/12/frames/3", 8, {u"12"_s, u"3"_s});
    row("GET", "/images/person/special", 9, {u"images"_s});
    row("GET", "/api/person/special", 2, {u"special"_s});
    row("GET", "/api/person/a%2Fb", 2, {u"a/b"_s});
    row("GET", "/api/person/..%2F..%2Fetc", 2, {u"../../etc"_s});
    row("GET", "/api/person/a+b%20c", 2, {u"a+b c"_s});
    row("GET", "/api/person/%E4%BD%A0", 2, {u"你"_s});
    row("GET", "/api/person/\xE4\xBD\xA0", 2, {u"你"_s});
    row("GET", "/api/person/{id}", 2, {u"{id}"_s});
}

void TestRouteTable::finds()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, route);
    QFETCH(QStringList, arguments);
    const RouteMatch match = table().find(method, path);
    QVERIFY(match.outcome == Outcome::Found);
    QCOMPARE(match.route, route);
    QCOMPARE(QStringList(match.arguments.begin(), match.arguments.end()), arguments);
}

QTEST_APPLESS_MAIN(TestRouteTable)
#include "tst_route_table.moc"
