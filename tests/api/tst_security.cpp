// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/test_data.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// Who may ask for what: the running program as a stranger, a page of another site, a guest and its owner see it.
class SecurityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secretsAreTheOwnersAlone_data();
    void secretsAreTheOwnersAlone();
    void strangersAreAskedToSignIn_data();
    void strangersAreAskedToSignIn();
    void openCallsNeedNoKey_data();
    void openCallsNeedNoKey();
    void keyIsTakenInEveryForm_data();
    void keyIsTakenInEveryForm();
    void foreignHostIsRefused_data();
    void foreignHostIsRefused();
    void foreignOriginIsRefused();
    void guestsMayNotAdminister_data();
    void guestsMayNotAdminister();
    void nobodyNamesFilesThroughAProxy();
    void pathsDoNotLeadElsewhere_data();
    void pathsDoNotLeadElsewhere();
    void headsAreBounded();
    void bodiesAreBounded();
    void wrongMethodSaysTheRightOnes();
    void trustedComputerNeedsNoKey();
    void cleanupTestCase();

private:
    KinframeProcess m_kinframe;
    HttpClient m_owner;
    HttpClient m_guest;
    HttpClient m_stranger;
    QString m_photo;
};

void SecurityTest::initTestCase()
{
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_owner = m_kinframe.client();
    m_stranger = m_kinframe.anybody();
    QCOMPARE(m_kinframe.command({u"user"_s, u"add"_s, u"Guest"_s}).exitCode, 0);
    const CommandRun key = m_kinframe.command({u"key"_s, u"create"_s, u"--user"_s, u"Guest"_s});
    QVERIFY2(key.exitCode == 0, key.text().constData());
    m_guest = m_owner.withKey(key.output.trimmed());
    QCOMPARE(m_guest.get(u"/api/users/me"_s).object().value("isAdmin"_L1).toBool(true), false);
    m_photo = m_owner.upload(u"a.jpg"_s, madeJpeg(1)).object().value("id"_L1).toString();
    QVERIFY(!m_photo.isEmpty());
    QVERIFY(m_kinframe.url().startsWith("http://127.0.0.1:"_L1));
}

void SecurityTest::secretsAreTheOwnersAlone_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"owner.key", "secret.key", "server.json"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void SecurityTest::secretsAreTheOwnersAlone()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, name);
    const QFileInfo file(m_kinframe.data() + u'/' + name);
    QVERIFY(file.size() > 0);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                                   QFile::ExeOther | QFile::ExeGroup),
             QFile::Permissions());
#else
    QSKIP("File modes are of Unix.");
#endif
}

void SecurityTest::strangersAreAskedToSignIn_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *method, const char *path) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QString::fromLatin1(path);
    };
    for (const char *path : {"/api/people", "/api/asset/x", "/api/asset/x/original", "/api/assets/x/thumbnail",
                             "/api/person/x/assets", "/api/progress", "/api/status", "/api/history", "/api/faces?id=x",
                             "/api/suggestions", "/api/models", "/api/users/me", "/api/admin/users", "/api/api-keys"}) {
        row("GET", path);
    }
    for (const char *path : {"/api/asset/upload", "/api/assets", "/api/import", "/api/import/file",
                             "/api/library/backup", "/api/library/check", "/api/recognition/run", "/api/models/fetch",
                             "/api/admin/users", "/api/api-keys", "/api/people", "/api/faces"}) {
        row("POST", path);
    }
}

void SecurityTest::strangersAreAskedToSignIn()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    for (const HttpClient &client :
         {m_stranger, m_stranger.withKey("kk_wrong"), m_stranger.withHeaders({"Authorization: Bearer wrong"}),
          m_stranger.withHeaders({"Cookie: immich_access_token=wrong"})}) {
        const HttpAnswer answer = client.send(method, path);
        QVERIFY2(answer.status == 401, answer.text().constData());
        QCOMPARE(keysOf(answer.object()), QStringList({u"correlationId"_s, u"error"_s, u"message"_s, u"statusCode"_s}));
        QCOMPARE(answer.object().value("statusCode"_L1).toInt(), 401);
    }
}

void SecurityTest::openCallsNeedNoKey_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/.well-known/immich", "/api/server/ping", "/api/server/version", "/api/server/config",
                             "/api/server/features", "/api/server/media-types", "/api/server-info/ping"}) {
        QTest::newRow(path) << QString::fromLatin1(path);
    }
}

void SecurityTest::openCallsNeedNoKey()
{
    QFETCH(QString, path);
    const HttpAnswer answer = m_stranger.get(path);
    QVERIFY2(answer.status == 200, answer.text().constData());
    QVERIFY(!answer.body.contains(m_kinframe.data().toUtf8()));
}

