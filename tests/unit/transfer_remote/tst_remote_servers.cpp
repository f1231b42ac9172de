// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/patience.h"
#include "unit/transfer_remote/servers_fixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::transfer;
using test::jsonAnswer;
using test::refusal;

class TestRemoteServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::withoutProxies(); }
    void init() { m = std::make_unique<test::ServersFixture>(); }
    void cleanup() { m.reset(); }
    void oneIsAddedByKey();
    void oneIsAddedByPassword();
    void whereItsCallsAreIsFound();
    void everyFailureHasItsSentence();
    void aNameIsTakenOnce();
    void aRenamedOneIsKnownByBothNames();
    void whatAKeyMayNotIsTold();
    void oneThatRefusesWantsASignIn();
    void aSignInMustBeTheSameUser();
    void oneIsRemovedWithItsSecret();
    void aMirrorRunsBehind();
    void anInterruptedMirrorGoesOn();
    void mirrorsAreKeptUpToDate();
    void aCancelledMirrorSaysSo();

private:
    [[nodiscard]] NewServer wanted() const
    {
        NewServer server;
        server.name = u"attic"_s;
        server.url = m->server.url("").toString();
        server.signIn.apiKey = u"key"_s;
        return server;
    }
    [[nodiscard]] Error failureOf(const NewServer &server) const
    {
        const auto added = m->servers.add(server);
        return added ? Error{ErrorCode::Internal, {}, u"it was added"_s} : added.error();
    }
    [[nodiscard]] QByteArray credentials() const
    {
        QFile file(m->library.path(u"credentials"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<test::ServersFixture> m;
};

void TestRemoteServers::oneIsAddedByKey()
{
    const auto server = m->servers.add(wanted());
    QVERIFY2(server, server ? "" : qPrintable(server.error().forLog()));
    QCOMPARE(server->name, u"attic"_s);
    QCOMPARE(server->url, m->server.url("/api"));
    QCOMPARE(server->version, (RemoteVersion{2, 7, 5}));
    QCOMPARE(server->userName, u"Anna"_s);
    QCOMPARE(server->userId, test::remoteUser);
    QVERIFY(server->usesKey && !server->needsSignIn);
    QCOMPARE(server->mirror, MirrorState::Never);
    QCOMPARE(m->server.asked("/api/users/me").front().header("x-api-key"), QByteArray("key"));
    // Nobody who does not need it gets it.
    QVERIFY(m->server.asked("/api/server/ping").front().header("x-api-key").isNull());
    QCOMPARE(m->servers.list()->size(), 1U);
    QVERIFY(m->changes > 0);
    // The key lies with the secrets alone.
    QVERIFY(credentials().contains(QByteArray("key").toBase64()));
    QCOMPARE(m->library.number("SELECT count(*) FROM remote_server WHERE secret = 'key'"), 0);
}

void TestRemoteServers::oneIsAddedByPassword()
{
    m->server.serve("/api/auth/login", {jsonAnswer(QJsonObject{{u"accessToken"_s, u"token"_s}}, 201)});
    NewServer server = wanted();
    server.signIn = {{}, u"anna@example.org"_s, u"word"_s};
    const auto added = m->servers.add(server);
    QVERIFY(added);
    QVERIFY(!added->usesKey);
    QCOMPARE(added->email, u"anna@example.org"_s);
    QCOMPARE(m->server.asked("/api/users/me").front().header("Authorization"), QByteArray("Bearer token"));
    QVERIFY(credentials().contains(QByteArray("token").toBase64()));
    QVERIFY(!credentials().contains(QByteArray("word").toBase64()));
    m->server.serve("/api/auth/login", {refusal(401)});
    server.name = u"cellar"_s;
    QCOMPARE(failureOf(server).code, ErrorCode::RemoteWrongLogin);
}

void TestRemoteServers::whereItsCallsAreIsFound()
{
    NewServer server = wanted();
    // What it says itself, below a proxy's path.
    m->server.serve("/.well-known/immich",
                    {jsonAnswer(QJsonObject{{u"api"_s, QJsonObject{{u"endpoint"_s, u"/photos/api"_s}}}})});
    for (const QByteArray call : {"server/ping", "server/version", "users/me"}) {
        m->server.serve("/photos/api/" + call, {});
    }
    QVERIFY(m->servers.tryOut(server)); // It does not answer there, but at the usual place.
    m->server.serve("/photos/api/server/ping", {jsonAnswer(QJsonObject{{u"res"_s, u"pong"_s}})});
    m->server.serve("/photos/api/server/version",
                    {jsonAnswer(QJsonObject{{u"major"_s, 2}, {u"minor"_s, 0}, {u"patch"_s, 1}})});
    m->server.serve("/photos/api/users/me", {jsonAnswer(QJsonObject{{u"id"_s, test::remoteText(1)}})});
    const auto facts = m->servers.tryOut(server);
    QVERIFY(facts);
    QCOMPARE(facts->url, m->server.url("/photos/api"));
    QCOMPARE(facts->version, (RemoteVersion{2, 0, 1}));
    // With the page of a browser behind it, and with the place of the calls itself.
    m->server.serve("/.well-known/immich", {refusal(404)});
    for (const QString &path : {u"/albums/7"_s, u"/api"_s, u"/api/"_s}) {
        server.url = m->server.url("").toString() + path;
        const auto found = m->servers.tryOut(server);
        QVERIFY2(found, qPrintable(path));
        QCOMPARE(found->url, m->server.url("/api"));
    }
    // Elsewhere it may not send us.
    m->server.serve("/.well-known/immich",
                    {jsonAnswer(QJsonObject{{u"api"_s, QJsonObject{{u"endpoint"_s, u"http://localhost:1/api"_s}}}})});
    QVERIFY(m->servers.tryOut(wanted()));
    QVERIFY(m->servers.list()->empty());
}

void TestRemoteServers::everyFailureHasItsSentence()
{
    NewServer server = wanted();
    server.url = u"http://127.0.0.1:1"_s;
    QCOMPARE(failureOf(server).code, ErrorCode::NetworkFailed);
    server.url = u"ftp://example.org"_s;
    QCOMPARE(failureOf(server).fact(u"field"_s), u"url"_s);
    server = wanted();
    server.signIn.apiKey = u"a b"_s;
    QCOMPARE(failureOf(server).fact(u"field"_s), u"apiKey"_s);
    server.signIn = {};
    QCOMPARE(failureOf(server).code, ErrorCode::MissingField);
    server = wanted();
    server.name = u"a/b"_s;
    QCOMPARE(failureOf(server).fact(u"field"_s), u"name"_s);
    server = wanted();
    server.fingerprint = u"AB:CD"_s;
    QCOMPARE(failureOf(server).fact(u"field"_s), u"fingerprint"_s);
    m->server.serve("/api/users/me", {refusal(401)});
    QCOMPARE(failureOf(wanted()).code, ErrorCode::RemoteWrongKey);
    m->server.serve("/api/users/me", {refusal(403, u"Missing required permission: user.read"_s)});
    QCOMPARE(failureOf(wanted()).code, ErrorCode::RemoteForbidden);
    QCOMPARE(failureOf(wanted()).fact(u"what"_s), u"user.read"_s);
    m->server.serve("/api/server/version",
                    {jsonAnswer(QJsonObject{{u"major"_s, 1}, {u"minor"_s, 90}, {u"patch"_s, 0}})});
    QCOMPARE(failureOf(wanted()).code, ErrorCode::RemoteTooOld);
    QCOMPARE(failureOf(wanted()).fact(u"version"_s), u"1.90.0"_s);
    m->server.serve("/api/server/ping", {jsonAnswer(QJsonObject{{u"status"_s, u"ok"_s}})});
    QCOMPARE(failureOf(wanted()).code, ErrorCode::RemoteNotLibrary);
    m->server.serve("/api/server/ping", {refusal(404)});
    QCOMPARE(failureOf(wanted()).code, ErrorCode::RemoteNotLibrary);
    QVERIFY(m->servers.list()->empty());
    QVERIFY(credentials().isEmpty());
}

void TestRemoteServers::aNameIsTakenOnce()
{
    QVERIFY(m->servers.add(wanted()));
    NewServer second = wanted();
    second.name = u"ATTIC"_s;
    QCOMPARE(failureOf(second).code, ErrorCode::Conflict);
    second.name.clear();
    const auto named = m->servers.add(second);
    QVERIFY(named);
    QCOMPARE(named->name, u"127.0.0.1"_s);
    QCOMPARE(m->servers.change(u"attic"_s, {u"127.0.0.1"_s, {}, {}}).error().code, ErrorCode::Conflict);
    QVERIFY(m->servers.change(u"attic"_s, {u"Attic"_s, {}, {}}));
}

void TestRemoteServers::aRenamedOneIsKnownByBothNames()
{
    QVERIFY(m->servers.add(wanted()));
    QCOMPARE(m->servers.change(u"attic"_s, {u"cellar"_s, {}, {}})->name, u"cellar"_s);
    QCOMPARE(m->servers.find(u"attic"_s)->name, u"cellar"_s);
    const auto url = m->servers.address(u"attic"_s, test::remoteText(1));
    QVERIFY(url);
    // Its former name is free for another.
    QVERIFY(m->servers.add(wanted()));
    QCOMPARE(m->servers.find(u"attic"_s)->name, u"attic"_s);
    QCOMPARE(m->servers.find(u"cellar"_s)->name, u"cellar"_s);
    QCOMPARE(m->servers.find(u"nobody"_s).error().code, ErrorCode::NotFound);
}

void TestRemoteServers::whatAKeyMayNotIsTold()
{
    m->server.serve("/api/api-keys/me",
                    {jsonAnswer(QJsonObject{{u"permissions"_s, QJsonArray{u"asset.read"_s, u"user.read"_s}}})});
    QVERIFY(m->servers.add(wanted()));
    const auto facts = m->servers.test(u"attic"_s);
    QVERIFY(facts);
    QCOMPARE(facts->permissions, (QStringList{u"asset.read"_s, u"user.read"_s}));
    QCOMPARE(facts->missing, (QStringList{u"asset.view"_s, u"asset.download"_s, u"album.read"_s, u"person.read"_s}));
    m->server.serve("/api/api-keys/me", {jsonAnswer(QJsonObject{{u"permissions"_s, QJsonArray{u"all"_s}}})});
    QVERIFY(m->servers.test(u"attic"_s)->missing.isEmpty());
}

void TestRemoteServers::oneThatRefusesWantsASignIn()
{
    QVERIFY(m->servers.add(wanted()));
    m->server.serve("/api/users/me", {refusal(401)});
    QCOMPARE(m->servers.test(u"attic"_s).error().code, ErrorCode::RemoteUnauthorized);
    QVERIFY(m->servers.find(u"attic"_s)->needsSignIn);
    std::promise<ErrorCode> opened;
    m->servers.open(u"attic"_s, test::remoteText(1), [&](const Result<DownloadSource> &source) {
        opened.set_value(source ? ErrorCode::Internal : source.error().code);
    });
    QCOMPARE(opened.get_future().get(), ErrorCode::RemoteUnauthorized);
    QStringList told;
    m->servers.onSignedIn([&](const QString &name) { told << name; });
    test::serveBeginning(m->server);
    const auto again = m->servers.signIn(u"attic"_s, {.apiKey = u"other"_s});
    QVERIFY(again);
    QVERIFY(!again->needsSignIn);
    QCOMPARE(told, QStringList{u"attic"_s});
    std::promise<DownloadSource> source;
    m->servers.open(u"attic"_s, test::remoteText(1),
                    [&](const Result<DownloadSource> &found) { source.set_value(found.value_or(DownloadSource())); });
    const DownloadSource found = source.get_future().get();
    QCOMPARE(found.url, m->server.url("/api/assets/" + test::remoteText(1).toLatin1() + "/original"));
    QCOMPARE(headerValue(found.headers, "x-api-key"), QByteArray("other"));
}

void TestRemoteServers::aSignInMustBeTheSameUser()
{
    QVERIFY(m->servers.add(wanted()));
    m->server.serve("/api/users/me", {jsonAnswer(QJsonObject{{u"id"_s, test::remoteText(5)}})});
    QCOMPARE(m->servers.signIn(u"attic"_s, {.apiKey = u"other"_s}).error().code, ErrorCode::Conflict);
    QCOMPARE(m->servers.change(u"attic"_s, {{}, m->server.url("").toString(), {}}).error().code, ErrorCode::Conflict);
    QVERIFY(credentials().contains(QByteArray("key").toBase64()));
}

void TestRemoteServers::oneIsRemovedWithItsSecret()
{
    m->server.serve("/api/auth/login", {jsonAnswer(QJsonObject{{u"accessToken"_s, u"token"_s}}, 201)});
    m->server.serve("/api/auth/logout", {jsonAnswer(QJsonObject{{u"successful"_s, true}})});
    NewServer server = wanted();
    server.signIn = {{}, u"anna@example.org"_s, u"word"_s};
    m->server.serve("/api/sync/full-sync", {jsonAnswer(test::remoteAssets(1, 2))});
    m->server.serve("/api/sync/delta-sync", {jsonAnswer(test::delta({}))});
    QVERIFY(m->servers.add(server) && m->servers.syncNow(u"attic"_s));
    QCOMPARE(m->library.number("SELECT count(*) FROM remote_asset"), 2);
    QVERIFY(m->servers.remove(u"attic"_s));
    QVERIFY(!credentials().contains(QByteArray("token").toBase64()));
    QCOMPARE(m->library.number("SELECT count(*) FROM remote_asset"), 0);
    QVERIFY(m->servers.list()->empty());
    QCOMPARE(m->servers.remove(u"attic"_s).error().code, ErrorCode::NotFound);
    QTRY_COMPARE(m->server.requests("/api/auth/logout"), 1);
    QCOMPARE(m->server.asked("/api/auth/logout").front().header("Authorization"), QByteArray("Bearer token"));
}

void TestRemoteServers::aMirrorRunsBehind()
{
    m->server.serve("/api/sync/full-sync", {jsonAnswer(test::remoteAssets(1, 5))});
    m->server.serve("/api/sync/delta-sync", {jsonAnswer(test::delta({}))});
    QVERIFY(m->servers.add(wanted()));
    QVERIFY(m->servers.sync(u"attic"_s, {}));
    QTRY_VERIFY(!m->servers.find(u"attic"_s)->isSyncing);
    const auto server = m->servers.find(u"attic"_s);
    QCOMPARE(server->mirror, MirrorState::Whole);
    QCOMPARE(server->assets, 5);
    QVERIFY(server->syncedAt && !server->syncError);
    QVERIFY(m->progress.snapshot().empty());
}

void TestRemoteServers::anInterruptedMirrorGoesOn()
{
    QVERIFY(m->servers.add(wanted()));
    QVERIFY(m->library.run("UPDATE remote_server SET is_wanted = 1")); // As a program leaves it that was killed.
    m->server.serve("/api/sync/full-sync", {jsonAnswer(test::remoteAssets(1, 5))});
    m->server.serve("/api/sync/delta-sync", {jsonAnswer(test::delta({}))});
    m->servers.start();
    QTRY_VERIFY(!m->servers.find(u"attic"_s)->isSyncing);
    QCOMPARE(m->servers.find(u"attic"_s)->assets, 5);
}

void TestRemoteServers::mirrorsAreKeptUpToDate()
{
    QVERIFY(m->mirror(test::remoteAssets(1, 5)));
    NewServer other = wanted();
    other.name = u"cellar"_s;
    QVERIFY(m->servers.add(other));
    m->server.serve("/api/sync/delta-sync", {jsonAnswer(test::delta({test::remoteAsset(6)}))});
    m->servers.syncAll();
    QTRY_VERIFY(!m->servers.find(u"attic"_s)->isSyncing);
    QCOMPARE(m->servers.find(u"attic"_s)->assets, 6);
    QCOMPARE(m->servers.find(u"cellar"_s)->mirror, MirrorState::Never); // Nobody has asked for that one yet.
}

void TestRemoteServers::aCancelledMirrorSaysSo()
{
    test::Answer stalled = jsonAnswer(test::remoteAssets(1, 5));
    stalled.stallAfter = 10;
    m->server.serve("/api/sync/full-sync", {stalled});
    QVERIFY(m->servers.add(wanted()));
    QVERIFY(m->servers.sync(u"attic"_s, {}));
    QVERIFY(m->servers.sync(u"attic"_s, {})); // It runs already.
    QTRY_COMPARE(m->server.requests("/api/sync/full-sync"), 1);
    const auto tasks = m->progress.snapshot();
    QCOMPARE(tasks.size(), 1U);
    QCOMPARE(tasks.front().facts.value(u"server"_s).toString(), u"attic"_s);
    QVERIFY(m->progress.cancel(tasks.front().id));
    QTRY_VERIFY(!m->servers.find(u"attic"_s)->isSyncing);
    QCOMPARE(m->servers.find(u"attic"_s)->syncError->code, ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestRemoteServers)
#include "tst_remote_servers.moc"
