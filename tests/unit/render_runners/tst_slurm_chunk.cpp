// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/job_control.h"
#include "render/runners/slurm_chunk.h"
#include "render/runners/worker_events.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 aMinute = 60'000;

SlurmJob job(SlurmState state, const QString &id = u"7"_s)
{
    return {id, state, {}, u"n1"_s, u"kinframe-1.a"_s};
}

} // namespace

/// What is known of a chunk from squeue and from its folder. Times are made up.
class SlurmChunkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWaitsIsHeldAndReleased();
    void whatSomebodyElseHoldsStaysSo();
    void whatWaitsIsCancelledAtOnce();
    void aWorkerIsAskedFirst();
    void suspendedIsPaused();
    void aSubmissionThatIsNotSure();
    void anAnswerFromBeforeSaysNothing();
    void adoptedAndNeverSubmitted();
    void ends_data();
    void ends();
    void theWorkersWordCounts();
    void whetherOneOfBeforeLivesIsForSlurmToSay();

private:
    [[nodiscard]] ChunkStart start(bool isAdopted = false) const
    {
        ChunkStart start;
        start.chunk = u"a"_s;
        start.folder = m_folder->path();
        if (!isAdopted) {
            start.commands.commands = {{u"true"_s, {}, {}, {}, {1}}};
        }
        return start;
    }
    [[nodiscard]] SlurmChunk made(bool isAdopted = false) const
    {
        return {start(isAdopted), workerJobFor(start(), 1), 0};
    }
    [[nodiscard]] SlurmChunk taken() const
    {
        SlurmChunk chunk = made();
        chunk.taken(u"7"_s, 0);
        return chunk;
    }
    void say(SlurmChunk &chunk, const WorkerEvent &event) const
    {
        QFile events(JobFolder{m_folder->path()}.events());
        QVERIFY(events.open(QIODevice::Append));
        events.write(lineOf(event));
        events.close();
        if (auto report = chunk.watch().look()) {
            (void)chunk.shown(std::move(*report));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SlurmChunkTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SlurmChunkTest::whatWaitsIsHeldAndReleased()
{
    SlurmChunk chunk = taken();
    const SlurmJob waits = job(SlurmState::Pending);
    chunk.heard(&waits, 1, 1);
    QVERIFY(!chunk.order(1));
    chunk.askPause(true);
    QVERIFY(chunk.order(1) == SlurmChunk::Order::Hold);
    QVERIFY(!chunk.order(1)); // One at a time.
    chunk.orderDone(SlurmChunk::Order::Hold, false);
    QVERIFY(!chunk.news() || chunk.news()->state != ChunkState::Paused);
    QVERIFY(chunk.order(2) == SlurmChunk::Order::Hold); // Once more.
    chunk.orderDone(SlurmChunk::Order::Hold, true);
    const auto held = chunk.news();
    QVERIFY(held && held->state == ChunkState::Paused);
    QVERIFY(!chunk.news());
    // As the next program finds it.
    touch(JobFolder{m_folder->path()}.pause());
    SlurmChunk adopted = made(true);
    adopted.taken(u"7"_s, 2);
    adopted.heard(&waits, 3, 3);
    QVERIFY(!adopted.order(3));
    adopted.askPause(false);
    QVERIFY(adopted.order(3) == SlurmChunk::Order::Release);
}

void SlurmChunkTest::whatSomebodyElseHoldsStaysSo()
{
    SlurmChunk chunk = taken();
    SlurmJob held = job(SlurmState::Pending);
    held.reason = u"JobHeldUser"_s;
    chunk.heard(&held, 1, 1);
    chunk.askPause(false);
    QVERIFY(!chunk.order(1));
}

void SlurmChunkTest::whatWaitsIsCancelledAtOnce()
{
    SlurmChunk chunk = taken();
    SlurmJob its = job(SlurmState::Pending);
    chunk.heard(&its, 1, 1);
    chunk.askStop(1);
    QVERIFY(chunk.order(1) == SlurmChunk::Order::Cancel);
    chunk.orderDone(SlurmChunk::Order::Cancel, true);
    QVERIFY(!chunk.order(2));
    QVERIFY(!chunk.isGone(2));
    its.state = SlurmState::Cancelled;
    chunk.heard(&its, 3, 3);
    QVERIFY(chunk.isGone(3));
    QVERIFY(chunk.lastWithoutWorker({}).end->reason == EndReason::Stopped);
}

void SlurmChunkTest::aWorkerIsAskedFirst()
{
    SlurmChunk chunk = taken();
    const SlurmJob runs = job(SlurmState::Running);
    chunk.heard(&runs, 1, 1);
    say(chunk, WorkerStarted{1, u"n1"_s, 5});
    chunk.askStop(1);
    QVERIFY(!chunk.order(2));
    QVERIFY(chunk.order(aMinute) == SlurmChunk::Order::Cancel);
}

void SlurmChunkTest::suspendedIsPaused()
{
    SlurmChunk chunk = taken();
    SlurmJob its = job(SlurmState::Running);
    chunk.heard(&its, 1, 1);
    say(chunk, WorkerStarted{1, u"n1"_s, 5});
    its.state = SlurmState::Suspended;
    chunk.heard(&its, 2, 2);
    const auto paused = chunk.news();
    QVERIFY(paused && paused->state == ChunkState::Paused);
    its.state = SlurmState::Running;
    chunk.heard(&its, 3, 3);
    const auto running = chunk.news();
    QVERIFY(running && running->state == ChunkState::Running);
    QCOMPARE(running->node, u"n1"_s);
}

void SlurmChunkTest::aSubmissionThatIsNotSure()
{
    SlurmChunk chunk = made();
    chunk.moveTo(SlurmChunk::Place::Unsure, 5);
    chunk.heard(nullptr, 4, 6); // Asked before.
    QCOMPARE(chunk.place(), SlurmChunk::Place::Unsure);
    chunk.heard(nullptr, 7, 8);
    QCOMPARE(chunk.place(), SlurmChunk::Place::Waiting);
    chunk.moveTo(SlurmChunk::Place::Unsure, 9);
    const SlurmJob found = job(SlurmState::Pending, u"12"_s);
    chunk.heard(&found, 10, 10);
    QCOMPARE(chunk.place(), SlurmChunk::Place::Taken);
    QCOMPARE(chunk.id(), u"12"_s);
}

void SlurmChunkTest::anAnswerFromBeforeSaysNothing()
{
    SlurmChunk chunk = made();
    chunk.taken(u"7"_s, 10);
    chunk.heard(nullptr, 9, 11);
    QVERIFY(!chunk.isGone(10 + aMinute));
    chunk.heard(nullptr, 12, 13);
    QVERIFY(!chunk.isGone(14)); // The worker's word may be on its way.
    QVERIFY(chunk.isGone(13 + aMinute));
    QVERIFY(chunk.lastWithoutWorker({}).state == ChunkState::Lost);
}

void SlurmChunkTest::adoptedAndNeverSubmitted()
{
    SlurmChunk chunk = made(true);
    chunk.moveTo(SlurmChunk::Place::Unsure, 0);
    chunk.heard(nullptr, 1, 1);
    QVERIFY(!chunk.isGone(aMinute)); // It may be being submitted still.
    chunk.heard(nullptr, aMinute, aMinute);
    QVERIFY(chunk.isGone(2 * aMinute));
    QVERIFY(chunk.lastWithoutWorker({}).state == ChunkState::Lost);
}

void SlurmChunkTest::ends_data()
{
    QTest::addColumn<SlurmState>("state");
    QTest::addColumn<bool>("hasStarted");
    QTest::addColumn<int>("reason"); // -1: lost
    const auto row = [](const char *name, SlurmState state, bool hasStarted, int reason) {
        QTest::newRow(name) << state << hasStarted << reason;
    };
    row("done, and nothing said", SlurmState::Completed, true, -1);
    row("failed before it began", SlurmState::Failed, false, int(EndReason::NotStarted));
    row("killed", SlurmState::Failed, true, -1);
    row("too long", SlurmState::Timeout, true, int(EndReason::Time));
    row("too much memory", SlurmState::OutOfMemory, true, int(EndReason::Memory));
    row("its node failed", SlurmState::NodeFailed, true, -1);
    row("cancelled by somebody else", SlurmState::Cancelled, true, -1);
}

void SlurmChunkTest::ends()
{
    QFETCH(const SlurmState, state);
    QFETCH(const bool, hasStarted);
    QFETCH(const int, reason);
    SlurmChunk chunk = taken();
    if (hasStarted) {
        say(chunk, WorkerStarted{1, u"n1"_s, 5});
    }
    const SlurmJob its = job(state);
    chunk.heard(&its, 1, 1);
    QVERIFY(!chunk.isGone(2));
    QVERIFY(chunk.isGone(aMinute));
    const ChunkReport last = chunk.lastWithoutWorker(u"no such program"_s);
    QCOMPARE(last.state, reason < 0 ? ChunkState::Lost : ChunkState::Ended);
    QCOMPARE(last.end ? int(last.end->reason) : -1, reason);
    QCOMPARE(last.node, u"n1"_s);
    if (last.end && last.end->reason == EndReason::NotStarted) {
        QCOMPARE(last.end->text, u"no such program"_s);
    }
}

void SlurmChunkTest::theWorkersWordCounts()
{
    SlurmChunk chunk = taken();
    say(chunk, WorkerStarted{1, u"n1"_s, 5});
    say(chunk, WorkerEnded{2, {EndReason::Failed, 3, 0, {}}});
    const SlurmJob its = job(SlurmState::NodeFailed);
    chunk.heard(&its, 1, 1);
    const ChunkReport last = chunk.lastWithoutWorker({});
    QCOMPARE(last.state, ChunkState::Ended);
    QCOMPARE(last.end->exitCode, 3);
}

void SlurmChunkTest::whetherOneOfBeforeLivesIsForSlurmToSay()
{
    SlurmChunk chunk = made(true);
    chunk.taken(u"7"_s, 0);
    QFile events(JobFolder{m_folder->path()}.events());
    QVERIFY(events.open(QIODevice::Append));
    events.write(lineOf(WorkerStarted{1, u"n1"_s, 5}));
    events.close();
    auto said = chunk.watch().look();
    QVERIFY(said);
    const ChunkReport before = chunk.shown(std::move(*said));
    QCOMPARE(before.state, ChunkState::Running);
    QVERIFY(!before.isLive);
    QCOMPARE(before.workedMs, std::optional<qint64>(0));
    const SlurmJob runs = job(SlurmState::Running);
    chunk.heard(&runs, 1, 1);
    const auto heard = chunk.news();
    QVERIFY(heard && heard->isLive);
    QVERIFY(*heard->workedMs > 0); // All the time since.
    QVERIFY(!chunk.news());
}

QTEST_APPLESS_MAIN(SlurmChunkTest)
#include "tst_slurm_chunk.moc"
