// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <stdexcept>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;

namespace {

Reply echo(const Request &request)
{
    return Reply::json(QJsonObject{{u"method"_s, QString::fromLatin1(request.method())},
                                   {u"id"_s, request.argument("id")},
                                   {u"path"_s, QString::fromLatin1(request.path())},
                                   {u"rawQuery"_s, QString::fromLatin1(request.rawQuery())},
                                   {u"names"_s, QJsonArray::fromStringList(request.query().all(u"name"))},
                                   {u"body"_s, QString::fromUtf8(request.body())},
                                   {u"loopback"_s, request.isLoopback()},
                                   {u"cookie"_s, QString::fromLatin1(request.cookie("c").value_or("none"))}});
}

Reply echoJson(const Request &request)
{
    const auto json = request.json();
    return json ? Reply::json(*json) : request.refuse(json.error());
}

std::vector<Route> routesFor(Way way, Place place)
{
    std::vector<Route> routes{
        openRoute("GET", "/api/thing/{id}", echo),
        openRoute("GET", "/api/thing/new", [](const Request &) { return Reply::text(u"literal"_s); }),
        openRoute("GET", "/.well-known/{id}/x.y", echo),
        openRoute("POST", "/api/json", echoJson),
        openRoute("PUT", "/api/text", echo),
        openRoute("GET", "/api/throw",
                  [](const Request &) -> Reply { throw std::runtime_error("a secret of the handler"); })};
    routes[3].body = BodyKind::Json;
    routes[4].body = BodyKind::Text;
    for (Route &route : routes) {
        route.way = way;
        route.place = place;
    }
    return routes;
}

QJsonObject objectOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class GateRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWay_data();
    void everyWay();
    void argumentsAreDecodedAfterMatching_data();
    void argumentsAreDecodedAfterMatching();
    void jsonBodiesMayBeChunked();
    void brokenJsonNamesTheBody();
    void pipelinedRequestsAreAnsweredInOrder();
    void connectionsAreKeptOrClosed();
    void headAnswersWithoutBody();
    void optionsAndWrongMethodsNameTheAllowed();
    void unknownPathsAreJson();
    void aThrowingHandlerAnswers500();
    void repliesCarryTheSafetyHeaders();
    void manyRequestsOnManyConnections();
#ifdef Q_OS_UNIX
    void aClientThatHasSaidAllIsAnswered();
#endif
};

void GateRequestsTest::everyWay_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("place");
    for (const Way way : {Way::Routed, Way::Straight}) {
        for (const Place place : {Place::Inline, Place::Pool}) {
            QTest::addRow("%s %s", way == Way::Routed ? "routed" : "straight", place == Place::Pool ? "pool" : "inline")
                << int(way) << int(place);
        }
    }
}

void GateRequestsTest::everyWay()
{
    QFETCH(int, way);
    QFETCH(int, place);
    const Gate gate(routesFor(Way(way), Place(place)));
    RawClient client = gate.client();
    const Answer answer = client.ask(get("/api/thing/4711?name=a&x=+b&name=%C3%A4", "Cookie: c=d\r\n"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), "application/json");
    const QJsonObject thing = objectOf(answer);
    QCOMPARE(thing[u"id"_s].toString(), u"4711"_s);
    QCOMPARE(thing[u"rawQuery"_s].toString(), u"name=a&x=+b&name=%C3%A4"_s);
    QCOMPARE(thing[u"names"_s].toArray(), (QJsonArray{u"a"_s, u"ä"_s}));
    QCOMPARE(thing[u"cookie"_s].toString(), u"d"_s);
    QCOMPARE(thing[u"loopback"_s].toBool(), true);
    QCOMPARE(client.ask(get("/api/thing/new/")).body, "literal");
    QCOMPARE(objectOf(client.ask(get("/.well-known/a/x.y")))[u"id"_s].toString(), u"a"_s);
    QCOMPARE(client.ask(get("/.well-known/a/xzy")).status, 404);
    QCOMPARE(client.ask(post("/api/json", "[1,{\"a\":2}]")).body, "[1,{\"a\":2}]");
    QCOMPARE(objectOf(client.ask("PUT /api/text HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nhi"))[u"body"_s]
                 .toString(),
             u"hi"_s);
}

void GateRequestsTest::argumentsAreDecodedAfterMatching_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<QString>("value");
    QTest::newRow("slash") << QByteArray("a%2Fb") << u"a/b"_s;
    QTest::newRow("percent") << QByteArray("100%25") << u"100%"_s;
    QTest::newRow("encoded twice") << QByteArray("%252F") << u"%2F"_s;
    QTest::newRow("text") << QByteArray("%E4%BD%A0%20+") << u"你 +"_s;
    QTest::newRow("question") << QByteArray("a%3Fb%23c") << u"a?b#c"_s;
    QTest::newRow("colon") << QByteArray("a:b@c") << u"a:b@c"_s;
}

