// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int pauseMs = 10'000;

QDateTime timeOf(const QJsonObject &object, const char *field)
{
    return QDateTime::fromString(object.value(QLatin1String(field)).toString(), Qt::ISODateWithMs);
}

} // namespace

/// Tasks that people pause, resume, cancel and clean up while they are rendered.
class RenderMovesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPauseStandsStill();
    void aTaskPausesBeforeItBegins();
    void aTaskPausesInItsTest();
    void aFrameIsAskedForInAPause();
    void pausedAndResumedAgainAndAgain();
    void cancelEndsTheRenderer();
    void aPausedTaskIsCancelled();
    void cleanupKeepsTheLibrary();
    void cleanupTestCase();

private:
    [[nodiscard]] QString folderOf(qint64 id) const { return m_kinframe.data() + u"/renders/%1"_s.arg(id); }
    [[nodiscard]] HttpAnswer act(qint64 id, const QString &what) const
    {
        return m_client.post(taskPath(id, u'/' + what));
    }
    /// Whether the server refuses that as the state does not allow it.
    [[nodiscard]] bool isRefused(qint64 id, const QString &what) const
    {
        const HttpAnswer answer = act(id, what);
        return answer.status == 409 && codeOf(answer) == 3000 && !answer.object().value("detail"_L1).isNull();
    }
    [[nodiscard]] bool hasBegun(qint64 id) const
    {
        return waitUntil([&] {
            return countFrames(framesOf(m_client, id), u"rendering"_s) > 0 && !renderersIn(folderOf(id)).isEmpty();
        });
    }

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
};

void RenderMovesTest::initTestCase()
{
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
    QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
    m_client = m_kinframe.client();
}

void RenderMovesTest::aPauseStandsStill()
{
    constexpr int count = 12;
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, count}});
    QVERIFY(waitUntil([&] { return countFrames(framesOf(m_client, id), u"completed"_s) > 0; }));
    const HttpAnswer paused = act(id, u"pause"_s);
    QVERIFY2(paused.status == 200, paused.text().constData());
    QCOMPARE(paused.message(), u"任务暂停成功"_s);
    QCOMPARE(dataOf(paused), (QJsonObject{{u"id"_s, id}, {u"status"_s, u"paused"_s}}));
    QVERIFY(waitUntil([&] {
        const QList<qint64> renderers = renderersIn(folderOf(id));
        return !renderers.isEmpty() && std::all_of(renderers.begin(), renderers.end(), isStopped);
    }));
    const QDateTime stoppedAt = QDateTime::currentDateTimeUtc();
    // In the first half, what was written before is still found.
    const QDeadlineTimer half(pauseMs / 2);
    QVERIFY(waitUntil([&] { return half.hasExpired(); }));
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QVERIFY(countFrames(frames, u"completed"_s) < count);
    const QDeadlineTimer end(pauseMs / 2);
    while (!end.hasExpired()) {
        QCOMPARE(framesOf(m_client, id), frames);
        const QJsonObject task = taskOf(m_client, id);
        QCOMPARE(task.value("status"_L1).toString(), u"paused"_s);
        QVERIFY(task.value("estimated_completion"_L1).isNull());
    }
    const qint64 stoodMs = stoppedAt.msecsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(isRefused(id, u"pause"_s));

    const HttpAnswer resumed = act(id, u"resume"_s);
    QVERIFY2(resumed.status == 200, resumed.text().constData());
    QCOMPARE(resumed.message(), u"任务恢复成功"_s);
    QCOMPARE(dataOf(resumed), (QJsonObject{{u"id"_s, id}, {u"status"_s, u"rendering"_s}}));
    QVERIFY(isRefused(id, u"resume"_s));
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    double renderMs = 0;
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        QCOMPARE(frame.value("retry_count"_L1).toInt(-1), 0);
        renderMs += frame.value("render_time"_L1).toDouble() * 1000;
    }
    // One process at a time: frames take no longer than the task did without the pause.
    constexpr double roundingMs = count * 10;
    const qint64 tookMs = timeOf(task, "started_at").msecsTo(timeOf(task, "completed_at"));
    const QByteArray times = QByteArray::number(renderMs) + " of " + QByteArray::number(tookMs) + " ms, paused for " +
                             QByteArray::number(stoodMs);
    QVERIFY2(renderMs <= double(tookMs - stoodMs) + roundingMs, times.constData());
    QVERIFY(isRefused(id, u"pause"_s) && isRefused(id, u"resume"_s) && isRefused(id, u"cancel"_s));
}

