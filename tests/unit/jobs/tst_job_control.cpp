// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue_fixture.h"
#include "support/patience.h"

#include <chrono>
#include <latch>

using namespace kinframe;
using namespace kinframe::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

KindOptions kind(const QString &name = u"k"_s)
{
    KindOptions options;
    options.kind = name;
    options.onFailed = [](storage::Transaction &tx, const Job &, const Error &error) {
        return QueueFixture::write(error.name())(tx);
    };
    return options;
}

JobSpec spec(const QString &text = {})
{
    return {.kind = u"k"_s, .payload = {{u"text"_s, text}}};
}

JobSpec backgroundSpec(const QString &text)
{
    JobSpec job = spec(text);
    job.priority = priority::background;
    return job;
}

Handler writer()
{
    return [](const Job &job, JobContext &) -> Result<Effect> {
        return QueueFixture::write(job.payload.value(u"text"_s).toString());
    };
}

/// A handler that takes so long.
Handler busyWriter(std::chrono::milliseconds time)
{
    return [time](const Job &job, JobContext &context) -> Result<Effect> {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
        }
        return writer()(job, context);
    };
}

/// A handler that tells when it runs and goes on until its token fires.
struct Blocker
{
    std::atomic<int> running = 0;
    std::atomic<int> stopped = 0;

    Handler handler()
    {
        return [this](const Job &, JobContext &context) -> Result<Effect> {
            std::mutex mutex;
            std::condition_variable_any changed;
            std::unique_lock lock(mutex);
            ++running;
            changed.wait(lock, context.stopToken(), [] { return false; });
            ++stopped;
            return fail(ErrorCode::Internal);
        };
    }
};

} // namespace

class TestJobControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesAKindAlsoAfterARestart();
    void pausesEverything();
    void cancelsAWaitingJob();
    void cancelsARunningJob();
    void cancelsAKind();
    void stoppingCountsNothing();
    void stoppingFinishesWhatIsDone();
    void aDeadProcessLeavesNothingLeased();
    void aJobThatBringsTheProgramDownFails();
    void aUserTakesTheirJobsAlong();
    void listsByPage();
    void showsItsProgress();
    void progressCanCancelAKind();
    void backgroundJobsRest();
    void backgroundJobsGoOnAfterTheirRest();
};

void TestJobControl::pausesAKindAlsoAfterARestart()
{
    QueueFixture fixture;
    {
        JobQueue queue(*fixture.database, fixture.options());
        queue.registerKind(kind(), writer());
        QVERIFY(queue.start());
        QVERIFY(queue.pause(u"k"_s));
        QVERIFY(queue.isPaused(u"k"_s));
        QVERIFY(queue.enqueue(spec(u"x"_s)));
        QVERIFY(queue.status()->at(u"k"_s).isPaused);
    }
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), writer());
    queue.registerKind(kind(u"other"_s), writer());
    QVERIFY(queue.start());
    JobSpec other = spec(u"other"_s);
    other.kind = u"other"_s;
    QVERIFY(queue.enqueue(other));
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"other"_s});
    QVERIFY(queue.isPaused(u"k"_s));
    QVERIFY(queue.resume(u"k"_s));
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"other"_s, u"x"_s}));
}

void TestJobControl::pausesEverything()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    Blocker blocker;
    queue.registerKind(kind(), writer());
    queue.registerKind(kind(u"other"_s), blocker.handler());
    QVERIFY(queue.pause({}));
    QVERIFY(queue.start());
    QVERIFY(queue.enqueue(spec(u"x"_s)));
    QVERIFY(queue.status()->at(u"k"_s).isPaused);
    QVERIFY(queue.status()->at(u"other"_s).isPaused);
    QVERIFY(queue.resume({}));
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"x"_s});
}

void TestJobControl::cancelsAWaitingJob()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), writer());
    const auto id = queue.enqueue(spec(u"x"_s));
    QVERIFY(queue.cancel(*id));
    QVERIFY(fixture.rows(queue).empty());
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"canceled"_s});
    QCOMPARE(queue.cancel(*id).error().code, ErrorCode::NotFound);
}

void TestJobControl::cancelsARunningJob()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    Blocker blocker;
    queue.registerKind(kind(), blocker.handler());
    QVERIFY(queue.start());
    const auto id = queue.enqueue(spec());
    QTRY_COMPARE(blocker.running.load(), 1);
    QVERIFY(queue.cancel(*id));
    QTRY_COMPARE(blocker.stopped.load(), 1);
    QVERIFY(queue.enqueue(spec()));
    QTRY_COMPARE(blocker.running.load(), 2);
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"canceled"_s});
    QCOMPARE(fixture.rows(queue).size(), 1U);
}