void SecurityTest::keyIsTakenInEveryForm_data()
{
    QTest::addColumn<QByteArray>("header");
    const QByteArray key = m_owner.key();
    QTest::newRow("x-api-key") << QByteArray("x-api-key: " + key);
    QTest::newRow("bearer") << QByteArray("Authorization: Bearer " + key);
    QTest::newRow("its cookie") << QByteArray("Cookie: a=b; kinframe_token=" + key);
    QTest::newRow("their cookie") << QByteArray("Cookie: immich_access_token=" + key);
}

void SecurityTest::keyIsTakenInEveryForm()
{
    QFETCH(QByteArray, header);
    const HttpAnswer answer = m_stranger.withHeaders({header}).get(u"/api/status"_s);
    QVERIFY2(answer.status == 200, answer.text().constData());
}

void SecurityTest::foreignHostIsRefused_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("another site") << QByteArray("evil.example") << 403;
    QTest::newRow("looks like ours") << QByteArray("localhost.evil.example") << 403;
    QTest::newRow("another address") << QByteArray("192.0.2.7:8000") << 403;
    QTest::newRow("no host") << QByteArray("@") << 400;
}

void SecurityTest::foreignHostIsRefused()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    for (const HttpClient &client : {m_owner, m_stranger}) {
        for (const QString &path : {u"/api/status"_s, u"/api/server/ping"_s}) {
            const HttpAnswer answer = client.withHeaders({"Host: " + host}).get(path);
            QVERIFY2(answer.status == status, answer.text().constData());
        }
    }
}

void SecurityTest::foreignOriginIsRefused()
{
    const HttpClient browser = m_stranger.withHeaders({"Cookie: kinframe_token=" + m_owner.key()});
    QCOMPARE(browser.get(u"/api/status"_s).status, 200);
    for (const char *origin : {"https://evil.example", "null", "http://127.0.0.1.evil.example"}) {
        const HttpAnswer answer = browser.withHeaders({QByteArray("Origin: ") + origin}).post(u"/api/people"_s);
        QVERIFY2(answer.status == 403, answer.text().constData());
    }
    QCOMPARE(browser.withHeaders({"Origin: " + m_kinframe.url().toLatin1()}).get(u"/api/status"_s).status, 200);
}

void SecurityTest::guestsMayNotAdminister_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    const QJsonArray paths{u"/etc/passwd"_s};
    QTest::newRow("import") << QByteArray("POST") << u"/api/import"_s << QJsonObject{{u"paths"_s, paths}};
    QTest::newRow("import a file") << QByteArray("POST") << u"/api/import/file"_s
                                   << QJsonObject{{u"path"_s, u"/etc/passwd"_s}};
    QTest::newRow("backup") << QByteArray("POST") << u"/api/library/backup"_s
                            << QJsonObject{{u"path"_s, u"/tmp/stolen"_s}};
    QTest::newRow("check") << QByteArray("POST") << u"/api/library/check"_s << QJsonObject();
    QTest::newRow("recognition") << QByteArray("POST") << u"/api/recognition/run"_s << QJsonObject();
    QTest::newRow("models") << QByteArray("POST") << u"/api/models/fetch"_s << QJsonObject();
    QTest::newRow("status") << QByteArray("GET") << u"/api/status"_s << QJsonObject();
    QTest::newRow("users") << QByteArray("GET") << u"/api/admin/users"_s << QJsonObject();
    QTest::newRow("add a user") << QByteArray("POST") << u"/api/admin/users"_s
                                << QJsonObject{{u"name"_s, u"X"_s}, {u"email"_s, u"x@x"_s}, {u"isAdmin"_s, true}};
    QTest::newRow("pause") << QByteArray("POST") << u"/api/work/process/pause"_s << QJsonObject();
    QTest::newRow("a key of the owner's")
        << QByteArray("POST") << u"/api/api-keys"_s << QJsonObject{{u"name"_s, u"x"_s}, {u"user"_s, u"Owner"_s}};
}

void SecurityTest::guestsMayNotAdminister()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    const HttpAnswer answer = method == "GET" ? m_guest.get(path) : m_guest.post(path, body);
    QVERIFY2(answer.status == 403, answer.text().constData());
    QVERIFY(!answer.body.contains("root:"));
}