void RenderMovesTest::aTaskPausesBeforeItBegins()
{
    const qint64 before = makeTask(m_client, u"slow"_s);
    QVERIFY(hasBegun(before));
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"test_frames"_s, u"1"_s}});
    QCOMPARE(dataOf(act(id, u"pause"_s)).value("status"_L1).toString(), u"paused"_s);
    QCOMPARE(stateOf(m_client, id), u"paused"_s);
    QCOMPARE(dataOf(act(id, u"resume"_s)).value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(dataOf(act(id, u"pause"_s)).value("status"_L1).toString(), u"paused"_s);
    QCOMPARE(act(before, u"cancel"_s).status, 200);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(before)).isEmpty(); }));
    // Somebody else goes by; it stays.
    const qint64 other = makeTask(m_client, u"plain"_s);
    QCOMPARE(endOf(m_client, other).value("status"_L1).toString(), u"completed"_s);
    QCOMPARE(stateOf(m_client, id), u"paused"_s);
    QVERIFY(taskOf(m_client, id).value("started_at"_L1).isNull());
    QCOMPARE(act(id, u"resume"_s).status, 200);
    QCOMPARE(endOf(m_client, id).value("status"_L1).toString(), u"completed"_s);
}

void RenderMovesTest::aTaskPausesInItsTest()
{
    const qint64 id = makeTask(m_client, u"slow"_s, {{u"total_frames"_s, 2}, {u"test_frames"_s, u"2"_s}});
    QVERIFY(hasBegun(id));
    QCOMPARE(stateOf(m_client, id), u"testing"_s);
    QCOMPARE(taskOf(m_client, id).value("test_frame_status"_L1).toString(), u"rendering"_s);
    QCOMPARE(act(id, u"pause"_s).status, 200);
    QCOMPARE(dataOf(act(id, u"resume"_s)).value("status"_L1).toString(), u"testing"_s);
    QVERIFY(isRefused(id, u"frames/2/retry"_s));
    QCOMPARE(m_client.get(taskPath(id, u"/preview"_s)).status, 409);
    // It is cancelled, and one of its frames is wanted all the same, at once: who renders the old ones makes room.
    for (int round = 0; round < 5; ++round) {
        QCOMPARE(act(id, u"cancel"_s).status, 200);
        QCOMPARE(act(id, u"frames/1/retry"_s).status, 202);
        QVERIFY(waitUntil([&] { return countFrames(framesOf(m_client, id), u"rendering"_s) == 1; }));
        QCOMPARE(framesOf(m_client, id).first().value("status"_L1).toString(), u"rendering"_s);
    }
    QCOMPARE(act(id, u"cancel"_s).status, 200);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty(); }));
}

void RenderMovesTest::aFrameIsAskedForInAPause()
{
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 12}});
    QVERIFY(waitUntil([&] { return framesOf(m_client, id).value(0).value("status"_L1) == "completed"_L1; }));
    QCOMPARE(act(id, u"pause"_s).status, 200);
    QCOMPARE(act(id, u"frames/1/retry"_s).status, 202);
    QCOMPARE(stateOf(m_client, id), u"paused"_s);
    const HttpAnswer resumed = act(id, u"resume"_s);
    QVERIFY2(resumed.status == 200, resumed.text().constData());
    QCOMPARE(dataOf(resumed), (QJsonObject{{u"id"_s, id}, {u"status"_s, u"rendering"_s}}));
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    QCOMPARE(framesOf(m_client, id).first().value("retry_count"_L1).toInt(), 1);
}

void RenderMovesTest::pausedAndResumedAgainAndAgain()
{
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 12}});
    QVERIFY(hasBegun(id));
    constexpr int times = 20;
    int time = 0;
    for (; time < times && act(id, u"pause"_s).status == 200; ++time) {
        QCOMPARE(act(id, u"resume"_s).status, 200);
    }
    // Where the disk is slow, the task may be through before.
    QVERIFY2(time == times || (time > 0 && stateOf(m_client, id) == "completed"_L1), storyOf(m_client, id).constData());
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    for (const QJsonObject &frame : framesOf(m_client, id)) {
        QCOMPARE(frame.value("retry_count"_L1).toInt(-1), 0);
    }
}

