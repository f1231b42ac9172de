// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include <QJsonArray>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Users as admins see them, and sessions and passwords as their owners do.
class TestUsersOverHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usersChange();
    void wrongChangesAreRefused_data();
    void wrongChangesAreRefused();
    void deletedUsersComeBack();
    void theAddressMayBeTakenMeanwhile();
    void adminsDoNotTakeOverOtherAdmins();
    void sessionsAreOnesOwn();
    void passwordsAreChangedByWhoKnowsThem();
    void aKeyMakesNoPassword();

private:
    QByteArray path(const QByteArray &rest = {}) const { return "/api/admin/users/" + m_anna + rest; }
    /// The routes as that user sees them.
    void actAs(const accounts::Principal &principal) { m->owner = principal; }
    /// Anna, signed in.
    accounts::Principal annaSignedIn(const QString &password = u"long enough"_s);

    std::unique_ptr<ApiFixture> m;
    QByteArray m_anna;
};

namespace {

constexpr const char *anna =
    R"({"email":"anna@example.org","name":"Anna","password":"long enough","quotaSizeInBytes":1000})";

} // namespace

void TestUsersOverHttp::init()
{
    m = std::make_unique<ApiFixture>();
    const http::Reply made = m->post("/api/admin/users", anna);
    QCOMPARE(made.status(), 201);
    m_anna = ApiFixture::objectOf(made).value("id"_L1).toString().toLatin1();
    QCOMPARE(ApiFixture::objectOf(made).value("quotaSizeInBytes"_L1).toInt(), 1000);
    QCOMPARE(ApiFixture::objectOf(made).value("quotaUsageInBytes"_L1).toInt(-1), 0);
}

accounts::Principal TestUsersOverHttp::annaSignedIn(const QString &password)
{
    const auto login = m->accounts->login({.email = u"anna@example.org"_s, .password = password});
    return login ? *m->accounts->authenticate({.bearer = login->token}) : accounts::Principal();
}

void TestUsersOverHttp::usersChange()
{
    const http::Reply changed = m->call(
        {"PUT", path(), R"({"name":"Anne","isAdmin":true,"quotaSizeInBytes":null,"storageLabel":"a","pinCode":null})"});
    QCOMPARE(changed.status(), 200);
    const QJsonObject json = ApiFixture::objectOf(changed);
    QCOMPARE(json.value("name"_L1).toString(), u"Anne"_s);
    QCOMPARE(json.value("email"_L1).toString(), u"anna@example.org"_s);
    QVERIFY(json.value("isAdmin"_L1).toBool());
    QVERIFY(json.value("quotaSizeInBytes"_L1).isNull());
    // A new password signs the user out everywhere, and may be one to be changed.
    const accounts::Principal before = annaSignedIn();
    QCOMPARE(m->accounts->sessions(before.userId)->size(), 1U);
    const http::Reply reset = m->call({"PUT", path(), R"({"password":"something else","shouldChangePassword":true})"});
    QCOMPARE(reset.status(), 200);
    QVERIFY(ApiFixture::objectOf(reset).value("shouldChangePassword"_L1).toBool());
    QCOMPARE(m->accounts->sessions(before.userId)->size(), 0U);
    QCOMPARE(annaSignedIn().userId, 0);
    QVERIFY(annaSignedIn(u"something else"_s).userId != 0);
}

void TestUsersOverHttp::wrongChangesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("negative quota") << R"({"quotaSizeInBytes":-1})"_ba << 400;
    QTest::newRow("quota of words") << R"({"quotaSizeInBytes":"much"})"_ba << 400;
    QTest::newRow("half a byte") << R"({"quotaSizeInBytes":1.5})"_ba << 400;
    QTest::newRow("no name") << R"({"name":" "})"_ba << 400;
    QTest::newRow("no address") << R"({"email":"anna"})"_ba << 400;
    QTest::newRow("taken address") << R"({"email":"owner@localhost"})"_ba << 409;
    QTest::newRow("short password") << R"({"name":"Eve","password":"short"})"_ba << 400;
    QTest::newRow("no object") << "[]"_ba << 400;
}

void TestUsersOverHttp::wrongChangesAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const QJsonObject before = ApiFixture::objectOf(m->get(path()));
    QCOMPARE(m->call({"PUT", path(), body}).status(), status);
    QCOMPARE(ApiFixture::objectOf(m->get(path())), before);
}

void TestUsersOverHttp::deletedUsersComeBack()
{
    QCOMPARE(m->call({"DELETE", path(), "{}"}).status(), 200);
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/admin/users")).size(), 1);
    const QJsonArray all = ApiFixture::arrayOf(m->get("/api/admin/users?withDeleted=true"));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.last().toObject().value("status"_L1).toString(), u"deleted"_s);
    QCOMPARE(annaSignedIn().userId, 0);
    QCOMPARE(m->post(path("/restore")).status(), 200);
    QVERIFY(annaSignedIn().userId != 0);
    // Once more changes nothing; nobody cannot come back.
    QCOMPARE(m->post(path("/restore")).status(), 200);
    QCOMPARE(m->post("/api/admin/users/6f1f4bd5-9a58-4c3e-9d0a-3f3b7c1d2e4f/restore").status(), 400);
}