void SecurityTest::nobodyNamesFilesThroughAProxy()
{
    const QTemporaryDir folder;
    const QString file = writeJpegs(folder.path(), 1, 50).first();
    for (const char *header :
         {"X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7", "X-Forwarded-Proto: https"}) {
        const HttpClient proxied = m_owner.withHeaders({header});
        for (const HttpAnswer &answer : {proxied.post(u"/api/import/file"_s, {{u"path"_s, file}}),
                                         proxied.post(u"/api/import"_s, {{u"paths"_s, QJsonArray{file}}}),
                                         proxied.post(u"/api/library/backup"_s, {{u"path"_s, folder.path()}})}) {
            QVERIFY2(answer.status == 403, answer.text().constData());
        }
    }
    QCOMPARE(m_owner.post(u"/api/import/file"_s, {{u"path"_s, file}}).status, 201);
}

void SecurityTest::pathsDoNotLeadElsewhere_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/../../../../etc/passwd", "/api/../../etc/passwd", "/api/asset/../../owner.key",
          "/api/asset/%2e%2e/original", "/api/asset/..%2f..%2fowner.key/original",
          "/api/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd/original", "/api/assets/..%5c..%5cowner.key/original",
          "/api/assets/%252e%252e%252fowner.key/original", "/api/assets/%00/original", "/api/assets/a%00b/thumbnail",
          "/api/assets/%c0%ae%c0%ae/original", "/api/assets//original", "/api/assets/./original", "/owner.key",
          "/kinframe.db", "/blobs", "//etc/passwd"}) {
        QTest::newRow(path) << QString::fromLatin1(path);
    }
}

void SecurityTest::pathsDoNotLeadElsewhere()
{
    QFETCH(QString, path);
    const HttpAnswer answer = m_owner.get(path);
    QVERIFY2(answer.status == 400 || answer.status == 404, answer.text().constData());
    QVERIFY(!answer.body.contains("root:") && !answer.body.contains(m_owner.key()) && !answer.body.contains("SQLite"));
    QVERIFY(!answer.body.contains(m_kinframe.data().toUtf8()));
}

void SecurityTest::headsAreBounded()
{
    QList<QByteArray> many;
    for (int i = 0; i < 120; ++i) {
        many << "X-Number-" + QByteArray::number(i) + ": 1";
    }
    QCOMPARE(m_owner.withHeaders(many).get(u"/api/server/ping"_s).status, 431);
    QCOMPARE(m_owner.withHeaders({"X-Long: " + QByteArray(40'000, 'x')}).get(u"/api/server/ping"_s).status, 431);
    QCOMPARE(m_owner.get(u"/api/server/ping?x="_s + QString(20'000, u'x')).status, 414);
    QCOMPARE(m_owner.get(u"/api/server/ping"_s).status, 200);
}

void SecurityTest::bodiesAreBounded()
{
    const QJsonObject large{{u"name"_s, QString(2'000'000, u'x')}};
    QCOMPARE(m_owner.post(u"/api/people"_s, large).status, 413);
    QCOMPARE(m_owner.send("POST", u"/api/people"_s, "{\"name\":", "application/json").status, 400);
    QCOMPARE(m_owner.send("POST", u"/api/people"_s, QByteArray(100'000, '['), "application/json").status, 400);
}

void SecurityTest::wrongMethodSaysTheRightOnes()
{
    const HttpAnswer answer = m_owner.remove(u"/api/people"_s);
    QVERIFY2(answer.status == 405, answer.text().constData());
    QVERIFY2(answer.headers.value("allow").contains("GET"), answer.headers.value("allow").constData());
}

void SecurityTest::trustedComputerNeedsNoKey()
{
    KinframeProcess trusting;
    QVERIFY2(trusting.start({u"--trust-loopback"_s}), trusting.log().constData());
    const HttpClient anybody = trusting.anybody();
    QCOMPARE(anybody.get(u"/api/status"_s).status, 200);
    QCOMPARE(anybody.upload(u"a.jpg"_s, madeJpeg(1)).status, 201);
    // A wrong key is not the same as none, and what a proxy passes on is not of this computer.
    QCOMPARE(anybody.withKey("kk_wrong").get(u"/api/status"_s).status, 401);
    for (const char *header : {"X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7", "X-Forwarded-Host: a"}) {
        QCOMPARE(anybody.withHeaders({header}).get(u"/api/status"_s).status, 401);
    }
    QCOMPARE(anybody.withHeaders({"Host: evil.example"}).get(u"/api/status"_s).status, 403);
    QCOMPARE(anybody.withHeaders({"Origin: https://evil.example"}).get(u"/api/status"_s).status, 403);
    QVERIFY2(trusting.stop(), trusting.log().constData());
}

void SecurityTest::cleanupTestCase()
{
    QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
}

QTEST_GUILESS_MAIN(SecurityTest)
#include "tst_security.moc"
