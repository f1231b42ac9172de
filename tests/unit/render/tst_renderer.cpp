// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who renders when, and what people change meanwhile.
#include "jobs/job_queue.h"
#include "media/video.h"
#include "support/patience.h"
#include "unit/render/render_fixture.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

class TestRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        m_fixture->begin();
    }
    void cleanup() { m_fixture.reset(); }

    void framesBecomeResults();
    void testFramesGoFirstAndAlone();
    void aPauseStopsTheWork();
    void whatEndsInAPauseCounts();
    void aCancelledTaskTakesNothingMore();
    void aFrameIsRenderedAgain();
    void aFinishedSequenceIsAVideo();
    void theHigherPriorityComesFirst();
    void usersTakeTurns();
    void aLongChunkMakesRoom();
    void nobodyOvertakesWhatNeedsMuch();
    void backgroundWorkStandsBackWhereAllProcessorsRender();
    void backgroundWorkGoesOnWhereSomeAreFree();
    void whatRendersOutlivesTheProgram();
    void aResultThatNobodyWroteDownCounts();
    void whatHasGoneMeanwhileIsRenderedAgain();

private:
    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRenderer::framesBecomeResults()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
    QCOMPARE(m_fixture->framesOf(chunk), (QList<int>{1, 2, 3}));
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(m_fixture->frame(id, 2).state, FrameState::Pending);
    QCOMPARE(m_fixture->task(id).frames.completed, 1);
    m_fixture->renders(chunk, 2);
    m_fixture->renders(chunk, 3);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    const Task task = m_fixture->task(id);
    QCOMPARE(task.progress(), 100.0);
    QCOMPARE(task.renderMs, 1500);
    QCOMPARE(*task.actualCost(), 0.5 * 1500 / 3'600'000);
    QVERIFY(task.completedAt && task.startedAt && !task.workedSince);
    const Frame frame = m_fixture->frame(id, 2);
    QCOMPARE(frame.outputPath, u"frames/frame_0002.jpg"_s);
    QCOMPARE(frame.node, u"here"_s);
    const auto output = m_fixture->tasks->output(m_fixture->owner, frame.id);
    QVERIFY(output);
    QCOMPARE(QFileInfo(output->path).size(), frame.outputSize);
    // Each asks for a place in the library.
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM job WHERE kind = 'render_result'"), 3);
}

void TestRenderer::testFramesGoFirstAndAlone()
{
    TaskRequest request = m_fixture->request(20);
    request.testText = u"5,10"_s;
    request.testFrames = {5, 10};
    m_fixture->setTotal({64, 8000, 0});
    const qint64 id = m_fixture->make(request);
    QSet<int> tests;
    QTRY_VERIFY(!m_fixture->running().isEmpty());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Testing);
    while (tests.size() < 2) {
        QTRY_VERIFY(!m_fixture->running().isEmpty());
        const QString chunk = m_fixture->running().first();
        for (const int frame : m_fixture->framesOf(chunk)) {
            QVERIFY(request.testFrames.contains(frame));
            tests.insert(frame);
        }
        for (const QString &other : m_fixture->running()) {
            QVERIFY(request.testFrames.contains(m_fixture->framesOf(other).first()));
        }
        m_fixture->finishes(chunk);
    }
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Rendering);
    QCOMPARE(m_fixture->task(id).tests, TestState::Completed);
    while (m_fixture->task(id).state == TaskState::Rendering) {
        for (const QString &chunk : m_fixture->running()) {
            for (const int frame : m_fixture->framesOf(chunk)) {
                QVERIFY(!request.testFrames.contains(frame));
            }
            m_fixture->finishes(chunk);
        }
        QTest::qWait(1);
    }
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRenderer::aPauseStopsTheWork()
{
    const qint64 id = m_fixture->make(m_fixture->request(15));
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
    QTRY_VERIFY(m_fixture->calls().contains(u"pause "_s + chunk));
    QVERIFY(!m_fixture->task(id).workedSince);
    QCOMPARE(m_fixture->tasks->pause(m_fixture->owner, id).error().code, ErrorCode::Conflict);
    const auto resumed = m_fixture->tasks->resume(m_fixture->owner, id);
    QVERIFY(resumed);
    QCOMPARE(resumed->state, TaskState::Rendering);
    QVERIFY(m_fixture->task(id).workedSince);
    QTRY_VERIFY(m_fixture->calls().contains(u"resume "_s + chunk));
    m_fixture->finishes(chunk);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->task(id).state, TaskState::Completed, 60'000);
}