void TestUsersOverHttp::theAddressMayBeTakenMeanwhile()
{
    QCOMPARE(m->call({"DELETE", path(), "{}"}).status(), 200);
    QCOMPARE(m->post("/api/admin/users", anna).status(), 201);
    QCOMPARE(m->post(path("/restore")).status(), 409);
}

void TestUsersOverHttp::adminsDoNotTakeOverOtherAdmins()
{
    QCOMPARE(m->call({"PUT", path(), R"({"isAdmin":true})"}).status(), 200);
    const QByteArray ownerPath = "/api/admin/users/" + m->owner.uuid.toByteArray(QUuid::WithoutBraces);
    actAs(annaSignedIn());
    QCOMPARE(m->call({"PUT", ownerPath, R"({"password":"all is mine"})"}).status(), 403);
    QCOMPARE(m->call({"PUT", ownerPath, R"({"isAdmin":false})"}).status(), 409);
    QCOMPARE(m->call({"PUT", path(), R"({"password":"my own one"})"}).status(), 200);
}

void TestUsersOverHttp::sessionsAreOnesOwn()
{
    const accounts::Principal first = annaSignedIn();
    const accounts::Principal second = annaSignedIn();
    const accounts::Principal third = annaSignedIn();
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/sessions")).size(), 0);
    QCOMPARE(ApiFixture::arrayOf(m->get(path("/sessions"))).size(), 3);
    const QByteArray firstPath = "/api/sessions/" + first.credentialId.toByteArray(QUuid::WithoutBraces);
    // Not even an admin ends what is another's by this call.
    QCOMPARE(m->call({"DELETE", firstPath}).status(), 400);
    actAs(second);
    const QJsonArray sessions = ApiFixture::arrayOf(m->get("/api/sessions"));
    QCOMPARE(sessions.size(), 3);
    QCOMPARE(sessions.at(1).toObject().value("current"_L1).toBool(), true);
    QCOMPARE(sessions.at(0).toObject().value("current"_L1).toBool(true), false);
    QCOMPARE(m->call({"DELETE", firstPath}).status(), 204);
    QCOMPARE(m->call({"DELETE", firstPath}).status(), 400);
    QCOMPARE(m->call({"DELETE", "/api/sessions/me"}).status(), 400);
    QCOMPARE(m->call({"DELETE", "/api/sessions"}).status(), 204);
    const QJsonArray left = ApiFixture::arrayOf(m->get("/api/sessions"));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).toObject().value("id"_L1).toString(), second.credentialId.toString(QUuid::WithoutBraces));
}

void TestUsersOverHttp::passwordsAreChangedByWhoKnowsThem()
{
    const QByteArray change = "/api/auth/change-password";
    actAs(annaSignedIn());
    (void)annaSignedIn();
    QCOMPARE(m->post(change, R"({"password":"long enough","newPassword":"short"})").status(), 400);
    QCOMPARE(m->post(change, R"({"newPassword":"a better one"})").status(), 400);
    QCOMPARE(m->post(change, R"({"password":"a guess, no more","newPassword":"a better one"})").status(), 400);
    QCOMPARE(m->post(change, R"({"password":"long enough","newPassword":"a better one"})").status(), 200);
    QCOMPARE(ApiFixture::arrayOf(m->get("/api/sessions")).size(), 1);
    QCOMPARE(annaSignedIn().userId, 0);
    QVERIFY(annaSignedIn(u"a better one"_s).userId != 0);
    // Guessing is no way to find it out.
    int status = 400;
    for (int i = 0; i < 10 && status == 400; ++i) {
        status = m->post(change, R"({"password":"a guess, no more","newPassword":"a better one"})").status();
    }
    QCOMPARE(status, 429);
}

void TestUsersOverHttp::aKeyMakesNoPassword()
{
    const auto key = m->accounts->createKey(annaSignedIn(), u"k"_s, {u"all"_s});
    QVERIFY(key);
    actAs(*m->accounts->authenticate({.apiKey = key->secret}));
    QCOMPARE(m->call({"PUT", "/api/users/me", R"({"password":"all is mine"})"}).status(), 403);
    QCOMPARE(m->call({"PUT", "/api/users/me", R"({"name":"Anne","quotaSizeInBytes":1,"isAdmin":true})"}).status(), 200);
    const QJsonObject me = ApiFixture::objectOf(m->get("/api/users/me"));
    QCOMPARE(me.value("name"_L1).toString(), u"Anne"_s);
    // What an admin says of one is not one's own to say.
    QCOMPARE(me.value("quotaSizeInBytes"_L1).toInt(), 1000);
    QCOMPARE(me.value("isAdmin"_L1).toBool(true), false);
}

QTEST_GUILESS_MAIN(TestUsersOverHttp)
#include "tst_users_over_http.moc"
