// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue_fixture.h"
#include "support/patience.h"

#include <algorithm>
#include <latch>

using namespace kinframe;
using namespace kinframe::jobs;
using namespace Qt::StringLiterals;

namespace {

KindOptions kind(const QString &name, int concurrency = 1)
{
    KindOptions options;
    options.kind = name;
    options.concurrency = concurrency;
    return options;
}

JobSpec spec(const QString &text, int priority = 0, const QString &key = {})
{
    JobSpec spec;
    spec.kind = u"k"_s;
    spec.payload = {{u"text"_s, text}};
    spec.priority = priority;
    spec.dedupeKey = key;
    return spec;
}

Handler writer()
{
    return [](const Job &job, JobContext &) -> Result<Effect> {
        return QueueFixture::write(job.payload.value(u"text"_s).toString());
    };
}

} // namespace

class TestJobQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effectAndEndAreOne();
    void jobsKeepWhatTheyWereGiven();
    void nothingRunsBeforeTheCommit();
    void nothingIsLeftOfARolledBackWrite();
    void higherGoesFirst();
    void uploadsOvertakeALeasedImport();
    void oneJobPerKey();
    void aRunningJobIsRunOnceMore();
    void waitsForItsTime();
    void asManyAtATimeAsAllowed();
    void concurrencyChangesWhileItRuns();
    void aWorkerKeepsItsState();
    void kindsDoNotWaitForEachOther();
    void thousandsOfSmallJobs();
    void unknownKindsWait();
};

void TestJobQueue::effectAndEndAreOne()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(u"k"_s), writer());
    QVERIFY(queue.start());
    QVERIFY(queue.enqueue(spec(u"one"_s)));
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"one"_s});
    // Visible together: who sees the effect never sees the job.
    QVERIFY(fixture.rows(queue).empty());
    QTRY_COMPARE(queue.status()->at(u"k"_s).done, 1);
}

void TestJobQueue::jobsKeepWhatTheyWereGiven()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    JobSpec given = spec(u"照片"_s, 7, u"key"_s);
    given.subject = QUuid::createUuid();
    given.notBefore = 5'000'000;
    const auto id = queue.enqueue(given);
    QVERIFY(id);
    const std::vector<Job> rows = fixture.rows(queue);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].id, *id);
    QCOMPARE(rows[0].payload, given.payload);
    QCOMPARE(rows[0].subject, given.subject);
    QCOMPARE(rows[0].priority, 7);
    QCOMPARE(rows[0].runAt, 5'000'000);
    QCOMPARE(rows[0].createdAt, 1'000'000);
    QVERIFY(!rows[0].userId);
    QCOMPARE(rows[0].state, JobState::Waiting);
}

void TestJobQueue::nothingRunsBeforeTheCommit()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<bool> hasRun = false;
    queue.registerKind(kind(u"k"_s), [&](const Job &, JobContext &) -> Result<Effect> {
        hasRun = true;
        return Effect{};
    });
    QVERIFY(queue.start());
    const auto written = fixture.database->write([&](storage::Transaction &tx) -> Result<bool> {
        if (auto id = queue.enqueue(tx, spec(u"a"_s)); !id) {
            return failed(id);
        }
        return hasRun.load();
    });
    QVERIFY(written);
    QVERIFY(!*written);
    QTRY_VERIFY(hasRun);
}

void TestJobQueue::nothingIsLeftOfARolledBackWrite()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    const auto written = fixture.database->write([&](storage::Transaction &tx) -> Result<qint64> {
        if (auto id = queue.enqueue(tx, spec(u"a"_s)); !id) {
            return id;
        }
        return fail(ErrorCode::Conflict);
    });
    QVERIFY(!written);
    QVERIFY(fixture.rows(queue).empty());
}

void TestJobQueue::higherGoesFirst()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(u"k"_s), writer());
    for (const auto &[text, priority] : {std::pair(u"low"_s, -5), {u"a"_s, 0}, {u"high"_s, 9}, {u"b"_s, 0}}) {
        QVERIFY(queue.enqueue(spec(text, priority)));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"high"_s, u"a"_s, u"b"_s, u"low"_s}));
}