void TestRenderer::whatEndsInAPauseCounts()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = m_fixture->onlyChunk();
    QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
    m_fixture->finishes(chunk);
    QTRY_COMPARE(m_fixture->task(id).frames.completed, 2);
    QCOMPARE(m_fixture->task(id).state, TaskState::Paused);
    QVERIFY(m_fixture->tasks->resume(m_fixture->owner, id));
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRenderer::aCancelledTaskTakesNothingMore()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    m_fixture->says(chunk, {FrameStarted{2}});
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Rendering);
    QVERIFY(m_fixture->tasks->cancel(m_fixture->owner, id));
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + chunk));
    m_fixture->renders(chunk, 2); // It was faster.
    m_fixture->ends(chunk, {EndReason::Stopped, -1, 15, {}});
    QTRY_COMPARE(m_fixture->library.number("SELECT count(*) FROM render_chunk WHERE state = 2"), 1);
    QCOMPARE(m_fixture->frames(id),
             (QList<FrameState>{FrameState::Completed, FrameState::Cancelled, FrameState::Cancelled}));
    QCOMPARE(m_fixture->task(id).state, TaskState::Cancelled);
    QVERIFY(m_fixture->running().isEmpty());
}

void TestRenderer::aFrameIsRenderedAgain()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(m_fixture->tasks->retryFailed(m_fixture->owner, id).error().code, ErrorCode::Conflict);
    QCOMPARE(m_fixture->tasks->retryFrame(m_fixture->owner, id, 3).error().code, ErrorCode::NotFound);
    QCOMPARE(*m_fixture->tasks->retryFrame(m_fixture->owner, id, 2), QList<int>{2});
    QCOMPARE(m_fixture->tasks->retryFrame(m_fixture->owner, id, 2).error().code, ErrorCode::Conflict);
    const QString again = m_fixture->onlyChunk();
    QCOMPARE(m_fixture->framesOf(again), QList<int>{2});
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
    m_fixture->finishes(again);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(m_fixture->frame(id, 2).retries, 1);
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM render_attempt"), 3);
}

void TestRenderer::aFinishedSequenceIsAVideo()
{
    const qint64 id = m_fixture->make(m_fixture->request(4));
    const auto preview = [&](int rate) {
        return m_fixture->tasks->preview(m_fixture->owner, id, rate, [](qint64, qint64) {}, {});
    };
    QCOMPARE(preview(24).error().code, ErrorCode::Conflict);
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    const auto video = preview(2);
    QVERIFY(video);
    QCOMPARE(video->mimeType, "video/mp4");
    const auto info = media::readVideoInfo(video->path);
    QVERIFY(info);
    QCOMPARE(info->width, 64);
    QCOMPARE(info->durationMs, 2000);
    // Made once, and anew when a frame is.
    const QDateTime made = QFileInfo(video->path).lastModified();
    QCOMPARE(QFileInfo(preview(2)->path).lastModified(), made);
    QVERIFY(m_fixture->tasks->retryFrame(m_fixture->owner, id, 1));
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QVERIFY(QFileInfo(preview(2)->path).lastModified() > made);
    // Not before its frames are in the library.
    QCOMPARE(m_fixture->tasks->cleanUp(m_fixture->owner, id).error().code, ErrorCode::Conflict);
    QVERIFY(m_fixture->library.run("DELETE FROM job"));
    QVERIFY(m_fixture->tasks->cleanUp(m_fixture->owner, id));
    QCOMPARE(preview(2).error().code, ErrorCode::Conflict);
}

