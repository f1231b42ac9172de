// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as time of work: of tasks, whose clock is the one on the wall, which the test moves on; and of chunks, as
// their workers tell it.
#include "support/patience.h"
#include "unit/render/render_fixture.h"

#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;
using test::RenderFixture;

namespace {

constexpr qint64 anHour = 3'600'000;
constexpr qint64 twoDays = 48 * anHour; // More than a task has, unless it asks for more.

} // namespace

class TestRendererClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RenderFixture>();
        m_fixture->setTotal({16, 64'000, 0}); // Two at once.
        m_fixture->begin();
    }
    void cleanup() { m_fixture.reset(); }

    void aTaskWorksWhileAChunkOfItRuns();
    void waitingForAPlaceTakesNoTime();
    void whatIsSuspendedTakesNoTime();
    void aPauseBeforeItBeginsStartsNoClock();
    void itGoesOnWithoutTheProgram();
    void whatWasRenderedMeanwhileHasItsTimes();
    void pausesAreNoRenderTime_data();
    void pausesAreNoRenderTime();
    void aFrameHasNoNewTimeAfterARestart();
    void whoWasAwayIsNotLate();

private:
    void restart(int chunks)
    {
        m_fixture->end();
        m_fixture->begin();
        QTRY_COMPARE(m_fixture->adopted().size(), chunks);
    }
    // What is said again of a worker that works for so long.
    [[nodiscard]] static ChunkReport again(const QString &chunk, qint64 workedMs)
    {
        ChunkReport report;
        report.chunk = chunk;
        report.state = ChunkState::Running;
        report.workedMs = workedMs;
        report.isLive = false;
        return report;
    }
    [[nodiscard]] std::optional<qint64> since(qint64 task) { return m_fixture->task(task).workedSince; }
    QString chunk(int number)
    {
        const auto isThere = [&] { return m_fixture->order().size() > number; };
        return QTest::qWaitFor(isThere, tests::patienceMs) ? m_fixture->order().at(number) : QString();
    }

    std::unique_ptr<RenderFixture> m_fixture;
};

void TestRendererClocks::aTaskWorksWhileAChunkOfItRuns()
{
    const qint64 id = m_fixture->make(m_fixture->request(20));
    const QString waits = chunk(0);
    const QString runs = chunk(1);
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
    QVERIFY(!since(id));
    m_fixture->becomes(runs, ChunkState::Running);
    QTRY_VERIFY(since(id));
    const qint64 begun = *since(id);
    m_fixture->later += anHour;
    m_fixture->ends(runs, {EndReason::Stopped, -1, 15, {}});
    // The other one waits still.
    QTRY_VERIFY(!since(id));
    QVERIFY(m_fixture->running().contains(waits));
    QVERIFY(m_fixture->task(id).workedMs >= anHour);
    m_fixture->later += anHour;
    m_fixture->becomes(waits, ChunkState::Running);
    QTRY_VERIFY(since(id));
    QVERIFY(*since(id) >= begun + 2 * anHour);
    QVERIFY(m_fixture->task(id).workedMs < 2 * anHour);
}

void TestRendererClocks::waitingForAPlaceTakesNoTime()
{
    const qint64 waiting = m_fixture->make(m_fixture->request(1));
    const QString waits = chunk(0);
    const qint64 working = m_fixture->make(m_fixture->request(1));
    m_fixture->becomes(chunk(1), ChunkState::Running);
    QTRY_VERIFY(since(working));
    m_fixture->later += twoDays;
    QTRY_COMPARE(m_fixture->task(working).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(working).error->code, ErrorCode::TaskTimedOut);
    // Both are looked at together.
    QCOMPARE(m_fixture->task(waiting).state, TaskState::Rendering);
    m_fixture->becomes(waits, ChunkState::Running);
    QTRY_VERIFY(since(waiting));
    m_fixture->later += twoDays;
    QTRY_COMPARE(m_fixture->task(waiting).state, TaskState::Failed);
}

