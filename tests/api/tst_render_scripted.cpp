// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"
#include "api/scripted_renderer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace

/// What tasks say while they are rendered and afterwards: how long they will take, and why they failed, whole and
/// without a word of where things lie on the server.
class RenderScriptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void halfwayIsEstimated();
    void aTestFrameHasTheWholeReason();
    void cancelledFramesHaveNotFailed();
    void damagedPackingIsTheScenes();
    void aSceneThatWentIsNamedByItsKey();
    void aVideoAfterCleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] QString messageOf(qint64 id) const
    {
        return taskOf(m_client, id).value("error_message"_L1).toString();
    }
    [[nodiscard]] bool rendersAnyway(bool isSo) const
    {
        QJsonObject setup = dataOf(m_client.get(u"/api/render-setup"_s));
        setup.insert(u"render_anyway"_s, isSo);
        return m_client.put(u"/api/render-setup"_s, setup).status == 200;
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    ScriptedRenderer m_script;
};

void RenderScriptedTest::initTestCase()
{
    if (const QString missing = ScriptedRenderer::missing(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client().withHeaders({"Accept-Language: en"});
    QCOMPARE(m_script.setUp(m_client).status, 200);
}

void RenderScriptedTest::halfwayIsEstimated()
{
    const QByteArray script = "while [ $1 = 1 ] && [ ! -e \"$HERE/first\" ]; do sleep 0.05; done\n"
                              "[ $1 = 1 ] && sleep 0.3\n"
                              "while [ $1 != 1 ] && [ ! -e \"$HERE/half\" ]; do sleep 0.05; done\npicture";
    const qint64 id = m_script.makeTask(m_client, script, {{u"total_frames"_s, 2}});
    QVERIFY(taskOf(m_client, id).value("estimated_cost"_L1).isNull());
    QVERIFY(m_script.touch(u"first"_s));
    QVERIFY2(waitUntil([&] {
                 const QList<QJsonObject> frames = framesOf(m_client, id);
                 return countFrames(frames, u"completed"_s) == 1 && countFrames(frames, u"rendering"_s) == 1;
             }),
             storyOf(m_client, id).constData());
    const QJsonObject task = taskOf(m_client, id);
    QCOMPARE(task.value("progress"_L1).toDouble(), 50.0);
    // The frame that is known costs half of both.
    constexpr double rounding = 2e-6;
    const double cost = task.value("actual_cost"_L1).toDouble();
    QVERIFY(cost > 0 && std::abs(task.value("estimated_cost"_L1).toDouble() - 2 * cost) <= rounding);
    for (const QJsonObject &told : {task, dataOf(m_client.get(taskPath(id, u"/status"_s)))}) {
        const QString end = told.value("estimated_completion"_L1).toString();
        const QString start = told.value("started_at"_L1).toString();
        QVERIFY2(timeOf(end).isValid() && timeOf(start) < timeOf(end), qPrintable(start + u' ' + end));
    }
    // Others wait meanwhile, with test frames or without.
    const qint64 tested = m_script.makeTask(m_client, "picture", {{u"test_frames"_s, u"1"_s}});
    const qint64 plain = m_script.makeTask(m_client, "picture");
    QCOMPARE(taskOf(m_client, tested).value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(taskOf(m_client, tested).value("test_frame_status"_L1).toString(), u"pending"_s);
    QVERIFY(taskOf(m_client, plain).value("test_frame_status"_L1).isNull());
    QVERIFY(m_script.touch(u"half"_s));
    QCOMPARE(endOf(m_client, tested).value("test_frame_status"_L1).toString(), u"completed"_s);
    QCOMPARE(endOf(m_client, plain).value("status"_L1).toString(), u"completed"_s);
    const QJsonObject whole = endOf(m_client, id);
    QVERIFY(whole.value("estimated_completion"_L1).isNull());
    QCOMPARE(whole.value("estimated_cost"_L1), whole.value("actual_cost"_L1));
}

void RenderScriptedTest::aTestFrameHasTheWholeReason()
{
    const qint64 id = m_script.makeTask(
        m_client, "sleep 600",
        {{u"total_frames"_s, 3}, {u"test_frames"_s, u"2"_s}, {u"stop_after_test"_s, true}, {u"frame_timeout"_s, 1}});
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 5003);
    QCOMPARE(task.value("failed_frames"_L1).toInt(), 1);
    const QString reason = framesOf(m_client, id).at(1).value("error_message"_L1).toString();
    QVERIFY2(reason.contains(u"longer than the 1 seconds"_s), qPrintable(reason));
    const QString said = messageOf(id);
    QVERIFY2(said.contains(u"test frame 2 "_s) && said.endsWith(reason), qPrintable(said));
    // In one language from its beginning to its end.
    const QJsonObject chinese = dataOf(m_kinframe.client().get(taskPath(id)));
    const QString translated = chinese.value("error_message"_L1).toString();
    QVERIFY2(translated.contains(u"测试帧 2"_s) && translated.contains(u"1 秒"_s), qPrintable(translated));
    QVERIFY2(!translated.contains(u"frame"_s), qPrintable(translated));
}

void RenderScriptedTest::cancelledFramesHaveNotFailed()
{
    const qint64 id = m_script.makeTask(m_client, "begin $1; while [ ! -e \"$HERE/go\" ]; do sleep 0.05; done; picture",
                                        {{u"total_frames"_s, 3}});
    QVERIFY2(waitUntil([&] { return m_script.begun().contains(u"1"_s); }), storyOf(m_client, id).constData());
    QCOMPARE(m_client.post(taskPath(id, u"/cancel"_s)).status, 200);
    QCOMPARE(m_client.post(taskPath(id, u"/frames/1/retry"_s)).status, 202);
    QVERIFY(m_script.touch(u"go"_s));
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("completed_frames"_L1).toInt(), 1);
    QCOMPARE(task.value("failed_frames"_L1).toInt(-1), 0);
    QCOMPARE(countFrames(framesOf(m_client, id), u"cancelled"_s), 2);
    QVERIFY2(messageOf(id).startsWith("0 of 3 frames failed, and 2 were cancelled."_L1), qPrintable(messageOf(id)));
    // Those are rendered as well, and with them it is done.
    QCOMPARE(m_client.post(taskPath(id, u"/frames/retry-failed"_s)).status, 202);
    QCOMPARE(endOf(m_client, id).value("status"_L1).toString(), u"completed"_s);
}

void RenderScriptedTest::damagedPackingIsTheScenes()
{
    const QString key = u"projects/anna/wolf.sh.gz"_s;
    const QByteArray damaged = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + QByteArray(200, '\xff');
    QCOMPARE(putFile(m_client, damaged, {{"path", key.toUtf8()}}).status, 201);
    const HttpAnswer made = m_client.post(u"/api/tasks"_s, taskBody(key, {{u"render_engine"_s, u"command"_s}}));
    const qint64 id = dataOf(made).value("id"_L1).toInteger(-1);
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 400); // As where it is analysed.
    QCOMPARE(messageOf(id), u"The scene “%1” cannot be read: its packing is damaged."_s.arg(key));
}