void TestRenderer::theHigherPriorityComesFirst()
{
    const qint64 first = m_fixture->make(m_fixture->request(1));
    const QString busy = m_fixture->onlyChunk();
    const qint64 low = m_fixture->make(m_fixture->request(1));
    TaskRequest urgent = m_fixture->request(1);
    urgent.priority = 9;
    const qint64 high = m_fixture->make(urgent);
    m_fixture->finishes(busy);
    QTRY_COMPARE(m_fixture->task(high).state, TaskState::Rendering);
    QTRY_COMPARE(m_fixture->task(first).state, TaskState::Completed);
    QCOMPARE(m_fixture->task(low).state, TaskState::Queued);
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->task(low).state, TaskState::Rendering);
}

void TestRenderer::usersTakeTurns()
{
    m_fixture->setTotal({4, 64'000, 0});
    // Two at once: the configuration has eight cores, so each takes all there are of one place.
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.hardware.front().cores = 2;
    setup.hardware.front().ram = 4;
    QVERIFY(m_fixture->tasks->setSetup(setup));
    const qint64 mine = m_fixture->make(m_fixture->request(1));
    QTRY_COMPARE(m_fixture->running().size(), 1);
    const qint64 mineToo = m_fixture->make(m_fixture->request(1));
    QTRY_COMPARE(m_fixture->running().size(), 2);
    const qint64 third = m_fixture->make(m_fixture->request(1));
    const qint64 theirs = m_fixture->make(m_fixture->request(1));
    QVERIFY(
        m_fixture->library.run("UPDATE render_task SET owner_id = ?2 WHERE id = ?1", theirs, m_fixture->guest.userId));
    m_fixture->finishes(m_fixture->running().first());
    QTRY_COMPARE(m_fixture->task(theirs).state, TaskState::Rendering);
    QCOMPARE(m_fixture->task(third).state, TaskState::Queued);
    QTRY_COMPARE(m_fixture->task(mine).state, TaskState::Completed);
    QCOMPARE(m_fixture->task(mineToo).state, TaskState::Rendering);
}

void TestRenderer::aLongChunkMakesRoom()
{
    m_fixture->end();
    m_fixture->turn = std::chrono::milliseconds(0);
    m_fixture->begin();
    const qint64 id = m_fixture->make(m_fixture->request(100));
    const QString chunk = m_fixture->onlyChunk();
    QCOMPARE(m_fixture->framesOf(chunk).size(), 100);
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QVERIFY(m_fixture->calls().isEmpty());
    TaskRequest urgent = m_fixture->request(1);
    urgent.priority = 6;
    const qint64 waiting = m_fixture->make(urgent);
    const qint64 mine = m_fixture->make(m_fixture->request(1));
    // Not in the middle of a frame.
    m_fixture->says(chunk, {FrameStarted{2}});
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Rendering);
    QVERIFY(m_fixture->calls().isEmpty());
    // It counts as waiting once its files are laid out, which takes its time: until then frame follows frame.
    int done = 1;
    do {
        m_fixture->renders(chunk, ++done);
        m_fixture->says(chunk, {FrameStarted{done + 1}});
        QTRY_COMPARE(m_fixture->frame(id, done).state, FrameState::Completed);
    } while (m_fixture->calls().isEmpty() && done < 50);
    QCOMPARE(m_fixture->calls(), QStringList{u"cancel "_s + chunk});
    m_fixture->ends(chunk, {EndReason::Stopped, -1, 15, {}});
    QTRY_COMPARE(m_fixture->task(waiting).state, TaskState::Rendering);
    QCOMPARE(m_fixture->task(mine).state, TaskState::Queued);
    QCOMPARE(m_fixture->frame(id, done + 1).state, FrameState::Pending);
    QCOMPARE(m_fixture->frame(id, done + 1).retries, 0);
    QCOMPARE(m_fixture->task(id).frames.completed, done);
    m_fixture->finishes(m_fixture->onlyChunk());
    QTRY_COMPARE(m_fixture->running().size(), 1);
    QCOMPARE(m_fixture->framesOf(m_fixture->onlyChunk()).size(), 100 - done);
}

void TestRenderer::nobodyOvertakesWhatNeedsMuch()
{
    m_fixture->setTotal({4, 64'000, 0});
    RenderSetup setup = *m_fixture->tasks->setup();
    setup.hardware = {{u"small"_s, u"small"_s, 4, 1, 0, {}, 1, true}, {u"large"_s, u"large"_s, 8, 4, 0, {}, 2, true}};
    QVERIFY(m_fixture->tasks->setSetup(setup));
    (void)m_fixture->make(m_fixture->request(1));
    QTRY_COMPARE(m_fixture->running().size(), 1);
    TaskRequest large = m_fixture->request(1);
    large.hardwareId = u"large"_s;
    const qint64 waiting = m_fixture->make(large);
    const qint64 small = m_fixture->make(m_fixture->request(1));
    m_fixture->finishes(m_fixture->running().first());
    QTRY_COMPARE(m_fixture->task(waiting).state, TaskState::Rendering);
    QCOMPARE(m_fixture->task(small).state, TaskState::Queued);
}

void TestRenderer::backgroundWorkStandsBackWhereAllProcessorsRender()
{
    const jobs::JobQueue &jobs = m_fixture->library.services->jobs;
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    QTRY_VERIFY(jobs.backgroundShare() < 1);
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QVERIFY(jobs.backgroundShare() < 1);
    m_fixture->renders(chunk, 2);
    m_fixture->renders(chunk, 3);
    m_fixture->ends(chunk);
    QTRY_COMPARE(jobs.backgroundShare(), 1.0);
}

void TestRenderer::backgroundWorkGoesOnWhereSomeAreFree()
{
    m_fixture->setTotal({64, 8000, 0});
    const qint64 id = m_fixture->make(m_fixture->request(1));
    m_fixture->renders(m_fixture->onlyChunk(), 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(m_fixture->library.services->jobs.backgroundShare(), 1.0);
}

void TestRenderer::whatRendersOutlivesTheProgram()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    m_fixture->says(chunk, {FrameStarted{2}});
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Rendering);
    m_fixture->end();
    m_fixture->begin();
    QTRY_COMPARE(m_fixture->adopted(), QStringList{chunk});
    // It says again what it has said.
    m_fixture->says(chunk, {FrameStarted{1}, FrameWritten{1, u"/gone/frame_0001.jpg"_s, 0.5}, FrameStarted{2}});
    m_fixture->renders(chunk, 2);
    m_fixture->renders(chunk, 3);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(m_fixture->order().size(), 1);
    QCOMPARE(m_fixture->library.number("SELECT sum(retries) FROM render_frame"), 0);
    QCOMPARE(m_fixture->library.number("SELECT count(*) FROM render_attempt"), 3);
}

void TestRenderer::aResultThatNobodyWroteDownCounts()
{
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->says(chunk, {FrameStarted{1}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    const QString output = m_fixture->folderOf(chunk) + u"/out/frame_0001.jpg"_s;
    m_fixture->end();
    // As the program leaves it that is killed between the two.
    QFile result(m_fixture->tasks->folder() + u"/%1/frames/frame_0001.jpg"_s.arg(id));
    QVERIFY(result.open(QIODevice::WriteOnly));
    result.write(test::LibraryFixture::jpeg(7));
    result.close();
    m_fixture->begin();
    QTRY_COMPARE(m_fixture->adopted(), QStringList{chunk});
    m_fixture->says(chunk, {FrameStarted{1}, FrameWritten{1, output, 0.5}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(m_fixture->frame(id, 1).retries, 0);
    m_fixture->renders(chunk, 2);
    m_fixture->ends(chunk);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
}

void TestRenderer::whatHasGoneMeanwhileIsRenderedAgain()
{
    const qint64 id = m_fixture->make(m_fixture->request(3));
    const QString chunk = m_fixture->onlyChunk();
    m_fixture->renders(chunk, 1);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    m_fixture->says(chunk, {FrameStarted{2}});
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Rendering);
    m_fixture->end();
    m_fixture->forgetRunning();
    m_fixture->begin();
    QSet<int> again;
    while (m_fixture->task(id).state == TaskState::Rendering) {
        for (const QString &next : m_fixture->running()) {
            for (const int frame : m_fixture->framesOf(next)) {
                again.insert(frame);
            }
            m_fixture->finishes(next);
        }
        QTest::qWait(1);
    }
    QCOMPARE(m_fixture->task(id).state, TaskState::Completed);
    QCOMPARE(again, (QSet<int>{2, 3}));
}

QTEST_GUILESS_MAIN(TestRenderer)
#include "tst_renderer.moc"
