// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Reply whoAsks(const Request &request)
{
    return Reply::text(request.principal() ? QString::number(request.principal()->userId) : u"nobody"_s);
}

std::vector<Route> routes()
{
    Route user = openRoute("GET", "/user", whoAsks);
    user.access = Access::User;
    user.permission = u"asset.read"_s;
    Route write = openRoute("POST", "/user", whoAsks);
    write.access = Access::User;
    write.permission = u"asset.write"_s;
    Route admin = openRoute("GET", "/admin", whoAsks);
    admin.access = Access::Admin;
    Route upload = openRoute("POST", "/upload", whoAsks);
    upload.access = Access::User;
    upload.body = BodyKind::Multipart;
    return {user, write, admin, upload, openRoute("GET", "/open", whoAsks)};
}

QByteArray key(const QByteArray &value)
{
    return "x-api-key: " + value + "\r\n";
}

} // namespace

class GatePolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentials_data();
    void credentials();
    void hostAndOrigin_data();
    void hostAndOrigin();
    void loopbackIsTrustedOnlyWhereTheSettingSaysSo();
    void theRateIsCountedPerCredential();
    void whatIsNoRequestIsCountedPerAddress();
    void doorsShapeTheErrorsOfTheirPaths();
    void uploadsMustFitOnTheDisk();
    void formsMustSayThatTheyAreForms();
};

void GatePolicyTest::credentials_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("none") << QByteArray("/user") << QByteArray() << 401 << QByteArray();
    QTest::newRow("wrong") << QByteArray("/user") << key("nonsense") << 401 << QByteArray();
    QTest::newRow("key") << QByteArray("/user") << key("user-key") << 200 << QByteArray("2");
    QTest::newRow("bearer") << QByteArray("/user") << QByteArray("Authorization: bearer user-key\r\n") << 200
                            << QByteArray("2");
    QTest::newRow("user token of an app")
        << QByteArray("/user") << QByteArray("x-immich-user-token: user-key\r\n") << 200 << QByteArray("2");
    QTest::newRow("session token of an app")
        << QByteArray("/user") << QByteArray("x-immich-session-token: user-key\r\n") << 200 << QByteArray("2");
    QTest::newRow("wrong user token") << QByteArray("/user") << QByteArray("x-immich-user-token: wrong\r\n") << 401
                                      << QByteArray();
    QTest::newRow("basic") << QByteArray("/user") << QByteArray("Authorization: Basic user-key\r\n") << 401
                           << QByteArray();
    QTest::newRow("cookie") << QByteArray("/user") << QByteArray("Cookie: a=b; immich_access_token=user-key\r\n") << 200
                            << QByteArray("2");
    QTest::newRow("our cookie") << QByteArray("/user") << QByteArray("Cookie: kinframe_token=user-key\r\n") << 200
                                << QByteArray("2");
    QTest::newRow("permission") << QByteArray("/user") << key("reader-key") << 200 << QByteArray("3");
    QTest::newRow("no admin") << QByteArray("/admin") << key("user-key") << 403 << QByteArray();
    QTest::newRow("admin") << QByteArray("/admin") << key("admin-key") << 200 << QByteArray("1");
    QTest::newRow("open, nobody") << QByteArray("/open") << QByteArray() << 200 << QByteArray("nobody");
    QTest::newRow("open, somebody") << QByteArray("/open") << key("user-key") << 200 << QByteArray("2");
    QTest::newRow("open, wrong") << QByteArray("/open") << key("nonsense") << 200 << QByteArray("nobody");
}

void GatePolicyTest::credentials()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Gate gate(routes());
    RawClient client = gate.client();
    const Answer answer = client.ask(get(path, headers));
    QCOMPARE(answer.status, status);
    if (status == 200) {
        QCOMPARE(answer.body, body);
    } else {
        QCOMPARE(QJsonDocument::fromJson(answer.body)[u"statusCode"_s].toInt(), status);
    }
    QCOMPARE(answer.header("www-authenticate"), status == 401 ? "Bearer" : "");
    // A refusal is no reason to close.
    QCOMPARE(client.ask(get("/open")).status, 200);
    QCOMPARE(client.ask(post("/user", "", key("reader-key"))).status, 403);
}

void GatePolicyTest::hostAndOrigin_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const QByteArray cookie = "Cookie: kinframe_token=user-key\r\n";
    QTest::newRow("address") << QByteArray("127.0.0.1:8000") << cookie << 200;
    QTest::newRow("allowed name") << QByteArray("Photos.Lan") << cookie << 200;
    QTest::newRow("rebound name") << QByteArray("evil.test") << cookie << 403;
    QTest::newRow("rebound name, key") << QByteArray("evil.test") << key("user-key") << 403;
    QTest::newRow("own origin") << QByteArray("localhost:8000") << cookie + "Origin: http://localhost:8000\r\n" << 200;
    QTest::newRow("other site") << QByteArray("localhost:8000") << cookie + "Origin: http://evil.test\r\n" << 403;
    QTest::newRow("other site, key") << QByteArray("localhost:8000") << key("user-key") + "Origin: http://evil.test\r\n"
                                     << 200;
    QTest::newRow("null origin") << QByteArray("localhost:8000") << cookie + "Origin: null\r\n" << 403;
}

