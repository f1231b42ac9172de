// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue_fixture.h"
#include "support/patience.h"

#include <latch>

using namespace kinframe;
using namespace kinframe::jobs;
using namespace Qt::StringLiterals;

namespace {

KindOptions kind()
{
    KindOptions options;
    options.kind = u"k"_s;
    options.onFailed = [](storage::Transaction &tx, const Job &, const Error &error) {
        return QueueFixture::write(u"failed "_s + error.name())(tx);
    };
    return options;
}

JobSpec spec(const QString &text = {})
{
    return {.kind = u"k"_s, .payload = {{u"text"_s, text}}};
}

/// Waits on the token alone, as a well-behaved handler would.
void waitForStop(const JobContext &context)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait(lock, context.stopToken(), [] { return false; });
}

} // namespace

class TestJobFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesThreeTimesWithGrowingDelay();
    void whatCannotGetBetterFailsAtOnce();
    void aFailureStallsNobody();
    void anExceptionIsAFailure();
    void aFailingEffectChangesNothing();
    void aFailingHookDoesNotKeepTheJob();
    void aTimeoutCountsApart();
    void aHandlerThatDoesNotStopIsReplaced();
    void anOutcomeAfterTheLeaseIsRefused();
    void aMissingModelHoldsTheKind();
    void aFullDiskHoldsTheKind();
    void failedJobsCanBeTriedAgain();
    void aFailedJobIsTakenUpByItsKey();
};

void TestJobFailures::triesThreeTimesWithGrowingDelay()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::vector<int> attempts;
    queue.registerKind(kind(), [&](const Job &, JobContext &context) -> Result<Effect> {
        attempts.push_back(context.attempt());
        return fail(ErrorCode::NetworkFailed, {{u"host"_s, u"h"_s}});
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_VERIFY(fixture.rows(queue).at(0).attempts == 1 && fixture.rows(queue)[0].state == JobState::Waiting);
    Job job = fixture.rows(queue)[0];
    QCOMPARE(job.runAt, fixture.now + 2000);
    QCOMPARE(job.error->code, ErrorCode::NetworkFailed);
    QCOMPARE(job.error->fact(u"host"_s), u"h"_s);
    fixture.now += 2000;
    queue.clockChanged();
    QTRY_COMPARE(fixture.rows(queue).at(0).attempts, 2);
    QCOMPARE(fixture.rows(queue)[0].runAt, fixture.now + 8000);
    QVERIFY(fixture.outcomes().empty());
    fixture.now += 8000;
    queue.clockChanged();
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"failed network_failed"_s});
    QCOMPARE(attempts, (std::vector<int>{1, 2, 3}));
    QCOMPARE(queue.status()->at(u"k"_s).failed, 1);
    QCOMPARE(queue.status()->at(u"k"_s).waiting, 0);
}

void TestJobFailures::whatCannotGetBetterFailsAtOnce()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
        return fail(ErrorCode::FileTruncated, {{u"path"_s, u"a.jpg"_s}}, u"line 7"_s);
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    const Job job = fixture.rows(queue)[0];
    QCOMPARE(job.attempts, 1);
    QCOMPARE(job.error->forLog(), u"file_truncated path=a.jpg: line 7"_s);
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"failed file_truncated"_s});
}

void TestJobFailures::aFailureStallsNobody()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), [&](const Job &job, JobContext &) -> Result<Effect> {
        const QString text = job.payload.value(u"text"_s).toString();
        if (text == u"bad"_s) {
            return fail(ErrorCode::Internal);
        }
        return QueueFixture::write(text);
    });
    QVERIFY(queue.enqueue(spec(u"bad"_s)));
    QVERIFY(queue.enqueue(spec(u"good"_s)));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"good"_s});
}

void TestJobFailures::anExceptionIsAFailure()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    KindOptions options = kind();
    options.maxAttempts = 1;
    queue.registerKind(options, [&](const Job &, JobContext &) -> Result<Effect> { throw std::runtime_error("oops"); });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    QCOMPARE(fixture.rows(queue)[0].error->code, ErrorCode::Internal);
    QCOMPARE(fixture.rows(queue)[0].error->detail, u"oops"_s);
}

