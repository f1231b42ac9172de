// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

#include "base/ids.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace kinframe;
using namespace Qt::StringLiterals;

class TestAdminOverHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreForThisComputerOnly();
    void pathsMustBeAbsolute();
    void importsAreStartedAndAskedFor();
    void theStatusCounts();
    void checkingAndBackingUpReport();
    void tasksAreShownAndStopped();
    void workOfUnknownKindsIsNotFound();
    void anyoneMayAskWhatThisIs();
};

void TestAdminOverHttp::pathsAreForThisComputerOnly()
{
    ApiFixture fixture;
    const QByteArray body = R"({"paths":["/tmp"],"path":"/tmp/x"})";
    for (const QByteArray target : {"/api/import", "/api/import/file", "/api/library/backup"}) {
        QCOMPARE(fixture.call({"POST", target, body, false}).status(), 403);
        // A proxy here speaks for somebody elsewhere.
        QCOMPARE(fixture.call({"POST", target, body, true, {{"X-Forwarded-For", "192.0.2.7"}}}).status(), 403);
    }
}

void TestAdminOverHttp::pathsMustBeAbsolute()
{
    ApiFixture fixture;
    QCOMPARE(fixture.post("/api/import", R"({"paths":["photos"]})").status(), 400);
    QCOMPARE(fixture.post("/api/import", R"({"paths":[]})").status(), 400);
    QCOMPARE(fixture.post("/api/import", R"({"paths":"/tmp"})").status(), 400);
    QCOMPARE(fixture.post("/api/import/file", R"({"path":"../photo.jpg"})").status(), 400);
    QCOMPARE(fixture.post("/api/import/file", R"({"path":"/does/not/exist.jpg"})").status(), 404);
    QCOMPARE(fixture.post("/api/library/backup", R"({})").status(), 400);
}

void TestAdminOverHttp::importsAreStartedAndAskedFor()
{
    ApiFixture fixture;
    const QString folder = fixture.folder.path();
    const http::Reply reply = fixture.post(
        "/api/import", QJsonDocument(QJsonObject{{u"paths"_s, QJsonArray{folder}}, {u"inPlace"_s, true}}).toJson());
    QCOMPARE(reply.status(), 201);
    const QJsonObject run = ApiFixture::objectOf(reply);
    QCOMPARE(run.value("state"_L1).toString(), u"running"_s);
    QCOMPARE(run.value("inPlace"_L1).toBool(), true);
    QCOMPARE(run.value("paths"_L1).toArray(), QJsonArray{QDir::cleanPath(folder)});
    const QByteArray path = "/api/import/" + run.value("id"_L1).toString().toLatin1();
    QCOMPARE(ApiFixture::objectOf(fixture.get(path)), run);
    const QJsonObject failures = ApiFixture::objectOf(fixture.get(path + "/failures"));
    QCOMPARE(failures.value("items"_L1).toArray().size(), 0);
    QVERIFY(failures.value("next"_L1).isNull());
    QCOMPARE(fixture.call({"GET", path, {}, false}).status(), 403);
    QCOMPARE(fixture.get("/api/import/" + toText(newUuid()).toLatin1()).status(), 404);
}

void TestAdminOverHttp::theStatusCounts()
{
    ApiFixture fixture;
    fixture.addFace(fixture.addAsset(1), fixture.addPerson(u"A"_s));
    const QJsonObject status = ApiFixture::objectOf(fixture.get("/api/status"));
    const QJsonObject counts = status.value("counts"_L1).toObject();
    QCOMPARE(counts.value("assets"_L1).toInt(), 1);
    QCOMPARE(counts.value("people"_L1).toInt(), 1);
    QCOMPARE(counts.value("faces"_L1).toInt(), 1);
    QCOMPARE(counts.value("users"_L1).toInt(), 1);
    QCOMPARE(status.value("storage"_L1).toObject().value("originals"_L1).toInt(), 5);
    QCOMPARE(status.value("version"_L1).toString(), QStringLiteral(KINFRAME_VERSION));
    QCOMPARE(status.value("epoch"_L1).toString().size(), 32);
    QCOMPARE(status.value("recognition"_L1).toObject().value("ready"_L1).toBool(true), false);
    QVERIFY(!status.value("recognition"_L1).toObject().value("error"_L1).toString().isEmpty());
}