void RenderMovesTest::cancelEndsTheRenderer()
{
    const qint64 id = makeTask(m_client, u"slow"_s, {{u"total_frames"_s, 3}, {u"test_frames"_s, u"2"_s}});
    QVERIFY(hasBegun(id));
    QVERIFY(isRefused(id, u"cleanup"_s));
    const HttpAnswer cancelled = act(id, u"cancel"_s);
    QVERIFY2(cancelled.status == 200, cancelled.text().constData());
    QCOMPARE(cancelled.message(), u"任务取消成功"_s);
    QCOMPARE(dataOf(cancelled), (QJsonObject{{u"id"_s, id}, {u"status"_s, u"cancelled"_s}}));
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty() && workersIn(folderOf(id)).isEmpty(); }));
    QCOMPARE(countFrames(framesOf(m_client, id), u"cancelled"_s), 3);
    const QJsonObject task = taskOf(m_client, id);
    QCOMPARE(task.value("status"_L1).toString(), u"cancelled"_s);
    QCOMPARE(task.value("test_frame_status"_L1).toString(), u"pending"_s); // It did not fail.
    QVERIFY(!task.value("completed_at"_L1).isNull());
    for (const QString &what : {u"cancel"_s, u"pause"_s, u"resume"_s}) {
        QVERIFY2(isRefused(id, what), qPrintable(what));
    }
    QVERIFY(waitUntil([&] { return act(id, u"cleanup"_s).status == 200; }));
    QVERIFY(!QDir(folderOf(id)).exists());
}

void RenderMovesTest::aPausedTaskIsCancelled()
{
    const qint64 id = makeTask(m_client, u"slow"_s);
    QVERIFY(hasBegun(id));
    QCOMPARE(act(id, u"pause"_s).status, 200);
    QVERIFY(waitUntil([&] {
        const QList<qint64> renderers = renderersIn(folderOf(id));
        return !renderers.isEmpty() && std::all_of(renderers.begin(), renderers.end(), isStopped);
    }));
    QCOMPARE(act(id, u"cancel"_s).status, 200);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty() && workersIn(folderOf(id)).isEmpty(); }));
    QCOMPARE(stateOf(m_client, id), u"cancelled"_s);
}

void RenderMovesTest::cleanupKeepsTheLibrary()
{
    const qint64 id = makeTask(m_client, u"plain"_s, {{u"total_frames"_s, 2}});
    QVERIFY2(endOf(m_client, id).value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const QList<QJsonObject> frames = framesOf(m_client, id);
    HttpAnswer cleaned;
    QVERIFY(waitUntil([&] {
        cleaned = act(id, u"cleanup"_s);
        return cleaned.status != 409; // while its last frames are being stored
    }));
    QVERIFY2(cleaned.status == 200, cleaned.text().constData());
    QCOMPARE(keysOf(dataOf(cleaned)), (QStringList{u"freed_bytes"_s, u"id"_s}));
    QVERIFY(dataOf(cleaned).value("freed_bytes"_L1).toInteger() > frames[0].value("output_size"_L1).toInteger());
    QVERIFY(!QDir(folderOf(id)).exists());
    for (const QJsonObject &frame : frames) {
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QVERIFY2(picture.status == 200, picture.text().constData());
        QCOMPARE(pixelsOf(picture.body), QSize(160, 90));
        QCOMPARE(md5Of(picture.body), frame.value("output_hash"_L1).toString().toLatin1());
    }
    QCOMPARE(dataOf(act(id, u"cleanup"_s)).value("freed_bytes"_L1).toInteger(-1), 0);
    QVERIFY(isRefused(id, u"frames/1/retry"_s));
    QCOMPARE(dataOf(m_client.get(taskPath(id, u"/frames/1/log"_s))).value("log"_L1).toString(), QString());
    QCOMPARE(stateOf(m_client, id), u"completed"_s);
}

void RenderMovesTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
}

QTEST_GUILESS_MAIN(RenderMovesTest)
#include "tst_render_moves.moc"
