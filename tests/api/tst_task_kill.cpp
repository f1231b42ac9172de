// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/render_calls.h"
#include "api/render_tasks.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <random>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

namespace {

constexpr int kills = 5;
constexpr int longestLifeMs = 3000; // of the program between two kills: some frames long
constexpr unsigned seed = 13;

void killAll(const QList<qint64> &pids)
{
    for (const qint64 pid : pids) {
        ::kill(pid_t(pid), SIGKILL);
    }
}

} // namespace

/// What renders is killed, and what watches over it, and the program: every frame is there in the end, and once.
class TaskKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledRenderer_data();
    void aKilledRenderer();
    void rendersGoOnWithoutTheProgram_data();
    void rendersGoOnWithoutTheProgram();
    void rendersThatDiedMeanwhile();
    void rendersThatEndedMeanwhile();
    void againAndAgain();
    void cancelledBeforeItCameBack();
    void cleanupTestCase();

private:
    [[nodiscard]] QString folderOf(qint64 id) const { return m_kinframe.data() + u"/renders/%1"_s.arg(id); }
    void startAgain()
    {
        QVERIFY2(m_kinframe.start(), m_kinframe.log().constData());
        m_client = m_kinframe.client();
    }
    [[nodiscard]] bool waitForFrames(qint64 id, int count) const
    {
        return waitUntil([&] {
            const QList<QJsonObject> frames = framesOf(m_client, id);
            return countFrames(frames, u"completed"_s) >= count && countFrames(frames, u"rendering"_s) > 0;
        });
    }
    [[nodiscard]] int retriesOf(qint64 id) const
    {
        int retries = 0;
        for (const QJsonObject &frame : framesOf(m_client, id)) {
            retries += frame.value("retry_count"_L1).toInt();
        }
        return retries;
    }
    void checkWhole(qint64 id, int count);

    KinframeProcess m_kinframe{{}, Models::None};
    HttpClient m_client;
    std::mt19937 m_random{seed};
};

void TaskKillTest::initTestCase()
{
    if (const QString missing = SceneStock::missingBlender(); !missing.isEmpty()) {
        QSKIP(qPrintable(missing));
    }
#ifndef Q_OS_LINUX
    QSKIP("looks at the processes as Linux shows them");
#endif
    startAgain();
}

/// Waits until it is completed: then every frame can be had, is in the library once, and lies in its folder once.
void TaskKillTest::checkWhole(qint64 id, int count)
{
    const QJsonObject task = endOf(m_client, id);
    QVERIFY2(task.value("status"_L1) == "completed"_L1, storyOf(m_client, id).constData());
    const QList<QJsonObject> frames = framesOf(m_client, id);
    QCOMPARE(countFrames(frames, u"completed"_s), count);
    for (const QJsonObject &frame : frames) {
        const HttpAnswer picture = m_client.get(u"/api/files/download/%1"_s.arg(frame.value("id"_L1).toInteger()));
        QCOMPARE(pixelsOf(picture.body), QSize(160, 90));
        QCOMPARE(md5Of(picture.body), frame.value("output_hash"_L1).toString().toLatin1());
    }
    QVERIFY(waitUntilIdle(m_client));
    QCOMPARE(imagesOfTask(m_client, id).size(), count);
    QCOMPARE(filesBelow(folderOf(id) + u"/frames"_s).size(), count);
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty() && workersIn(folderOf(id)).isEmpty(); }));
}

void TaskKillTest::aKilledRenderer_data()
{
    QTest::addColumn<bool>("killsWorker");
    QTest::newRow("Blender") << false;
    QTest::newRow("what watches over it") << true;
}

void TaskKillTest::aKilledRenderer()
{
    QFETCH(const bool, killsWorker);
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 12}});
    QVERIFY(waitForFrames(id, 1));
    const QList<qint64> victims = killsWorker ? workersIn(folderOf(id)) : renderersIn(folderOf(id));
    QVERIFY(!victims.isEmpty());
    killAll(victims);
    checkWhole(id, 12);
    // Only what was being rendered; between two frames, nothing was.
    QVERIFY2(retriesOf(id) <= 1, storyOf(m_client, id).constData());
}

void TaskKillTest::rendersGoOnWithoutTheProgram_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("that was killed") << true;
    QTest::newRow("that was stopped") << false;
}

void TaskKillTest::rendersGoOnWithoutTheProgram()
{
    QFETCH(const bool, isKilled);
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 20}});
    QVERIFY(waitForFrames(id, 2));
    const QList<qint64> before = renderersIn(folderOf(id));
    if (isKilled) {
        m_kinframe.kill();
    } else {
        QVERIFY2(m_kinframe.stop(), m_kinframe.log().constData());
    }
    QVERIFY(!before.isEmpty());
    startAgain();
    checkWhole(id, 20);
    QVERIFY2(retriesOf(id) == 0, storyOf(m_client, id).constData());
}

void TaskKillTest::rendersThatDiedMeanwhile()
{
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 8}});
    QVERIFY(waitForFrames(id, 2));
    m_kinframe.kill();
    killAll(workersIn(folderOf(id)));
    killAll(renderersIn(folderOf(id)));
    startAgain();
    checkWhole(id, 8);
}

void TaskKillTest::rendersThatEndedMeanwhile()
{
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, 8}});
    QVERIFY(waitForFrames(id, 1));
    m_kinframe.kill();
    QVERIFY(waitUntil([&] { return workersIn(folderOf(id)).isEmpty(); }));
    startAgain();
    checkWhole(id, 8);
    QVERIFY2(retriesOf(id) == 0, storyOf(m_client, id).constData());
}

void TaskKillTest::againAndAgain()
{
    constexpr int count = 24;
    std::uniform_int_distribution<int> lifetime(1, longestLifeMs);
    const qint64 id = makeTask(m_client, u"steady"_s, {{u"total_frames"_s, count}, {u"test_frames"_s, u"5"_s}});
    for (int kill = 0; kill < kills; ++kill) {
        // When it dies is what this test is about; the moment is drawn, not awaited.
        QTest::qSleep(lifetime(m_random));
        m_kinframe.kill();
        startAgain();
    }
    checkWhole(id, count);
    QVERIFY2(retriesOf(id) == 0, storyOf(m_client, id).constData());
}

// The program dies between the answer and the end of the renderer.
void TaskKillTest::cancelledBeforeItCameBack()
{
    const qint64 id = makeTask(m_client, u"slow"_s, {{u"total_frames"_s, 2}});
    QVERIFY(waitForFrames(id, 0));
    QCOMPARE(m_client.post(taskPath(id, u"/cancel"_s)).status, 200);
    m_kinframe.kill();
    startAgain();
    QVERIFY(waitUntil([&] { return renderersIn(folderOf(id)).isEmpty() && workersIn(folderOf(id)).isEmpty(); }));
    QCOMPARE(stateOf(m_client, id), u"cancelled"_s);
    QCOMPARE(countFrames(framesOf(m_client, id), u"cancelled"_s), 2);
}

void TaskKillTest::cleanupTestCase()
{
    QVERIFY2(!m_kinframe.isRunning() || m_kinframe.stop(), m_kinframe.log().constData());
    endRendersIn(m_kinframe.data());
    if (!m_client.url().isEmpty()) {
        const CommandRun checked = m_kinframe.command({u"check"_s});
        QVERIFY2(checked.exitCode == 0, checked.text().constData());
    }
}

QTEST_GUILESS_MAIN(TaskKillTest)
#include "tst_task_kill.moc"
