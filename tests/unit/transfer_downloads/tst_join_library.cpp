// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/handler.h"
#include "support/library_fixture.h"
#include "transfer/downloads/download_rows.h"
#include "transfer/downloads/join_library.h"

#include <QFile>
#include <QTest>

using namespace kinframe;
using namespace kinframe::test;
using namespace kinframe::transfer;
using namespace Qt::StringLiterals;

/// What has been downloaded becomes part of the library, where it lies.
class JoinLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<LibraryFixture>();
        m_join.emplace(*m->services);
    }
    void cleanup()
    {
        m_join.reset();
        m.reset();
    }
    void aPhotoJoins();
    void aLivePhotoJoinsAsOne();
    void whatIsNoPhotoStaysOut();
    void whatIsHereIsFound();

private:
    /// A download that is complete.
    DownloadTask saved(const QString &path, LiveHalf half = LiveHalf::None)
    {
        DownloadRow row;
        row.task.taskId = path;
        row.task.half = half;
        row.task.pairId = half == LiveHalf::None ? QString() : u"pair"_s;
        row.task.status = DownloadStatus::Complete;
        row.task.filePath = row.path = path;
        row.stage = DownloadStage::Named;
        const auto written = m->change([&](storage::Transaction &transaction) -> Result<void> {
            insertDownload(transaction, row);
            updateDownload(transaction, row);
            return {};
        });
        return written ? row.task : DownloadTask();
    }
    /// Does the jobs that there are; false where one fails.
    bool runJobs()
    {
        const auto jobs = m->jobs->list({QString::fromUtf16(joinKind)});
        for (const jobs::Job &job : jobs.value_or(std::vector<jobs::Job>())) {
            std::any state;
            jobs::JobContext context({{}, 0, 1, state, [](qint64, qint64) {}});
            const auto effect = m_join->run(job, context);
            if (!effect || (*effect && !m->change(*effect))) {
                return false;
            }
        }
        return jobs.has_value();
    }
    void enqueue(const DownloadTask &task)
    {
        QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
            m_join->enqueue(transaction, task);
            return {};
        }));
    }
    std::unique_ptr<LibraryFixture> m;
    std::optional<JoinLibrary> m_join;
};

void JoinLibraryTest::aPhotoJoins()
{
    const QString path = m->writeJpeg(u"a.jpg"_s, 10);
    enqueue(saved(path));
    QVERIFY(runJobs());
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE owner_id = ?1", m->owner.userId), 1);
    QCOMPARE(m->number("SELECT stored FROM blob"), 0); // Where it lies.
    QVERIFY(QFile::exists(path));
    QVERIFY(runJobs()); // After a crash, say.
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
}

void JoinLibraryTest::aLivePhotoJoinsAsOne()
{
    const DownloadTask picture = saved(m->writeJpeg(u"a.jpg"_s, 10), LiveHalf::Image);
    const DownloadTask video = saved(m->writeJpeg(u"b.jpg"_s, 20), LiveHalf::Video);
    enqueue(video);
    enqueue(picture);
    QCOMPARE(m->jobs->list({QString::fromUtf16(joinKind)})->size(), 1U);
    QVERIFY(runJobs());
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 2);
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE live_video_id IS NOT NULL"), 1);
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE is_hidden = 1"), 1);
}

void JoinLibraryTest::whatIsNoPhotoStaysOut()
{
    enqueue(saved(m->write(u"a.txt"_s, "no photo")));
    QVERIFY(runJobs());
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 0);
}

void JoinLibraryTest::whatIsHereIsFound()
{
    const QString path = m->writeJpeg(u"a.jpg"_s, 10);
    const auto digests = digestsOfFile(path);
    QVERIFY(digests);
    QVERIFY(!m_join->find(Checksum::sha1(digests->sha1)));
    enqueue(saved(path));
    QVERIFY(runJobs());
    QCOMPARE(*m_join->find(Checksum::sha1(digests->sha1)), path);
    QCOMPARE(*m_join->find(Checksum::sha256(digests->sha256)), path);
    QVERIFY(!m_join->find(Checksum::sha1(QByteArray(20, 'x'))));
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1"));
    QVERIFY(!m_join->find(Checksum::sha1(digests->sha1)));
}

QTEST_GUILESS_MAIN(JoinLibraryTest)
#include "tst_join_library.moc"
