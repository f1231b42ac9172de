// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"
#include "sync/full_sync.h"

#include "base/ids.h"
#include "library/live_photos.h"
#include "library/trash.h"

#include <QTest>

#include <limits>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// Pages of the import sequence, over a clock that the test holds.
class FullSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesByTheImportSequence();
    void aDeletedAssetKeepsItsPlace();
    void anUnknownPlaceIsRefused();
    void hiddenHalvesAreLeftOut();
    void trashedAndArchivedOnesAreIn();
    void aBoundLeavesOutWhatCameLater();
    void aBoundAtTheWallClockIsNone();
    void whatTheBoundLeavesOutComesNext();
    void othersAssetsAreNotThere();

private:
    library::Registered photo() { return *m->upload(test::LibraryFixture::jpeg(++m_shade), u"a.jpg"_s); }
    Result<sync::FullPage> ask(const sync::FullSync &asked)
    {
        return m->database->read([&](storage::Connection &db) { return sync::fullSync(db, asked, m_now); });
    }
    sync::FullPage page(const std::optional<QUuid> &last = {}, int limit = sync::largestPage)
    {
        return *ask({m->owner.userId, last, std::numeric_limits<qint64>::max(), limit});
    }

    qint64 m_now = 1'700'000'000'000;
    int m_shade = 0;
    std::unique_ptr<test::LibraryFixture> m;
};

void FullSyncTest::init()
{
    m_now = 1'700'000'000'000;
    m_shade = 0;
    m = std::make_unique<test::LibraryFixture>([this] { return m_now; });
}

void FullSyncTest::goesByTheImportSequence()
{
    std::vector<library::Registered> photos;
    std::vector<qint64> ids;
    for (int i = 0; i < 5; ++i) {
        m_now -= 1000; // Whatever the clock does.
        photos.push_back(photo());
        ids.push_back(photos.back().assetId);
    }
    QCOMPARE(page().assets, ids);
    QCOMPARE(page({}, 2).assets, std::vector<qint64>(ids.begin(), ids.begin() + 2));
    QCOMPARE(page(photos[1].uuid, 2).assets, std::vector<qint64>(ids.begin() + 2, ids.begin() + 4));
    QCOMPARE(page(photos[3].uuid, 2).assets, std::vector<qint64>{ids[4]});
    QVERIFY(page(photos[4].uuid, 2).assets.empty());
}

void FullSyncTest::aDeletedAssetKeepsItsPlace()
{
    const library::Registered first = photo();
    const library::Registered second = photo();
    const library::Registered third = photo();
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, second.uuid);
    }));
    QCOMPARE(page().assets, (std::vector{first.assetId, third.assetId}));
    QCOMPARE(page(second.uuid).assets, std::vector{third.assetId});
    m_shade = 1;
    QCOMPARE(photo().uuid, second.uuid);
    QCOMPARE(page().assets, (std::vector{first.assetId, second.assetId, third.assetId}));
}

void FullSyncTest::anUnknownPlaceIsRefused()
{
    photo();
    const auto refused = ask({m->owner.userId, newUuid(), m_now, 10});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(refused.error().fact(u"field"_s), u"lastId"_s);
}

void FullSyncTest::hiddenHalvesAreLeftOut()
{
    const library::Registered picture = photo();
    const library::Registered video = photo();
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::linkLivePhoto(transaction, m->changes, picture.assetId, video.assetId);
        return {};
    }));
    QCOMPARE(page().assets, std::vector{picture.assetId});
    // It may have been the last that a client saw before it was hidden.
    QVERIFY(page(video.uuid).assets.empty());
}

void FullSyncTest::trashedAndArchivedOnesAreIn()
{
    const library::Registered archived = photo();
    const library::Registered trashed = photo();
    QVERIFY(m->run("UPDATE asset SET is_archived = 1 WHERE id = ?1", archived.assetId));
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, trashed.uuid);
    }));
    QCOMPARE(page().assets, (std::vector{archived.assetId, trashed.assetId}));
}

void FullSyncTest::aBoundLeavesOutWhatCameLater()
{
    const library::Registered early = photo();
    const library::Registered changed = photo();
    const qint64 until = m_now + 1000;
    m_now += 5000;
    photo();
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        m->changes.touch(transaction, changed.assetId);
        return {};
    }));
    QCOMPARE(ask({m->owner.userId, {}, until, 10})->assets, std::vector{early.assetId});
}

void FullSyncTest::aBoundAtTheWallClockIsNone()
{
    const library::Registered ahead = photo();
    m_now -= 3'600'000; // The clock was put back: what is there has stamps of the future.
    QCOMPARE(ask({m->owner.userId, {}, m_now, 10})->assets, std::vector{ahead.assetId});
    QCOMPARE(ask({m->owner.userId, {}, m_now + 1, 10})->assets, std::vector{ahead.assetId});
    QVERIFY(ask({m->owner.userId, {}, m_now - 1, 10})->assets.empty());
}

void FullSyncTest::whatTheBoundLeavesOutComesNext()
{
    photo();
    const qint64 until = m_now + 10;
    m_now += 5000;
    const library::Registered late = photo();
    QCOMPARE(ask({m->owner.userId, {}, until, 10})->nextUpdatedAfter, until);
    QCOMPARE(page().nextUpdatedAfter, m->stampOf(late.uuid));
}

void FullSyncTest::othersAssetsAreNotThere()
{
    const QString file = m->writeJpeg(u"guest.jpg"_s, 100);
    const auto guests = m->addFor(m->guest, file, library::Importer::Placement::Copy);
    QVERIFY(guests);
    QVERIFY(page().assets.empty());
    QVERIFY(!ask({m->owner.userId, guests->uuid, m_now, 10}));
    QCOMPARE(ask({m->guest.userId, {}, m_now, 10})->assets, std::vector{guests->assetId});
}

QTEST_GUILESS_MAIN(FullSyncTest)
#include "tst_full_sync.moc"