void TestJobFailures::aFailingEffectChangesNothing()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), [&](const Job &, JobContext &context) -> Result<Effect> {
        const bool isFirst = context.attempt() == 1;
        return Effect([isFirst](storage::Transaction &tx) -> Result<void> {
            if (auto written = QueueFixture::write(u"half"_s)(tx); !written) {
                return written;
            }
            return isFirst ? Result<void>(fail(ErrorCode::Conflict)) : Result<void>();
        });
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.rows(queue).at(0).attempts, 1);
    QCOMPARE(fixture.rows(queue)[0].state, JobState::Waiting);
    QVERIFY(fixture.outcomes().empty());
    fixture.now += 2000;
    queue.clockChanged();
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"half"_s});
    QVERIFY(fixture.rows(queue).empty());
}

void TestJobFailures::aFailingHookDoesNotKeepTheJob()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    KindOptions options = kind();
    std::atomic<int> calls = 0;
    options.onFailed = [&](storage::Transaction &, const Job &, const Error &) -> Result<void> {
        ++calls;
        return fail(ErrorCode::NotFound);
    };
    queue.registerKind(options,
                       [&](const Job &, JobContext &) -> Result<Effect> { return fail(ErrorCode::FileDamaged); });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    QCOMPARE(calls.load(), 1);
}

void TestJobFailures::aTimeoutCountsApart()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    KindOptions options = kind();
    options.timeout = std::chrono::milliseconds(20);
    std::vector<qint64> allowed;
    queue.registerKind(options, [&](const Job &, JobContext &context) -> Result<Effect> {
        allowed.push_back(context.deadline() - steadyMs());
        waitForStop(context);
        return fail(ErrorCode::Canceled);
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(fixture.rows(queue).at(0).timeouts, i);
        QCOMPARE(fixture.rows(queue)[0].attempts, 0);
        QCOMPARE(fixture.rows(queue)[0].error->code, ErrorCode::Timeout);
        fixture.now += 100'000;
        queue.clockChanged();
    }
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"failed timeout"_s});
    QCOMPARE(allowed.size(), 3U);
    QVERIFY(allowed[0] <= 20);
    // Twice the time, not four times.
    QVERIFY(allowed[1] <= 40);
    QVERIFY(allowed[2] <= 40);
    QCOMPARE(fixture.rows(queue)[0].error->fact(u"seconds"_s), u"0.04"_s);
}

void TestJobFailures::aHandlerThatDoesNotStopIsReplaced()
{
    QueueFixture fixture;
    JobQueueOptions queueOptions = fixture.options();
    // Only what is stuck is to be too late: on a busy computer the one behind it takes its time, too.
    queueOptions.grace = std::chrono::seconds(2);
    std::latch mayEnd(1);
    JobQueue queue(*fixture.database, queueOptions);
    KindOptions options = kind();
    options.timeout = std::chrono::milliseconds(20);
    queue.registerKind(options, [&](const Job &job, JobContext &) -> Result<Effect> {
        const QString text = job.payload.value(u"text"_s).toString();
        if (text == u"stuck"_s) {
            mayEnd.wait();
        }
        return QueueFixture::write(text);
    });
    QVERIFY(queue.enqueue(spec(u"stuck"_s)));
    QVERIFY(queue.enqueue(spec(u"behind"_s)));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"behind"_s});
    QTRY_COMPARE(fixture.rows(queue).at(0).timeouts, 1);
    mayEnd.count_down();
    queue.stop();
    // What it brought in the end is not taken: the job waits for its second try.
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"behind"_s});
    QCOMPARE(fixture.rows(queue).at(0).state, JobState::Waiting);
}