void GatePolicyTest::hostAndOrigin()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    const Gate gate(routes(), [](ServerOptions &options) { options.allowedHosts = {u"photos.lan"_s}; });
    QCOMPARE(gate.ask("GET /user HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n").status, status);
}

void GatePolicyTest::loopbackIsTrustedOnlyWhereTheSettingSaysSo()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.trustLoopback = true; });
    QCOMPARE(gate.ask(get("/admin")).status, 200);
    QCOMPARE(gate.ask(get("/admin", "Forwarded: for=1.2.3.4\r\n")).status, 401);
    QCOMPARE(gate.ask(get("/admin", "x-forwarded-proto: https\r\n")).status, 401);
    QCOMPARE(gate.ask(get("/admin", "Origin: http://evil.test\r\n")).status, 403);
    QCOMPARE(gate.ask(get("/admin", key("nonsense"))).status, 401);
    QCOMPARE(Gate(routes()).ask(get("/admin")).status, 401);
}

void GatePolicyTest::theRateIsCountedPerCredential()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.limits.requestsPerMinute = 3; });
    RawClient client = gate.client();
    QList<int> remaining;
    for (int time = 0; time < 4; ++time) {
        const Answer answer = client.ask(get("/user", key("user-key")));
        // This computer is counted and never refused.
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-ratelimit-limit"), "3");
        remaining.append(answer.header("x-ratelimit-remaining").toInt());
    }
    QCOMPARE(remaining, (QList<int>{2, 1, 0, 0}));
    QCOMPARE(client.ask(get("/user", key("admin-key"))).header("x-ratelimit-remaining"), "2");
}

void GatePolicyTest::whatIsNoRequestIsCountedPerAddress()
{
    const Gate gate(routes(), [](ServerOptions &options) {
        options.limits.requestsPerMinute = 4;
        options.limits.head = 300ms;
    });
    const auto remaining = [](const Answer &answer) {
        return answer.header("x-ratelimit-reset").isEmpty() ? -1 : answer.header("x-ratelimit-remaining").toInt();
    };
    const Answer garbage = gate.ask("nonsense\r\n\r\n");
    QCOMPARE(garbage.status, 400);
    QCOMPARE(garbage.header("x-ratelimit-limit"), "4");
    QCOMPARE(remaining(garbage), 3);
    const Answer large = gate.ask(get("/open", "X-Large: " + QByteArray(100'000, 'x') + "\r\n"));
    QCOMPARE(large.status, 431);
    QCOMPARE(remaining(large), 2);
    RawClient slow = gate.client();
    slow.send("GET /open HT");
    const Answer late = slow.receive();
    QCOMPARE(late.status, 408);
    QCOMPARE(remaining(late), 1);
    QCOMPARE(remaining(gate.ask(get("/open"))), 0);
}

void GatePolicyTest::doorsShapeTheErrorsOfTheirPaths()
{
    auto door = std::make_shared<Door>();
    door->language = Language::Chinese;
    door->shape = [](const Error &error, const ErrorContext &context) {
        return Reply::json(QJsonObject{{u"code"_s, context.status}, {u"message"_s, textOf(error, context.language)}},
                           418);
    };
    door->prefixes = {"/user"};
    std::vector<Route> table = routes();
    table[0].door = door;
    const Gate gate(table);
    const auto shaped = [&](const QByteArray &bytes) {
        const Answer answer = gate.ask(bytes);
        return answer.status == 418 ? QJsonDocument::fromJson(answer.body)[u"code"_s].toInt() : 0;
    };
    QCOMPARE(shaped(get("/user")), 401);
    QCOMPARE(shaped("PUT /user HTTP/1.1\r\nHost: localhost\r\n\r\n"), 405);
    QCOMPARE(shaped(get("/user?a=%zz", key("user-key"))), 400);
    QCOMPARE(shaped(get("/admin")), 0);
    QCOMPARE(shaped(get("/user/none")), 404);
    QCOMPARE(shaped(get("/user/%zz")), 400);
    QCOMPARE(shaped(get("/users")), 0);
    QVERIFY(gate.ask(get("/user")).body != gate.ask(get("/user", "Accept-Language: en\r\n")).body);
}

void GatePolicyTest::uploadsMustFitOnTheDisk()
{
    const Gate gate(routes(), [](ServerOptions &options) { options.limits.uploadBytes = qint64(1) << 62; });
    const QByteArray form =
        key("user-key") + "Content-Type: multipart/form-data; boundary=x\r\nExpect: 100-continue\r\n";
    RawClient client = gate.client();
    const Answer answer = client.ask(
        "POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1152921504606846976\r\n" + form + "\r\n");
    QCOMPARE(answer.status, 507);
    QCOMPARE(client.continues(), 0);
}

void GatePolicyTest::formsMustSayThatTheyAreForms()
{
    const Gate gate(routes());
    const auto status = [&](const QByteArray &type) {
        return gate.ask(post("/upload", "--x--\r\n", key("user-key") + "Content-Type: " + type + "\r\n")).status;
    };
    QCOMPARE(status("application/json"), 415);
    QCOMPARE(status("multipart/form-data"), 400);
    QCOMPARE(status("multipart/form-data; boundary=x"), 200);
}

QTEST_GUILESS_MAIN(GatePolicyTest)
#include "tst_gate_policy.moc"