void TestAdminOverHttp::checkingAndBackingUpReport()
{
    ApiFixture fixture;
    QVERIFY(ApiFixture::objectOf(fixture.post("/api/library/check")).value("isWell"_L1).toBool());
    fixture.addAsset(1);
    const QJsonObject report = ApiFixture::objectOf(fixture.post("/api/library/check"));
    QCOMPARE(report.value("isWell"_L1).toBool(true), false);
    QCOMPARE(report.value("missing"_L1).toArray().size(), 1);
    // All that can be backed up is, and what cannot is named.
    const QString target = fixture.folder.filePath(u"backup"_s);
    const QByteArray body = QJsonDocument(QJsonObject{{u"path"_s, target}}).toJson();
    const QJsonObject backup = ApiFixture::objectOf(fixture.post("/api/library/backup", body));
    QCOMPARE(backup.value("isWhole"_L1).toBool(true), false);
    QCOMPARE(backup.value("blobs"_L1).toInt(-1), 0);
    QCOMPARE(backup.value("lost"_L1).toArray().at(0).toObject().value("hash"_L1), report.value("missing"_L1)[0]);
    QVERIFY(backup.value("message"_L1).toString().startsWith("The backup is done, but not whole: "_L1) ||
            backup.value("message"_L1).toString().startsWith(u"备份已完成，但不完整"_s));
    QVERIFY(fixture.progress.snapshot().empty());
}

void TestAdminOverHttp::tasksAreShownAndStopped()
{
    ApiFixture fixture;
    bool isStopped = false;
    TaskInfo info;
    info.kind = u"import"_s;
    info.user = fixture.owner.uuid;
    info.cancel = [&isStopped] { isStopped = true; };
    const ScopedTask mine = fixture.progress.begin(info);
    info.user = newUuid();
    const ScopedTask another = fixture.progress.begin(info);
    const QJsonArray tasks = ApiFixture::objectOf(fixture.get("/api/progress")).value("tasks"_L1).toArray();
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(tasks[0].toObject().value("id"_L1).toString(), toText(mine.id()));
    const auto cancel = [](const QUuid &id) -> QByteArray {
        return "/api/progress/" + toText(id).toLatin1() + "/cancel";
    };
    QCOMPARE(fixture.post(cancel(another.id())).status(), 404);
    QVERIFY(!isStopped);
    QCOMPARE(fixture.post(cancel(mine.id())).status(), 204);
    QVERIFY(isStopped);
}

void TestAdminOverHttp::workOfUnknownKindsIsNotFound()
{
    ApiFixture fixture;
    QCOMPARE(fixture.post("/api/work/dreaming/pause").status(), 404);
}

void TestAdminOverHttp::anyoneMayAskWhatThisIs()
{
    ApiFixture fixture;
    QCOMPARE(fixture.get("/api/server/ping").bodyBytes(), QByteArray(R"({"res":"pong"})"));
    QCOMPARE(fixture.get("/.well-known/immich").bodyBytes(), QByteArray(R"({"api":{"endpoint":"/api"}})"));
    const QJsonObject version = ApiFixture::objectOf(fixture.get("/api/server-info/version"));
    QCOMPARE(version.value("major"_L1).toInt(), 2);
    QVERIFY(fixture.get("/api/docs").headers().has("Content-Security-Policy"));
    QVERIFY(fixture.get("/api/openapi.json").bodyBytes().startsWith('{'));
}

QTEST_GUILESS_MAIN(TestAdminOverHttp)
#include "tst_admin_over_http.moc"
