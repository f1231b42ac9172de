// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/live_database.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/scripted_renderer.h"
#include "api/test_data.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int internalError = 5000;
constexpr int databaseError = 5001;

/// What is wrong with an answer that is to be that failure; empty: nothing.
QByteArray problemOf(const HttpAnswer &answer, int code)
{
    const QString message = code == databaseError ? u"数据库错误"_s : u"内部错误"_s;
    const QJsonObject said = answer.object();
    const bool isRight = answer.status == 500 && codeOf(answer) == code && answer.message() == message &&
                         !said.value("detail"_L1).toString().isEmpty() &&
                         said.value("errors"_L1) == QJsonValue(QJsonArray()) && !said.contains("data"_L1) &&
                         answer.headers.contains("x-ratelimit-remaining");
    return isRight ? QByteArray() : answer.text();
}

} // namespace

/// A library that is spoiled under a program that runs: clients are told by its code, and all goes on afterwards.
class RenderSpoiledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTableIsGone_data();
    void aTableIsGone();
    void nothingHalfIsKept();
    void somebodyElseHoldsTheDatabase();
    void aFrameEndsMeanwhile();
    void aVideoThatCannotBeWritten();
    void aFolderThatTakesNoFile();
    void itRendersOn();
    void cleanupTestCase();

private:
    [[nodiscard]] HttpAnswer make(const HttpClient &client) const
    {
        return client.post(u"/api/tasks"_s, taskBody(m_scene, {{u"render_engine"_s, u"command"_s}}));
    }
    [[nodiscard]] qint64 taskCount() const
    {
        return dataOf(m_client.get(u"/api/tasks"_s)).value("total"_L1).toInteger(-1);
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    ScriptedRenderer m_script;
    qint64 m_task = -1; ///< it is rendered
    qint64 m_frame = -1;
    QString m_scene;
};

void RenderSpoiledTest::initTestCase()
{
    if (const QString missing = ScriptedRenderer::missing(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
    const HttpAnswer set = m_script.setUp(m_client);
    QVERIFY2(set.status == 200, set.text().constData());
    m_task = m_script.makeTask(m_client, "picture", {{u"total_frames"_s, 2}});
    const QJsonObject task = endOf(m_client, m_task);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, m_task).constData());
    m_scene = task.value("scene_file"_L1).toString();
    m_frame = framesOf(m_client, m_task).first().value("id"_L1).toInteger();
    // The end of its process is written, too: one renders at a time, and what renders is not cleaned up.
    const qint64 next = m_script.makeTask(m_client, "picture");
    QVERIFY2(endOf(m_client, next).value("status"_L1) == "completed"_L1, storyOf(m_client, next).constData());
    QVERIFY(waitUntil([&] { return m_client.post(taskPath(next, u"/cleanup"_s)).status == 200; }));
    QVERIFY(waitUntilIdle(m_client));
}

void RenderSpoiledTest::aTableIsGone_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    const auto row = [](const char *table, const char *method, const QString &path, const QJsonObject &body = {}) {
        QTest::addRow("%s: %s %s", table, method, qPrintable(path))
            << QByteArray(table) << QByteArray(method) << path << body;
    };
    const QJsonObject scene{{u"oss_file_path"_s, m_scene}, {u"unionid"_s, u"anna"_s}};
    row("render_task", "POST", u"/api/tasks"_s, taskBody(m_scene));
    row("render_task", "GET", u"/api/tasks"_s);
    row("render_task", "POST", u"/api/tasks/batch-status"_s, {{u"task_ids"_s, QJsonArray{m_task}}});
    for (const QString &tail : {u""_s, u"/status"_s, u"/frames"_s, u"/assets"_s, u"/preview"_s}) {
        row("render_task", "GET", taskPath(m_task, tail));
    }
    for (const QString &tail :
         {u"/cancel"_s, u"/pause"_s, u"/resume"_s, u"/cleanup"_s, u"/frames/1/retry"_s, u"/frames/retry-failed"_s}) {
        row("render_task", "POST", taskPath(m_task, tail));
    }
    row("render_task_file", "GET", taskPath(m_task, u"/assets"_s));
    row("render_frame", "GET", taskPath(m_task, u"/frames"_s));
    row("render_frame", "GET", taskPath(m_task, u"/frames/1"_s));
    row("render_frame", "GET", u"/api/files/download/%1"_s.arg(m_frame));
    row("render_attempt", "GET", taskPath(m_task, u"/frames/1/log"_s));
    row("render_file", "POST", u"/api/tasks"_s, taskBody(m_scene));
    row("render_file", "POST", u"/api/files/check-hashes"_s, {{u"hashes"_s, QJsonArray{QString(32, u'a')}}});
    row("render_file", "GET", u"/api/files/download-url/1"_s);
    row("render_file", "POST", u"/api/scene/analyse"_s, scene);
    row("render_file", "POST", u"/api/files/collect"_s);
    row("scene_facts", "GET", u"/api/scene/analyse/"_s + QString(32, u'a'));
    row("setting", "GET", u"/api/hardware-configs"_s);
    row("setting", "POST", u"/api/hardware-configs/match"_s, {{u"ram"_s, 16}});
}

void RenderSpoiledTest::aTableIsGone()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QJsonObject, body);
    LiveDatabase database(m_kinframe.data());
    GoneTable gone(database, table);
    QVERIFY(gone.isGone());
    const HttpAnswer answer = method == "POST" ? m_client.post(path, body) : m_client.get(path);
    QCOMPARE(problemOf(answer, databaseError), QByteArray());
    QVERIFY(gone.bringBack());
    QCOMPARE(stateOf(m_client, m_task), u"completed"_s);
}

