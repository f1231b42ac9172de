// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue_fixture.h"
#include "support/patience.h"

#include <latch>
#include <semaphore>

using namespace kinframe;
using namespace kinframe::jobs;
using namespace Qt::StringLiterals;

namespace {

KindOptions kind(int concurrency)
{
    KindOptions options;
    options.kind = u"k"_s;
    options.concurrency = concurrency;
    return options;
}

JobSpec spec(const QString &text, int priority = 0)
{
    JobSpec spec;
    spec.kind = u"k"_s;
    spec.payload = {{u"text"_s, text}};
    spec.priority = priority;
    return spec;
}

/// Writes what a job is called; those called "block" wait for the test before.
struct Blocking
{
    explicit Blocking(int count)
        : areBlocked(count)
    {
    }

    Result<Effect> operator()(const Job &job, JobContext &context)
    {
        const QString text = job.payload.value(u"text"_s).toString();
        if (text == u"block"_s) {
            areBlocked.count_down();
            // A test that has failed stops the queue.
            const std::stop_callback onStop(context.stopToken(), [this] { mayGoOn.release(); });
            mayGoOn.acquire();
        }
        return QueueFixture::write(text);
    }

    std::latch areBlocked;
    std::counting_semaphore<> mayGoOn{0};
};

} // namespace

class TestLeasing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRestGoesOnAfterAnUpload();
    void sleepsWhileWhatIsDueHasNoThread();
};

void TestLeasing::theRestGoesOnAfterAnUpload()
{
    QueueFixture fixture;
    JobQueue queue(*fixture.database, fixture.options());
    Blocking handler(2);
    queue.registerKind(kind(2), std::ref(handler));
    // Small ones first, so that the queue leases ahead, but fewer than there are.
    const auto queued = fixture.database->write([&](storage::Transaction &tx) -> Result<void> {
        for (int i = 0; i < 50; ++i) {
            (void)queue.enqueue(tx, spec(u"warm"_s, 1));
        }
        (void)queue.enqueue(tx, spec(u"block"_s));
        (void)queue.enqueue(tx, spec(u"block"_s));
        for (int i = 0; i < 800; ++i) {
            (void)queue.enqueue(tx, spec(u"import"_s));
        }
        return {};
    });
    QVERIFY(queued);
    QVERIFY(queue.start());
    handler.areBlocked.wait();
    QVERIFY(queue.enqueue(spec(u"upload"_s, priority::upload)));
    QTRY_COMPARE(queue.list({.limit = 1000})->back().state, JobState::Leased);
    handler.mayGoOn.release(2);
    QTRY_COMPARE(fixture.outcomes().size(), 853U);
}

void TestLeasing::sleepsWhileWhatIsDueHasNoThread()
{
    QueueFixture fixture;
    std::atomic<int> looks = 0;
    JobQueueOptions options = fixture.options();
    options.clock = [&] {
        ++looks;
        return fixture.now.load();
    };
    JobQueue queue(*fixture.database, options);
    Blocking handler(1);
    queue.registerKind(kind(1), std::ref(handler));
    queue.registerKind({.kind = u"other"_s}, std::ref(handler));
    JobSpec later = spec(u"later"_s);
    later.notBefore = fixture.now + 1000;
    QVERIFY(queue.enqueue(later));
    JobSpec other = spec(u"other"_s);
    other.kind = u"other"_s;
    QVERIFY(queue.enqueue(other));
    QVERIFY(queue.start());
    // All kinds are leased together: when this one is done, it is known when the later one is due.
    QTRY_COMPARE(fixture.outcomes(), std::vector<QString>{u"other"_s});
    QVERIFY(queue.enqueue(spec(u"block"_s)));
    handler.areBlocked.wait();
    fixture.now += 1000;
    looks = 0;
    queue.clockChanged();
    // As much as goes on beside: whoever does not sleep looks at the clock at every turn, thousands of times.
    for (int i = 0; i < 5000; ++i) {
        QVERIFY(queue.status());
    }
    QCOMPARE_LT(looks.load(), 100);
    handler.mayGoOn.release();
    QTRY_COMPARE(fixture.outcomes(), (std::vector<QString>{u"other"_s, u"block"_s, u"later"_s}));
}

QTEST_GUILESS_MAIN(TestLeasing)
#include "tst_leasing.moc"