void TestJobControl::cancelsAKind()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    Blocker blocker;
    queue.registerKind(kind(), blocker.handler());
    QVERIFY(fixture.database->write([&](storage::Transaction &tx) -> Result<void> {
        for (int i = 0; i < 1200; ++i) {
            if (auto id = queue.enqueue(tx, spec()); !id) {
                return failed(id);
            }
        }
        return {};
    }));
    QVERIFY(queue.start());
    QTRY_COMPARE(blocker.running.load(), 1);
    QCOMPARE(*queue.cancelKind(u"k"_s), 1200);
    QTRY_COMPARE(blocker.stopped.load(), 1);
    QVERIFY(fixture.rows(queue).empty());
    QCOMPARE(fixture.outcomes().size(), 1200U);
}

void TestJobControl::stoppingCountsNothing()
{
    QueueFixture fixture;
    Blocker blocker;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), blocker.handler());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(queue.enqueue(spec()));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(blocker.running.load(), 1);
    queue.stop();
    QCOMPARE(blocker.stopped.load(), 1);
    const std::vector<Job> rows = fixture.rows(queue);
    QCOMPARE(rows.size(), 3U);
    for (const Job &job : rows) {
        QCOMPARE(job.state, JobState::Waiting);
        QCOMPARE(job.attempts, 0);
        QCOMPARE(job.crashes, 0);
    }
}

void TestJobControl::stoppingFinishesWhatIsDone()
{
    QueueFixture fixture;
    std::atomic<int> runs = 0;
    {
        JobQueue queue(*fixture.database, fixture.options());
        queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
            ++runs;
            return QueueFixture::write(u"x"_s);
        });
        QVERIFY(fixture.database->write([&](storage::Transaction &tx) -> Result<void> {
            for (int i = 0; i < 2000; ++i) {
                if (auto id = queue.enqueue(tx, spec()); !id) {
                    return failed(id);
                }
            }
            return {};
        }));
        QVERIFY(queue.start());
        QTRY_VERIFY(runs > 10);
    }
    // Every run has left its effect, and every job without one is there still.
    JobQueue queue(*fixture.database, fixture.options());
    QCOMPARE(int(fixture.outcomes().size()), runs.load());
    qint64 left = 0;
    for (qint64 after = 0;;) {
        const auto page = queue.list({.state = JobState::Waiting, .after = after, .limit = 1000});
        if (page->empty()) {
            break;
        }
        left += qint64(page->size());
        after = page->back().id;
    }
    QCOMPARE(left + runs, 2000);
}

void TestJobControl::aDeadProcessLeavesNothingLeased()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(queue.enqueue(spec(QString::number(i))));
    }
    QVERIFY(fixture.database->write([](storage::Transaction &tx) -> Result<void> {
        tx.run("UPDATE job SET state = 1, lease = x'01', lease_until = 9000000000000 WHERE id < 3");
        return {};
    }));
    // The first holds, so that one can see what the others are.
    std::latch mayEnd(1);
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    KindOptions options = kind();
    options.concurrency = 4;
    queue.registerKind(options, [&](const Job &job, JobContext &) -> Result<Effect> {
        if (job.crashes > 0) {
            most = std::max(most.load(), ++running);
            mayEnd.wait();
            --running;
        }
        return QueueFixture::write(job.payload.value(u"text"_s).toString());
    });
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"2"_s});
    QTRY_COMPARE(running.load(), 1);
    mayEnd.count_down();
    QTRY_COMPARE(fixture.outcomes().size(), 3U);
    // Suspects run one at a time.
    QCOMPARE(most.load(), 1);
}

void TestJobControl::aJobThatBringsTheProgramDownFails()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::atomic<int> runs = 0;
    queue.registerKind(kind(), [&](const Job &, JobContext &) -> Result<Effect> {
        ++runs;
        return Effect{};
    });
    QVERIFY(queue.enqueue(spec()));
    QVERIFY(fixture.database->write([](storage::Transaction &tx) -> Result<void> {
        tx.run("UPDATE job SET state = 1, crashes = 3, lease = x'01', lease_until = 0");
        return {};
    }));
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.rows(queue).at(0).state, JobState::Failed);
    QCOMPARE(fixture.rows(queue)[0].error->code, ErrorCode::Internal);
    QCOMPARE(fixture.outcomes(), std::vector<QString>{u"internal"_s});
    QCOMPARE(runs.load(), 0);
}

void TestJobControl::aUserTakesTheirJobsAlong()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    QVERIFY(fixture.database->write([&](storage::Transaction &tx) -> Result<qint64> {
        tx.run("INSERT INTO user(id, uuid, name, email, created_at, updated_at) VALUES (7, x'00', 'n', 'e', 0, 0)");
        JobSpec one = spec();
        one.userId = 7;
        return queue.enqueue(tx, one);
    }));
    QCOMPARE(fixture.rows(queue).at(0).userId, std::optional<qint64>(7));
    QVERIFY(fixture.database->write([&](storage::Transaction &tx) -> Result<void> {
        tx.run("DELETE FROM user WHERE id = 7");
        return {};
    }));
    QVERIFY(fixture.rows(queue).empty());
    JobSpec stranger = spec();
    stranger.userId = 8;
    QVERIFY(!queue.enqueue(stranger));
}

