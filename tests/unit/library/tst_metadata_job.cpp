// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/file_properties.h"
#include "library/metadata_job.h"

#include <QTest>

#include <any>
#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;

class MetadataJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void whatAnOlderReaderReadIsReadAgain();
    void whatIsNotReadyIsLeftAlone();
    void aLostFileKeepsWhatIsKnown();
    void aStopLeavesTheRest();

private:
    Result<jobs::Effect> run(const std::function<void(qint64, qint64)> &report = [](qint64, qint64) {});
    /// As if an older program had read it: its row says something else by now.
    void age(const library::Registered &photo);

    std::unique_ptr<test::LibraryFixture> m;
    std::stop_source m_stop;
};

Result<jobs::Effect> MetadataJobTest::run(const std::function<void(qint64, qint64)> &report)
{
    library::MetadataJob job(*m->services);
    std::any state;
    jobs::JobContext context({m_stop.get_token(), std::numeric_limits<qint64>::max(), 1, state, report});
    return job.run({}, context);
}

void MetadataJobTest::age(const library::Registered &photo)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        media::Metadata old;
        old.lensModel = u"old"_s;
        library::storeFileProperties(transaction, photo.assetId, old);
        transaction.run("UPDATE doc SET reader = 0 WHERE id = ?1", photo.assetId);
        return {};
    }));
}

void MetadataJobTest::whatAnOlderReaderReadIsReadAgain()
{
    std::vector<library::Registered> photos;
    for (int shade = 0; shade < 45; ++shade) {
        photos.push_back(*m->upload(m->jpeg(shade)));
        QVERIFY(m->process(photos.back()));
        age(photos.back());
    }
    QVERIFY(m->run("DELETE FROM doc WHERE id = ?1", photos.back().assetId)); // Never had one.
    const qint64 stamp = m->stampOf(photos.front().uuid);
    QList<qint64> done;
    QVERIFY(run([&](qint64 now, qint64 total) {
        QCOMPARE(total, 45);
        done << now;
    }));
    QCOMPARE(done, (QList<qint64>{0, 20, 40, 45}));
    QCOMPARE(m->number("SELECT count(*) FROM doc WHERE json = '{}' AND reader = ?1", library::metadataReader), 45);
    QVERIFY(m->stampOf(photos.front().uuid) > stamp);
    // All is read by now: nothing changes any more.
    const qint64 last = m->stampOf(photos.front().uuid);
    QVERIFY(run());
    QCOMPARE(m->stampOf(photos.front().uuid), last);
}

void MetadataJobTest::whatIsNotReadyIsLeftAlone()
{
    const auto photo = *m->upload(m->jpeg(1));
    QVERIFY(run());
    QCOMPARE(m->number("SELECT count(*) FROM doc"), 0);
    QVERIFY(!m->asset(photo.uuid)->isReady);
}

void MetadataJobTest::aLostFileKeepsWhatIsKnown()
{
    const auto photo = *m->upload(m->jpeg(1));
    QVERIFY(m->process(photo));
    age(photo);
    QVERIFY(QFile::remove(m->blobs->pathOf(m->asset(photo.uuid)->sha256)));
    QVERIFY(run());
    QCOMPARE(m->number("SELECT count(*) FROM doc WHERE json = '{\"lens\":\"old\"}'"), 1);
}

void MetadataJobTest::aStopLeavesTheRest()
{
    for (int shade = 0; shade < 45; ++shade) {
        const auto photo = *m->upload(m->jpeg(shade));
        QVERIFY(m->process(photo));
        age(photo);
    }
    const auto stopped = run([&](qint64 done, qint64) {
        if (done == 20) {
            m_stop.request_stop();
        }
    });
    QCOMPARE(stopped.error().code, ErrorCode::Canceled);
    QCOMPARE(m->number("SELECT count(*) FROM doc WHERE reader = 0"), 25);
    m_stop = std::stop_source();
    QVERIFY(run());
    QCOMPARE(m->number("SELECT count(*) FROM doc WHERE reader = 0"), 0);
}

QTEST_GUILESS_MAIN(MetadataJobTest)
#include "tst_metadata_job.moc"