void RenderSpoiledTest::nothingHalfIsKept()
{
    LiveDatabase database(m_kinframe.data());
    const QByteArray bytes = madeBytes(5'000, 1);
    const QStringList blobs = filesBelow(m_kinframe.data() + u"/blobs"_s);
    {
        const GoneTable gone(database, "render_file");
        QVERIFY(gone.isGone());
        QCOMPARE(problemOf(putFile(m_client, bytes), databaseError), QByteArray());
        QVERIFY(waitUntil([&] { return filesBelow(m_kinframe.data() + u"/blobs"_s) == blobs; }));
        // A request's body goes with the request: just after its answer.
        QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    }
    QCOMPARE(putFile(m_client, bytes).status, 201);
    const qint64 before = taskCount();
    const HttpClient keyed = m_client.withHeaders({"Idempotency-Key: half"});
    {
        // The task itself could be written, its frames cannot.
        const GoneTable gone(database, "render_frame");
        QVERIFY(gone.isGone());
        QCOMPARE(problemOf(make(keyed), databaseError), QByteArray());
    }
    QCOMPARE(taskCount(), before);
    const HttpAnswer made = make(keyed);
    QVERIFY2(made.status == 201, made.text().constData());
    QCOMPARE(taskCount(), before + 1);
}

void RenderSpoiledTest::somebodyElseHoldsTheDatabase()
{
    LiveDatabase database(m_kinframe.data());
    QVERIFY(waitUntilIdle(m_client));
    QVERIFY(database.run("BEGIN IMMEDIATE"));
    const HttpClient keyed = m_client.withHeaders({"Idempotency-Key: held"});
    QCOMPARE(problemOf(make(keyed), databaseError), QByteArray());
    QCOMPARE(stateOf(m_client, m_task), u"completed"_s); // Whoever reads waits for nobody.
    QVERIFY(database.run("ROLLBACK"));
    const HttpAnswer made = make(keyed);
    QVERIFY2(made.status == 201, made.text().constData());
}

void RenderSpoiledTest::aFrameEndsMeanwhile()
{
    m_script.forgetBegun();
    const qint64 id = m_script.makeTask(m_client, "begin $1\nuntil [ -e \"$HERE/go\" ]; do sleep 0.1; done\npicture");
    QVERIFY(waitUntil([&] { return m_script.begun() == QStringList{u"1"_s}; }));
    QVERIFY(waitUntil([&] { return stateOf(m_client, id) == "rendering"_L1; }));
    LiveDatabase database(m_kinframe.data());
    const qsizetype before = m_kinframe.warnings().size();
    const auto warns = [&](const QByteArray &text) { return m_kinframe.warnings().mid(before).contains(text); };
    QVERIFY(database.run("BEGIN IMMEDIATE"));
    QVERIFY(m_script.touch(u"go"_s));
    QVERIFY(waitUntil([&] { return warns("what became of frames cannot be written"); }));
    // Two more writes that wait in line with those of the frame: by then each of them has been tried.
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(problemOf(make(m_client), databaseError), QByteArray());
    }
    QVERIFY(database.run("ROLLBACK"));
    QVERIFY2(!warns("a change of a render is lost"), m_kinframe.log().constData());
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(framesOf(m_client, id).first().value("retry_count"_L1).toInt(-1), 0);
}

void RenderSpoiledTest::aVideoThatCannotBeWritten()
{
    const QString video = m_kinframe.data() + u"/renders/%1/preview_24.mp4"_s.arg(m_task);
    QVERIFY(QDir().mkpath(video + u"/in the way"_s));
    QCOMPARE(problemOf(m_client.get(taskPath(m_task, u"/preview"_s)), internalError), QByteArray());
    QVERIFY(!QFile::exists(video + u".part"_s));
    QVERIFY(QDir(video).removeRecursively());
    const HttpAnswer whole = m_client.get(taskPath(m_task, u"/preview"_s));
    QVERIFY2(whole.status == 200, whole.text().constData());
}

void RenderSpoiledTest::aFolderThatTakesNoFile()
{
    QVERIFY(waitUntilIdle(m_client)); // What was rendered before has come into the library.
    const QString blobs = m_kinframe.data() + u"/blobs"_s;
    const QByteArray bytes = madeBytes(5'000, 2);
    QVERIFY(QFile::rename(blobs, blobs + u" aside"_s));
    QVERIFY(writeBytes(blobs, "no folder"));
    const HttpAnswer refused = putFile(m_client, bytes);
    QVERIFY(QFile::remove(blobs));
    QVERIFY(QFile::rename(blobs + u" aside"_s, blobs));
    QCOMPARE(problemOf(refused, internalError), QByteArray());
    QTRY_COMPARE_WITH_TIMEOUT(filesBelow(m_kinframe.data() + u"/tmp"_s), QStringList(), 60'000);
    const HttpAnswer stored = putFile(m_client, bytes);
    QVERIFY2(stored.status == 201, stored.text().constData());
}

void RenderSpoiledTest::itRendersOn()
{
    const qint64 id = m_script.makeTask(m_client, "picture", {{u"total_frames"_s, 3}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QVERIFY(waitUntil([&] { return imagesOfTask(m_client, id).size() == 1; })); // The same picture three times.
}

void RenderSpoiledTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
}

QTEST_GUILESS_MAIN(RenderSpoiledTest)
#include "tst_render_spoiled.moc"