void TestJobFailures::anOutcomeAfterTheLeaseIsRefused()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch hasBegun(1);
    std::latch mayEnd(1);
    queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
        hasBegun.count_down();
        mayEnd.wait();
        return QueueFixture::write(u"late"_s);
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    hasBegun.wait();
    // As if another process had taken it over.
    QVERIFY(fixture.database->write([](storage::Transaction &tx) -> Result<void> {
        tx.run("UPDATE job SET lease = ?1", QByteArray("another"));
        return {};
    }));
    mayEnd.count_down();
    queue.stop();
    QVERIFY(fixture.outcomes().empty());
    QCOMPARE(fixture.rows(queue).size(), 1U);
    QCOMPARE(fixture.rows(queue)[0].state, JobState::Leased);
}

void TestJobFailures::aMissingModelHoldsTheKind()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<bool> hasModel = false;
    queue.registerKind(kind(), [&](const Job &, JobContext &context) -> Result<Effect> {
        if (!hasModel) {
            return context.hold({ErrorCode::ModelMissing, {}, {}});
        }
        return QueueFixture::write(u"done"_s);
    });
    for (int i = 0; i < 3; ++i) {
        QVERIFY(queue.enqueue(spec()));
    }
    QVERIFY(queue.start());
    QTRY_VERIFY(queue.status()->at(u"k"_s).hold);
    QCOMPARE(queue.status()->at(u"k"_s).hold->code, ErrorCode::ModelMissing);
    const auto allWait = [&] {
        return std::ranges::all_of(fixture.rows(queue), [](const Job &job) { return job.state == JobState::Waiting; });
    };
    QTRY_VERIFY(allWait());
    for (const Job &job : fixture.rows(queue)) {
        QCOMPARE(job.attempts, 0);
    }
    hasModel = true;
    queue.liftHold(u"k"_s);
    QTRY_COMPARE(fixture.outcomes().size(), 3U);
    QVERIFY(!queue.status()->at(u"k"_s).hold);
}

void TestJobFailures::aFullDiskHoldsTheKind()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<bool> isFull = true;
    queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
        if (isFull) {
            return fail(ErrorCode::DiskFull);
        }
        return QueueFixture::write(u"done"_s);
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(queue.start());
    QTRY_VERIFY(queue.status()->at(u"k"_s).hold);
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Waiting);
    QCOMPARE(fixture.rows(queue)[0].attempts, 0);
    isFull = false;
    queue.liftHold(u"k"_s);
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"done"_s});
}

void TestJobFailures::failedJobsCanBeTriedAgain()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<bool> isMended = false;
    queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
        return isMended ? Result<Effect>(Effect{}) : Result<Effect>(fail(ErrorCode::FileDamaged));
    });
    for (int i = 0; i < 3; ++i) {
        QVERIFY(queue.enqueue(spec()));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(queue.status()->at(u"k"_s).failed, 3);
    QCOMPARE(*queue.retryFailed(u"other"_s), 0);
    QVERIFY(queue.retry(fixture.rows(queue)[0].id));
    QTRY_COMPARE(queue.status()->at(u"k"_s).failed, 3);
    QCOMPARE(queue.retry(4711).error().code, ErrorCode::NotFound);
    isMended = true;
    QCOMPARE(*queue.retryFailed({}), 3);
    QTRY_VERIFY(fixture.rows(queue).empty());
}

void TestJobFailures::aFailedJobIsTakenUpByItsKey()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), [&](const Job &job, JobContext &) -> Result<Effect> {
        if (job.payload.value(u"text"_s).toString() == u"bad"_s) {
            return fail(ErrorCode::FileDamaged);
        }
        return QueueFixture::write(u"good"_s);
    });
    QVERIFY(queue.start());
    JobSpec bad = spec(u"bad"_s);
    bad.dedupeKey = u"x"_s;
    JobSpec good = spec(u"good"_s);
    good.dedupeKey = u"x"_s;
    const auto first = queue.enqueue(bad);
    QTRY_COMPARE(queue.status()->at(u"k"_s).failed, 1);
    QCOMPARE(*queue.enqueue(good), *first);
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"failed file_damaged"_s, u"good"_s}));
    QVERIFY(fixture.rows(queue).empty());
}

QTEST_GUILESS_MAIN(TestJobFailures)
#include "tst_job_failures.moc"