void GateRequestsTest::argumentsAreDecodedAfterMatching()
{
    QFETCH(QByteArray, segment);
    QFETCH(QString, value);
    const Gate gate(routesFor(Way::Routed, Place::Inline));
    QCOMPARE(objectOf(gate.ask(get("/api/thing/" + segment)))[u"id"_s].toString(), value);
    QCOMPARE(objectOf(gate.ask(get("/%61pi/thing/" + segment)))[u"id"_s].toString(), value);
}

void GateRequestsTest::jsonBodiesMayBeChunked()
{
    const Gate gate(routesFor(Way::Routed, Place::Pool));
    RawClient client = gate.client();
    const QByteArray body = "{\"text\":\"" + QByteArray(5000, 'x') + "\"}";
    for (const qsizetype size : {qsizetype(1), qsizetype(7), qsizetype(1000), body.size()}) {
        const Answer answer = client.ask(
            "POST /api/json HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(body, size));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, body);
    }
}

void GateRequestsTest::brokenJsonNamesTheBody()
{
    const Gate gate(routesFor(Way::Routed, Place::Pool));
    const Answer answer = gate.ask(post("/api/json", "{\"a\": nonsense}"));
    QCOMPARE(answer.status, 400);
    QVERIFY(objectOf(answer)[u"message"_s].toString().contains(u"body"_s));
    QCOMPARE(objectOf(answer)[u"statusCode"_s].toInt(), 400);
    QCOMPARE(objectOf(answer)[u"error"_s].toString(), u"Bad Request"_s);
    QCOMPARE(objectOf(answer)[u"correlationId"_s].toString().size(), 16);
    const Answer chinese = gate.ask(post("/api/json", "", "Accept-Language: zh-CN\r\n"));
    QCOMPARE(chinese.status, 400);
    QVERIFY(objectOf(chinese)[u"message"_s].toString() !=
            objectOf(gate.ask(post("/api/json", "")))[u"message"_s].toString());
}

void GateRequestsTest::pipelinedRequestsAreAnsweredInOrder()
{
    std::vector<Route> routes = routesFor(Way::Routed, Place::Inline);
    Route slow = openRoute("GET", "/slow/{id}", echo);
    slow.place = Place::Pool;
    routes.push_back(slow);
    const Gate gate(routes);
    RawClient client = gate.client();
    QByteArray bytes;
    constexpr int count = 600;
    for (int index = 0; index < count; ++index) {
        bytes += get((index % 3 == 0 ? "/slow/" : "/api/thing/") + QByteArray::number(index));
        bytes += index % 5 == 0 ? post("/api/json", "[" + QByteArray::number(index) + "]") : QByteArray();
    }
    client.send(bytes);
    for (int index = 0; index < count; ++index) {
        QCOMPARE(objectOf(client.receive())[u"id"_s].toString(), QString::number(index));
        if (index % 5 == 0) {
            QCOMPARE(client.receive().body, "[" + QByteArray::number(index) + "]");
        }
    }
}

void GateRequestsTest::connectionsAreKeptOrClosed()
{
    const Gate gate(routesFor(Way::Routed, Place::Inline));
    RawClient closing = gate.client();
    const Answer answer = closing.ask(get("/api/thing/1", "Connection: close\r\n"));
    QCOMPARE(answer.header("connection"), "close");
    QVERIFY(answer.isWhole);
    QVERIFY(closing.isClosedByServer());

    RawClient old = gate.client();
    QCOMPARE(old.ask("GET /api/thing/1 HTTP/1.0\r\nHost: localhost\r\n\r\n").status, 200);
    QVERIFY(old.isClosedByServer());

    RawClient oldKept = gate.client();
    const QByteArray kept = "GET /api/thing/1 HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n";
    QCOMPARE(oldKept.ask(kept).header("connection"), "keep-alive");
    QCOMPARE(oldKept.ask(kept).status, 200);
}

void GateRequestsTest::headAnswersWithoutBody()
{
    const Gate gate(routesFor(Way::Routed, Place::Inline));
    RawClient client = gate.client();
    const Answer head = client.ask("HEAD /api/thing/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const Answer whole = client.ask(get("/api/thing/1"));
    QCOMPARE(head.status, 200);
    QCOMPARE(head.body, "");
    // The method is in the body, and HEAD is a letter longer.
    QCOMPARE(head.header("content-length").toInt(), whole.body.size() + 1);
}

void GateRequestsTest::optionsAndWrongMethodsNameTheAllowed()
{
    const Gate gate(routesFor(Way::Routed, Place::Inline));
    RawClient client = gate.client();
    const Answer options = client.ask("OPTIONS /api/thing/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(options.status, 204);
    QCOMPARE(options.header("allow"), "OPTIONS, GET, HEAD");
    QVERIFY(options.header("access-control-allow-origin").isEmpty());
    const Answer wrong = client.ask("DELETE /api/thing/1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.header("allow"), "OPTIONS, GET, HEAD");
    QCOMPARE(client.ask("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 204);
    QCOMPARE(client.ask("OPTIONS /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 404);
}

void GateRequestsTest::unknownPathsAreJson()
{
    const Gate gate(routesFor(Way::Routed, Place::Inline));
    RawClient client = gate.client();
    for (const QByteArray path : {"/api/nothing", "/api/thing", "/api/thing/1/2", "/", "/api//thing/1"}) {
        const Answer answer = client.ask(get(path));
        QCOMPARE(answer.status, 404);
        QCOMPARE(objectOf(answer)[u"statusCode"_s].toInt(), 404);
    }
    for (const QByteArray path :
         {"/api/thing/%zz", "/api/thing/%00", "/api/thing/..", "/api/thing/%ff", "/api/thing/1?a=%f"}) {
        QCOMPARE(client.ask(get(path)).status, 400);
    }
}

void GateRequestsTest::aThrowingHandlerAnswers500()
{
    for (const Place place : {Place::Inline, Place::Pool}) {
        const Gate gate(routesFor(Way::Routed, place));
        RawClient client = gate.client();
        const Answer answer = client.ask(get("/api/throw"));
        QCOMPARE(answer.status, 500);
        QCOMPARE(objectOf(answer)[u"correlationId"_s].toString().size(), 16);
        QVERIFY(!answer.body.contains("secret"));
        QCOMPARE(client.ask(get("/api/thing/1")).status, 200);
    }
}

void GateRequestsTest::repliesCarryTheSafetyHeaders()
{
    Route route = openRoute("GET", "/header", [](const Request &) {
        Reply reply(200);
        reply.set("X-Text", "one\r\nSet-Cookie: evil=1").set("Bad Name", "x").set("Content-Length", "7");
        reply.add("Set-Cookie", "a=1").add("Set-Cookie", "b=2");
        return reply;
    });
    const Gate gate({route});
    const Answer answer = gate.ask(get("/header"));
    QCOMPARE(answer.header("x-text"), "one  Set-Cookie: evil=1");
    QCOMPARE(int(answer.headers.count("set-cookie")), 2);
    QCOMPARE(answer.header("content-length"), "0");
    QCOMPARE(answer.header("x-content-type-options"), "nosniff");
    QCOMPARE(answer.header("referrer-policy"), "no-referrer");
    QCOMPARE(answer.header("cache-control"), "no-store");
    QCOMPARE(answer.header("x-ratelimit-limit"), "6000");
    QVERIFY(!answer.header("date").isEmpty());
    QVERIFY(answer.header("x-ratelimit-reset").toLongLong() > 1'700'000'000);
}

#ifdef Q_OS_UNIX
void GateRequestsTest::aClientThatHasSaidAllIsAnswered()
{
    const Gate gate(routesFor(Way::Straight, Place::Inline));
    RawClient client = gate.client();
    client.send(get("/api/thing/1") + get("/api/thing/2"));
    QCOMPARE(::shutdown(int(client.socket().socketDescriptor()), SHUT_WR), 0);
    QCOMPARE(objectOf(client.receive())[u"id"_s], u"1"_s);
    QCOMPARE(objectOf(client.receive())[u"id"_s], u"2"_s);
    QVERIFY(client.isClosedByServer());
}
#endif

void GateRequestsTest::manyRequestsOnManyConnections()
{
    const Gate gate(routesFor(Way::Routed, Place::Pool));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int index = 0; index < 100; ++index) {
        clients.push_back(std::make_unique<RawClient>(gate.port()));
        clients.back()->send(get("/api/thing/" + QByteArray::number(index)));
    }
    for (int index = 0; index < 100; ++index) {
        QCOMPARE(objectOf(clients[size_t(index)]->receive())[u"id"_s].toString(), QString::number(index));
    }
}

QTEST_GUILESS_MAIN(GateRequestsTest)
#include "tst_gate_requests.moc"