void TestJobControl::listsByPage()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    const QUuid subject = QUuid::createUuid();
    for (int i = 0; i < 5; ++i) {
        JobSpec one = spec(QString::number(i));
        one.kind = i % 2 == 0 ? u"even"_s : u"odd"_s;
        one.subject = i == 3 ? subject : QUuid();
        QVERIFY(queue.enqueue(one));
    }
    const auto first = queue.list({.limit = 2});
    QCOMPARE(first->size(), 2U);
    const auto second = queue.list({.after = first->back().id, .limit = 2});
    QCOMPARE(second->front().payload.value(u"text"_s).toString(), u"2"_s);
    QCOMPARE(queue.list({.kind = u"odd"_s})->size(), 2U);
    QCOMPARE(queue.list({.subject = subject})->size(), 1U);
    QCOMPARE(queue.list({.state = JobState::Failed})->size(), 0U);
    QCOMPARE(queue.list({.state = JobState::Waiting, .limit = -5})->size(), 1U);
}

void TestJobControl::showsItsProgress()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    std::latch isHalf(1);
    std::latch mayGoOn(1);
    KindOptions options = kind();
    options.title = u"working"_s;
    queue.registerKind(options, [&](const Job &job, JobContext &context) -> Result<Effect> {
        if (job.payload.value(u"text"_s).toString() == u"2"_s) {
            context.progress(3, 7);
            isHalf.count_down();
            mayGoOn.wait();
        }
        return Effect{};
    });
    for (int i = 0; i < 4; ++i) {
        QVERIFY(queue.enqueue(spec(QString::number(i))));
    }
    QVERIFY(queue.start());
    isHalf.wait();
    const auto shown = [&](size_t index) { return fixture.progress.snapshot().at(index); };
    QTRY_COMPARE(shown(0).done, 2);
    QCOMPARE(shown(0).total, 4);
    QCOMPARE(shown(0).title, u"working"_s);
    QCOMPARE(fixture.progress.snapshot().size(), 2U);
    QCOMPARE(shown(1).done, 3);
    QCOMPARE(shown(1).total, 7);
    mayGoOn.count_down();
    QTRY_VERIFY(fixture.progress.snapshot().empty());
}

void TestJobControl::progressCanCancelAKind()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    Blocker blocker;
    KindOptions options = kind();
    options.title = u"working"_s;
    queue.registerKind(options, blocker.handler());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(queue.enqueue(spec()));
    }
    QVERIFY(queue.start());
    QTRY_COMPARE(fixture.progress.snapshot().size(), 1U);
    QVERIFY(fixture.progress.cancel(fixture.progress.snapshot()[0].id));
    QTRY_VERIFY(fixture.rows(queue).empty());
    QTRY_VERIFY(fixture.progress.snapshot().empty());
}

void TestJobControl::backgroundJobsRest()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    KindOptions options = kind();
    options.concurrency = 2;
    // What gives way is long, and so its rest; the others are not.
    queue.registerKind(options, [](const Job &job, JobContext &context) {
        return (job.priority <= priority::background ? busyWriter(20ms) : writer())(job, context);
    });
    QVERIFY(queue.start());
    queue.setBackgroundShare(0.001); // So long a rest that this test is over before it.
    QVERIFY(queue.enqueue(backgroundSpec(u"first"_s)));
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"first"_s});
    QVERIFY(queue.enqueue(backgroundSpec(u"second"_s)));
    QVERIFY(queue.enqueue(spec(u"overtakes"_s)));
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"first"_s, u"overtakes"_s}));
    QVERIFY(queue.enqueue(spec(u"again"_s)));
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"first"_s, u"overtakes"_s, u"again"_s}));
    QCOMPARE(queue.status()->at(u"k"_s).waiting, 1);
    queue.setBackgroundShare(1);
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"first"_s, u"overtakes"_s, u"again"_s, u"second"_s}));
}

void TestJobControl::backgroundJobsGoOnAfterTheirRest()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    queue.registerKind(kind(), busyWriter(11ms));
    QVERIFY(queue.start());
    queue.setBackgroundShare(0.01); // More than a second after each.
    QVERIFY(queue.enqueue(backgroundSpec(u"first"_s)));
    QVERIFY(queue.enqueue(backgroundSpec(u"second"_s)));
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"first"_s, u"second"_s}));
}

QTEST_GUILESS_MAIN(TestJobControl)
#include "tst_job_control.moc"
