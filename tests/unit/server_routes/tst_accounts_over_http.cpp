// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "server/routes/api_authenticator.h"

#include <QJsonArray>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestAccountsOverHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInGivesATokenAndCookies();
    void guessersMustWait();
    void usersComeAndGo();
    void keysAreShownOnce();
    void whoAsksIsFoundByAnyCredential();
    void signedLinksOnlyRead();
};

namespace {

constexpr const char *anna = R"({"email":"anna@example.org","name":"Anna","password":"long enough"})";

http::Head headWith(const QByteArray &name, const QByteArray &value)
{
    http::Head head;
    head.method = "GET";
    head.path = "/api/users/me";
    head.headers.add(name, value);
    return head;
}

} // namespace

void TestAccountsOverHttp::signingInGivesATokenAndCookies()
{
    ApiFixture fixture;
    QCOMPARE(fixture.post("/api/admin/users", anna).status(), 201);
    const http::Reply login = fixture.post("/api/auth/login", anna);
    QCOMPARE(login.status(), 201);
    const QJsonObject json = ApiFixture::objectOf(login);
    QCOMPARE(json.value("userEmail"_L1).toString(), u"anna@example.org"_s);
    QCOMPARE(json.value("isAdmin"_L1).toBool(true), false);
    const QByteArray token = json.value("accessToken"_L1).toString().toLatin1();
    QVERIFY(token.startsWith("ks_"));
    QCOMPARE(login.headers().count("Set-Cookie"), 3);
    const QByteArray cookie = login.headers().value("Set-Cookie").toByteArray();
    QVERIFY(cookie.startsWith(QByteArray("immich_access_token=" + token)) && cookie.contains("HttpOnly"));
    QCOMPARE(fixture.post("/api/auth/login", R"({"email":"anna@example.org"})").status(), 400);
}

void TestAccountsOverHttp::guessersMustWait()
{
    ApiFixture fixture;
    const QByteArray guess = R"({"email":"owner@localhost","password":"guess guess"})";
    int refused = 0;
    for (int i = 0; i < 10; ++i) {
        const http::Reply reply = fixture.post("/api/auth/login", guess);
        refused += reply.status() == 429 ? 1 : 0;
        QVERIFY(reply.status() == 401 || reply.status() == 429);
        QCOMPARE(reply.headers().has("Retry-After"), reply.status() == 429);
    }
    QVERIFY(refused > 0);
}

void TestAccountsOverHttp::usersComeAndGo()
{
    ApiFixture fixture;
    const QJsonObject made = ApiFixture::objectOf(fixture.post("/api/admin/users", anna));
    QCOMPARE(made.value("status"_L1).toString(), u"active"_s);
    QCOMPARE(fixture.post("/api/admin/users", anna).status(), 409);
    QCOMPARE(ApiFixture::arrayOf(fixture.get("/api/admin/users")).size(), 2);
    const QByteArray path = "/api/admin/users/" + made.value("id"_L1).toString().toLatin1();
    const http::Reply gone = fixture.call({"DELETE", path, R"({"force":false})"});
    QCOMPARE(gone.status(), 200);
    QVERIFY(ApiFixture::objectOf(gone).value("deletedAt"_L1).isString());
    QCOMPARE(ApiFixture::arrayOf(fixture.get("/api/admin/users")).size(), 1);
    QCOMPARE(ApiFixture::objectOf(fixture.get("/api/users/me")).value("isAdmin"_L1).toBool(), true);
}

void TestAccountsOverHttp::keysAreShownOnce()
{
    ApiFixture fixture;
    const http::Reply reply = fixture.post("/api/api-keys", R"({"name":"cli","permissions":["asset.read"]})");
    QCOMPARE(reply.status(), 201);
    const QJsonObject made = ApiFixture::objectOf(reply);
    QVERIFY(made.value("secret"_L1).toString().startsWith(u"kk_"_s));
    const QJsonObject key = made.value("apiKey"_L1).toObject();
    QCOMPARE(key.value("permissions"_L1).toArray(), QJsonArray{u"asset.read"_s});
    const QJsonArray keys = ApiFixture::arrayOf(fixture.get("/api/api-keys"));
    QCOMPARE(keys.size(), 1);
    QVERIFY(!keys[0].toObject().contains("secret"_L1));
    QCOMPARE(fixture.get("/api/api-keys/me").status(), 403);
    const QByteArray path = "/api/api-keys/" + key.value("id"_L1).toString().toLatin1();
    QCOMPARE(fixture.call({"PUT", path, R"({"name":"other"})"}).status(), 200);
    QCOMPARE(fixture.call({"DELETE", path}).status(), 204);
    QCOMPARE(fixture.call({"DELETE", path}).status(), 400);
    QCOMPARE(fixture.post("/api/api-keys", R"({"permissions":["asset.fly"]})").status(), 400);
}

void TestAccountsOverHttp::whoAsksIsFoundByAnyCredential()
{
    ApiFixture fixture;
    server::ApiAuthenticator authenticator(*fixture.accounts);
    const auto key = fixture.accounts->createKey(fixture.owner, u"k"_s, {u"all"_s});
    QVERIFY(key);
    const QByteArray secret = key->secret.toLatin1();
    for (const http::Head &head : {headWith("Authorization", "Bearer " + secret), headWith("x-api-key", secret),
                                   headWith("Cookie", "immich_access_token=" + secret)}) {
        const auto who = authenticator.authenticate(head);
        QVERIFY(who);
        QCOMPARE(who->userId, fixture.owner.userId);
    }
    QVERIFY(!authenticator.authenticate(headWith("x-api-key", "kk_wrong")));
    http::Head trusted = headWith("Accept", "*/*");
    QVERIFY(!authenticator.authenticate(trusted));
    trusted.trustsLoopback = true;
    QVERIFY(authenticator.authenticate(trusted));
    // A wrong key is not made good by where it comes from.
    trusted.headers.add("x-api-key", "kk_wrong");
    QVERIFY(!authenticator.authenticate(trusted));
}

void TestAccountsOverHttp::signedLinksOnlyRead()
{
    ApiFixture fixture;
    server::ApiAuthenticator authenticator(*fixture.accounts);
    http::Head head;
    head.method = "GET";
    head.path = "/api/assets/x/thumbnail";
    const QString link =
        fixture.accounts->signLink(QString::fromLatin1(head.path), fixture.owner.userId, wallMs() + 60'000);
    head.rawQuery = "signature=" + link.toLatin1();
    const auto who = authenticator.authenticate(head);
    QVERIFY(who);
    QCOMPARE(who->userId, fixture.owner.userId);
    QVERIFY(!who->isAdmin);
    QVERIFY(!who->permissions.empty());
    head.method = "POST";
    QVERIFY(!authenticator.authenticate(head));
    head.method = "GET";
    head.path = "/api/assets/y/thumbnail";
    QVERIFY(!authenticator.authenticate(head));
}

QTEST_GUILESS_MAIN(TestAccountsOverHttp)
#include "tst_accounts_over_http.moc"