void TestRendererClocks::whatIsSuspendedTakesNoTime()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString its = chunk(0);
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_VERIFY(since(id));
    m_fixture->later += anHour;
    m_fixture->becomes(its, ChunkState::Paused);
    QTRY_VERIFY(!since(id));
    m_fixture->later += twoDays;
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_VERIFY(since(id));
    m_fixture->later += anHour;
    m_fixture->finishes(its);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    const qint64 worked = m_fixture->task(id).workedMs;
    QVERIFY(worked >= 2 * anHour && worked < 3 * anHour);
}

void TestRendererClocks::aPauseBeforeItBeginsStartsNoClock()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString its = chunk(0);
    QVERIFY(m_fixture->tasks->pause(m_fixture->owner, id));
    // Its place comes free before the cluster knows of the pause.
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_COMPARE(m_fixture->library.number("SELECT state FROM render_chunk"), 1);
    QVERIFY(!since(id));
    m_fixture->becomes(its, ChunkState::Paused);
    QTRY_COMPARE(m_fixture->library.number("SELECT state FROM render_chunk"), 0);
    QVERIFY(m_fixture->tasks->resume(m_fixture->owner, id));
    QVERIFY(!since(id));
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_VERIFY(since(id));
}

void TestRendererClocks::itGoesOnWithoutTheProgram()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString its = chunk(0);
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_VERIFY(since(id));
    const qint64 begun = *since(id);
    m_fixture->end();
    m_fixture->later += anHour;
    m_fixture->begin();
    QTRY_COMPARE(m_fixture->adopted(), QStringList{its});
    m_fixture->says(its, {FrameStarted{1}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    QCOMPARE(since(id), begun);
    m_fixture->finishes(its);
    QTRY_COMPARE(m_fixture->task(id).state, TaskState::Completed);
    QVERIFY(m_fixture->task(id).workedMs >= anHour);
}

void TestRendererClocks::whatWasRenderedMeanwhileHasItsTimes()
{
    m_fixture->setTotal({2, 8000, 0}); // Both frames by one process.
    const qint64 id = m_fixture->make(m_fixture->request(2));
    const QString its = chunk(0);
    m_fixture->says(its, {FrameStarted{1}});
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    const qint64 began = *m_fixture->frame(id, 1).startedAt;
    m_fixture->later += anHour;
    const QString path = m_fixture->picture(its, 1);
    restart(1);
    const qint64 wrote = began + 60'000;
    ChunkReport report = again(its, anHour);
    // An engine that does not tell how long it took.
    report.events = {{0, 1, FrameStarted{1}, WorkMoment{began, 500, 0}},
                     {1, 2, FrameWritten{1, path, {}}, WorkMoment{wrote, 55'500, 5'000}},
                     {2, 3, FrameStarted{2}, WorkMoment{wrote + 1000, 56'500, 5'000}}};
    m_fixture->report(report);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    const Frame first = m_fixture->frame(id, 1);
    QCOMPARE(*first.renderMs, 55'000);
    QCOMPARE(*first.startedAt, began);
    QCOMPARE(*first.completedAt, wrote);
    QCOMPARE(*m_fixture->frame(id, 2).startedAt, wrote + 1000);
    QCOMPARE(m_fixture->task(id).renderMs, 55'000);
    // No clock is so wrong that it tells of what will be.
    report.events = {
        {3, 4, FrameWritten{2, m_fixture->picture(its, 2), {}}, WorkMoment{wrote + 9 * anHour, 60'000, 0}}};
    m_fixture->report(report);
    QTRY_COMPARE(m_fixture->frame(id, 2).state, FrameState::Completed);
    QVERIFY(*m_fixture->frame(id, 2).completedAt < wrote + 9 * anHour);
}

void TestRendererClocks::pausesAreNoRenderTime_data()
{
    QTest::addColumn<double>("seconds"); // As the engine says.
    QTest::addColumn<qint64>("ms");
    QTest::newRow("by the clock on the wall") << 110.0 << qint64(50'000);
    QTest::newRow("by its own work") << 48.0 << qint64(48'000);
    QTest::newRow("by its work, a moment more than was seen") << 50.01 << qint64(50'000);
}

void TestRendererClocks::pausesAreNoRenderTime()
{
    QFETCH(const double, seconds);
    QFETCH(const qint64, ms);
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString its = chunk(0);
    ChunkReport report = again(its, 0);
    const QString path = m_fixture->picture(its, 1);
    report.events = {{0, 1, FrameStarted{1}, WorkMoment{1, 1'000, 0}},
                     {1, 2, FrameWritten{1, path, seconds}, WorkMoment{110'001, 51'000, 60'000}}};
    m_fixture->report(report);
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Completed);
    QCOMPARE(*m_fixture->frame(id, 1).renderMs, ms);
}

void TestRendererClocks::aFrameHasNoNewTimeAfterARestart()
{
    TaskRequest request = m_fixture->request(1);
    request.frameTimeout = int(anHour / 1000);
    const qint64 id = m_fixture->make(request);
    const QString its = chunk(0);
    const qint64 otherId = m_fixture->make(request);
    const QString other = chunk(1);
    for (const QString &each : {its, other}) {
        m_fixture->says(each, {FrameStarted{1}});
    }
    QTRY_COMPARE(m_fixture->frame(id, 1).state, FrameState::Rendering);
    QTRY_COMPARE(m_fixture->frame(otherId, 1).state, FrameState::Rendering);
    restart(2);
    ChunkReport report = again(its, 2 * anHour);
    report.events = {{0, 1, FrameStarted{1}, WorkMoment{1, 100, 0}}};
    m_fixture->report(report);
    ChunkReport live = report;
    live.chunk = other;
    live.isLive = true;
    m_fixture->report(live);
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + other));
    m_fixture->ends(other, {EndReason::Stopped, -1, 15, {}});
    QTRY_COMPARE(m_fixture->task(otherId).state, TaskState::Failed);
    QCOMPARE(m_fixture->frame(otherId, 1).error->code, ErrorCode::FrameTimedOut);
    // Nobody knows yet whether the first one lives.
    QVERIFY(!m_fixture->calls().contains(u"cancel "_s + its));
    report.events.clear();
    report.isLive = true;
    m_fixture->report(report);
    QTRY_VERIFY(m_fixture->calls().contains(u"cancel "_s + its));
}

void TestRendererClocks::whoWasAwayIsNotLate()
{
    const qint64 id = m_fixture->make(m_fixture->request(1));
    const QString its = chunk(0);
    m_fixture->becomes(its, ChunkState::Running);
    QTRY_VERIFY(since(id));
    const qint64 begun = *since(id);
    m_fixture->end();
    m_fixture->later += twoDays; // The computer was switched off.
    m_fixture->begin();
    QTRY_COMPARE(m_fixture->adopted(), QStringList{its});
    m_fixture->report(again(its, anHour));
    const qint64 other = m_fixture->make(m_fixture->request(1));
    m_fixture->becomes(chunk(1), ChunkState::Running);
    QTRY_VERIFY(since(other));
    m_fixture->later += twoDays;
    QTRY_COMPARE(m_fixture->task(other).state, TaskState::Failed);
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
    ChunkReport lost = again(its, anHour);
    lost.state = ChunkState::Lost;
    lost.since = begun + anHour;
    m_fixture->report(lost);
    QTRY_VERIFY(!since(id));
    QCOMPARE(m_fixture->task(id).workedMs, anHour);
    QCOMPARE(m_fixture->task(id).state, TaskState::Rendering);
}

QTEST_GUILESS_MAIN(TestRendererClocks)
#include "tst_renderer_clocks.moc"