void TestJobQueue::uploadsOvertakeALeasedImport()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch isBlocked(1);
    std::latch mayGoOn(1);
    queue.registerKind(kind(u"k"_s), [&](const Job &job, JobContext &) -> Result<Effect> {
        const QString text = job.payload.value(u"text"_s).toString();
        if (text == u"block"_s) {
            isBlocked.count_down();
            mayGoOn.wait();
        }
        return QueueFixture::write(text);
    });
    // Many small ones first, so that the queue leases ahead.
    for (int i = 0; i < 50; ++i) {
        QVERIFY(queue.enqueue(spec(u"warm"_s, 1)));
    }
    QVERIFY(queue.enqueue(spec(u"block"_s)));
    for (int i = 0; i < 50; ++i) {
        QVERIFY(queue.enqueue(spec(u"import"_s)));
    }
    QVERIFY(queue.start());
    isBlocked.wait();
    QVERIFY(queue.enqueue(spec(u"upload"_s, priority::upload)));
    // It is taken into memory, before the leased ones; they show as leased in the table.
    const auto isLeased = [&] {
        const std::vector<Job> rows = *queue.list({.limit = 1000});
        return rows.back().priority == priority::upload && rows.back().state == JobState::Leased;
    };
    QTRY_VERIFY(isLeased());
    mayGoOn.count_down();
    QTRY_COMPARE(fixture.outcomes().size(), 102U);
    QCOMPARE(fixture.outcomes().at(50), u"block"_s);
    // The row is leased a moment before the board has the job; a few small ones may slip in between, on a busy computer
    // some more.
    const std::vector<QString> outcomes = fixture.outcomes();
    QVERIFY(std::ranges::find(outcomes, u"upload"_s) - outcomes.begin() <= 90);
}

void TestJobQueue::oneJobPerKey()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    const auto first = queue.enqueue(spec(u"old"_s, 3, u"x"_s));
    const auto second = queue.enqueue(spec(u"new"_s, 9, u"x"_s));
    const auto third = queue.enqueue(spec(u"newest"_s, 1, u"x"_s));
    const auto other = queue.enqueue(spec(u"other"_s, 0, u"y"_s));
    QCOMPARE(*second, *first);
    QCOMPARE(*third, *first);
    QVERIFY(*other != *first);
    const std::vector<Job> rows = fixture.rows(queue);
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].priority, 9);
    QCOMPARE(rows[0].payload.value(u"text"_s).toString(), u"newest"_s);
}

void TestJobQueue::aRunningJobIsRunOnceMore()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch hasBegun(1);
    std::latch mayEnd(1);
    queue.registerKind(kind(u"k"_s), [&](const Job &job, JobContext &) -> Result<Effect> {
        const QString text = job.payload.value(u"text"_s).toString();
        if (text == u"before"_s) {
            hasBegun.count_down();
            mayEnd.wait();
        }
        return QueueFixture::write(text);
    });
    QVERIFY(queue.start());
    const auto first = queue.enqueue(spec(u"before"_s, 0, u"x"_s));
    hasBegun.wait();
    const auto second = queue.enqueue(spec(u"after"_s, 0, u"x"_s));
    QCOMPARE(*second, *first);
    mayEnd.count_down();
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"before"_s, u"after"_s}));
    QTRY_VERIFY(fixture.rows(queue).empty());
}

void TestJobQueue::waitsForItsTime()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(u"k"_s), writer());
    QVERIFY(queue.start());
    JobSpec later = spec(u"later"_s);
    later.notBefore = fixture.now + 3'600'000;
    QVERIFY(queue.enqueue(later));
    QVERIFY(queue.enqueue(spec(u"now"_s)));
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"now"_s});
    QCOMPARE(fixture.rows(queue).size(), 1U);
    fixture.now += 3'600'000;
    queue.clockChanged();
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"now"_s, u"later"_s}));
}

void TestJobQueue::asManyAtATimeAsAllowed()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch allAtOnce(3); // would wait for ever if fewer than three ran at a time
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    queue.registerKind(kind(u"k"_s, 3), [&](const Job &, JobContext &) -> Result<Effect> {
        const int count = ++running;
        int seen = most;
        while (seen < count && !most.compare_exchange_weak(seen, count)) {
        }
        if (!allAtOnce.try_wait()) {
            allAtOnce.arrive_and_wait();
        }
        --running;
        return Effect{};
    });
    for (int i = 0; i < 30; ++i) {
        QVERIFY(queue.enqueue(spec(QString::number(i))));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(queue.status()->at(u"k"_s).done, 30);
    QCOMPARE(most.load(), 3);
}

