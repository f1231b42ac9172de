// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/blob_removals.h"
#include "library/remove_many.h"
#include "library/thumbnail_files.h"
#include "support/patience.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class BlobRemovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWriteLeavesTheFilesToAnother();
    void whatComesBackStays();
    void whatIsKeptStays();
    void whatIsLeftGoesWithTheSweep();

private:
    void start() { m_removals->start(*m->database, *m->blobs, m->services->thumbnailFolder); }
    /// Photos with thumbnails; their hashes.
    std::vector<QByteArray> add(int count);
    void removeForGood(const std::vector<QByteArray> &hashes);
    [[nodiscard]] bool hasFiles(const QByteArray &sha256) const
    {
        return m->blobs->has(sha256) && QFileInfo::exists(library::thumbnailPath(m->services->thumbnailFolder, sha256,
                                                                                 library::ThumbnailKind::Thumbnail));
    }
    [[nodiscard]] bool hasNone(const std::vector<QByteArray> &hashes) const
    {
        return std::none_of(hashes.begin(), hashes.end(), [this](const QByteArray &sha256) {
            return m->blobs->has(sha256) || QFileInfo::exists(library::thumbnailPath(
                                                m->services->thumbnailFolder, sha256, library::ThumbnailKind::Preview));
        });
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<library::BlobRemovals> m_removals;
};

void BlobRemovalsTest::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_removals = std::make_unique<library::BlobRemovals>();
    m->services->removals = m_removals.get();
}

void BlobRemovalsTest::cleanup()
{
    m_removals->stop();
    m.reset();
}

std::vector<QByteArray> BlobRemovalsTest::add(int count)
{
    std::vector<QByteArray> hashes;
    for (int shade = 0; shade < count; ++shade) {
        const auto photo = *m->upload(m->jpeg(shade));
        if (!m->process(photo)) {
            QTest::qFail("not processed", __FILE__, __LINE__);
        }
        hashes.push_back(m->asset(photo.uuid)->sha256);
    }
    return hashes;
}

void BlobRemovalsTest::removeForGood(const std::vector<QByteArray> &hashes)
{
    const auto removed = library::removeMany(*m->services, m->owner.userId, hashes, library::Removal::ForGood,
                                             [](qint64, qint64) {}, {});
    QVERIFY(removed);
    QVERIFY(std::all_of(removed->begin(), removed->end(), [](const auto &outcome) { return outcome.has_value(); }));
}

void BlobRemovalsTest::theWriteLeavesTheFilesToAnother()
{
    const auto hashes = add(45);
    removeForGood(hashes);
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 0);
    QVERIFY(std::all_of(hashes.begin(), hashes.end(), [this](const auto &sha256) { return hasFiles(sha256); }));
    start();
    QTRY_VERIFY(hasNone(hashes));
    QTRY_VERIFY(QDir(m->blobs->temporaryFolder()).entryList(QDir::Files).isEmpty());
    // It goes on with what comes later.
    const auto more = add(1);
    removeForGood(more);
    QTRY_VERIFY(hasNone(more));
}

void BlobRemovalsTest::whatComesBackStays()
{
    const auto hashes = add(3);
    removeForGood(hashes);
    const auto again = *m->upload(m->jpeg(1));
    start();
    QTRY_VERIFY(hasNone({hashes[0], hashes[2]}));
    QCOMPARE(m->asset(again.uuid)->sha256, hashes[1]);
    QVERIFY(m->blobs->verify(hashes[1]));
}

void BlobRemovalsTest::whatIsKeptStays()
{
    const auto hashes = add(2);
    const auto kept = m->blobs->keep(hashes[0]);
    removeForGood(hashes);
    start();
    QTRY_VERIFY(hasNone({hashes[1]}));
    QVERIFY(m->blobs->has(hashes[0]));
}

void BlobRemovalsTest::whatIsLeftGoesWithTheSweep()
{
    const auto hashes = add(2);
    m_removals->stop(); // Nothing of it was begun.
    removeForGood(hashes);
    QVERIFY(m->blobs->has(hashes[0]));
    // As after a kill between setting aside and removing.
    const auto aside = m->blobs->setAside(hashes[0]);
    QVERIFY(aside && QFileInfo::exists(*aside) && !m->blobs->has(hashes[0]));
    m->blobs->sweepTemporary();
    QVERIFY(!QFileInfo::exists(*aside));
}

QTEST_GUILESS_MAIN(BlobRemovalsTest)
#include "tst_blob_removals.moc"