void RenderScriptedTest::aSceneThatWentIsNamedByItsKey()
{
    const QString key = u"projects/anna/gone.sh"_s;
    const QByteArray scene = madeBytes(100, 1);
    QCOMPARE(putFile(m_client, scene, {{"path", key.toUtf8()}}).status, 201);
    QVERIFY(rendersAnyway(false));
    const HttpAnswer made = m_client.post(
        u"/api/tasks"_s, taskBody(key, {{u"render_engine"_s, u"command"_s}, {u"ram"_s, 512}, {u"gpu_count"_s, 8}}));
    const qint64 id = dataOf(made).value("id"_L1).toInteger(-1);
    QVERIFY2(waitUntil([&] { return !messageOf(id).isEmpty(); }), storyOf(m_client, id).constData());
    QVERIFY2(messageOf(id).contains("512 GB"_L1), qPrintable(messageOf(id)));
    QVERIFY(QFile::remove(m_kinframe.data() + u"/blobs/"_s + blobName(sha256Of(scene))));
    QVERIFY(rendersAnyway(true));
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "failed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(task.value("error_code"_L1).toInt(), 2002);
    QVERIFY2(messageOf(id).contains(key), qPrintable(messageOf(id)));
}

void RenderScriptedTest::aVideoAfterCleanup()
{
    const qint64 id = m_script.makeTask(m_client, "picture", {{u"total_frames"_s, 3}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const auto cleanUp = [&](qint64 task) {
        HttpAnswer cleaned;
        const bool isDone = waitUntil([&] {
            cleaned = m_client.post(taskPath(task, u"/cleanup"_s));
            return cleaned.status != 409; // while its last frames are being stored
        });
        return isDone ? dataOf(cleaned).value("freed_bytes"_L1).toInteger(-1) : -1;
    };
    QVERIFY(cleanUp(id) > 0);
    const HttpAnswer video = m_client.get(taskPath(id, u"/preview"_s));
    QVERIFY2(video.status == 200, video.text().constData());
    QCOMPARE(video.headers.value("content-type"), QByteArray("video/mp4"));
    QCOMPARE(video.body.mid(4, 4), QByteArray("ftyp"));
    // It takes space until that is wanted back, and is made again.
    QCOMPARE(cleanUp(id), video.body.size());
    QVERIFY(!QDir(m_kinframe.data() + u"/renders/%1"_s.arg(id)).exists());
    QCOMPARE(m_client.get(taskPath(id, u"/preview"_s)).status, 200);
}

void RenderScriptedTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
}

QTEST_GUILESS_MAIN(RenderScriptedTest)
#include "tst_render_scripted.moc"