void TestJobQueue::concurrencyChangesWhileItRuns()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<int> running = 0;
    std::atomic<bool> mayEnd = false;
    queue.registerKind(kind(u"k"_s, 1), [&](const Job &, JobContext &) -> Result<Effect> {
        ++running;
        mayEnd.wait(false);
        --running;
        return Effect{};
    });
    for (int i = 0; i < 8; ++i) {
        QVERIFY(queue.enqueue(spec(QString::number(i))));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(running.load(), 1);
    queue.setConcurrency(u"k"_s, 4);
    QTRY_COMPARE(running.load(), 4);
    QCOMPARE(queue.status()->at(u"k"_s).concurrency, 4);
    QCOMPARE(queue.status()->at(u"k"_s).running, 4);
    QCOMPARE(queue.status()->at(u"k"_s).waiting, 4);
    queue.setConcurrency(u"k"_s, 1);
    mayEnd = true;
    mayEnd.notify_all();
    QTRY_COMPARE(queue.status()->at(u"k"_s).done, 8);
}

void TestJobQueue::aWorkerKeepsItsState()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<int> made = 0;
    std::atomic<int> dropped = 0;
    KindOptions options = kind(u"k"_s);
    options.keepStateFor = std::chrono::milliseconds(100);
    queue.registerKind(options, [&](const Job &, JobContext &context) -> Result<Effect> {
        const auto net = context.state<std::shared_ptr<int>>([&]() -> Result<std::shared_ptr<int>> {
            return std::shared_ptr<int>(new int(++made), [&](const int *number) {
                ++dropped;
                delete number;
            });
        });
        return QueueFixture::write(QString::number(***net));
    });
    for (int i = 0; i < 5; ++i) {
        QVERIFY(queue.enqueue(spec(u"x"_s)));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.outcomes().size(), 5U);
    QTRY_COMPARE(dropped.load(), made.load());
    QVERIFY(queue.enqueue(spec(u"x"_s)));
    QTRY_COMPARE(fixture.outcomes().size(), 6U);
    QCOMPARE(fixture.outcomes().back(), QString::number(made.load()));
    QVERIFY(made >= 2);
}

void TestJobQueue::kindsDoNotWaitForEachOther()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch otherIsDone(1);
    queue.registerKind(kind(u"k"_s), [&](const Job &, JobContext &) -> Result<Effect> {
        otherIsDone.wait();
        return QueueFixture::write(u"slow"_s);
    });
    queue.registerKind(kind(u"other"_s), [&](const Job &, JobContext &) -> Result<Effect> {
        otherIsDone.count_down();
        return Effect{};
    });
    QVERIFY(queue.start());
    QVERIFY(queue.enqueue(spec(u"x"_s)));
    JobSpec other = spec(u"y"_s);
    other.kind = u"other"_s;
    QVERIFY(queue.enqueue(other));
    QTRY_COMPARE(fixture.outcomes().size(), 1U);
}

void TestJobQueue::thousandsOfSmallJobs()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    constexpr int count = 10'000;
    std::atomic<int> runs = 0;
    queue.registerKind(kind(u"k"_s, 2), [&](const Job &, JobContext &) -> Result<Effect> {
        ++runs;
        return Effect{};
    });
    QElapsedTimer timer;
    timer.start();
    QVERIFY(fixture.database->write([&](storage::Transaction &tx) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (auto id = queue.enqueue(tx, spec(QString::number(i))); !id) {
                return failed(id);
            }
        }
        return {};
    }));
    const qint64 enqueued = timer.restart();
    QVERIFY(queue.start());
    QTRY_COMPARE_WITH_TIMEOUT(queue.status()->at(u"k"_s).done, count, 60'000);
    qInfo() << count << "empty jobs: enqueued in" << enqueued << "ms, run in" << timer.elapsed() << "ms";
    QCOMPARE(runs.load(), count);
    QVERIFY(fixture.rows(queue).empty());
}

void TestJobQueue::unknownKindsWait()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    QVERIFY(queue.start());
    QVERIFY(queue.enqueue(spec(u"x"_s)));
    QCOMPARE(fixture.rows(queue).size(), 1U);
    queue.registerKind(kind(u"k"_s), writer());
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"x"_s});
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
