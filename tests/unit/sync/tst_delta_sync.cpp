// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"
#include "sync/delta_sync.h"
#include "sync/tombstones.h"

#include "library/live_photos.h"
#include "library/trash.h"

#include <QTest>

using namespace kinframe;
using namespace Qt::StringLiterals;

/// What changed since a stamp, over a clock that the test holds.
class DeltaSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesWhatChanged();
    void movingToTheTrashIsAChange();
    void deletedIsTold();
    void importedAgainIsNotDeletedAnyMore();
    void whatBecomesHiddenIsDeleted();
    void withoutTheEpochThereIsAnOverlap();
    void theOverlapIsCutToWhatFits();
    void tooManyChanges();
    void tooLongAgo();
    void anEmptyLibraryNeedsNothing();
    void aLibraryThatLongRestedNeedsNothing();
    void fromTheFuture();
    void fromBeforeTheRestore();
    void sweptTombstonesAreNoted();
    void aClockThatGoesBackLosesNothing();

private:
    library::Registered photo() { return *m->upload(test::LibraryFixture::jpeg(++m_shade), u"a.jpg"_s); }
    void touch(qint64 asset)
    {
        QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
            m->changes.touch(transaction, asset);
            return {};
        }));
    }
    void remove(const QUuid &asset)
    {
        QVERIFY(m->change([&](storage::Transaction &transaction) {
            return library::Trash(*m->services).deleteForGood(transaction, m->owner.userId, asset);
        }));
    }
    sync::Delta ask(qint64 after, const QString &epoch)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<sync::Delta> {
            return sync::deltaSync(db, {m->owner.userId, after, epoch}, m->database->now());
        });
    }
    sync::Delta exact(qint64 after) { return ask(after, mark().epoch); }
    sync::Mark mark()
    {
        return *m->database->read([](storage::Connection &db) -> Result<sync::Mark> { return sync::readMark(db); });
    }
    /// So many rows that were changed at that time, without files.
    void addRows(int count, qint64 stamp);

    qint64 m_now = 1'700'000'000'000;
    int m_shade = 0;
    std::unique_ptr<test::LibraryFixture> m;
};

void DeltaSyncTest::init()
{
    m_now = 1'700'000'000'000;
    m_shade = 0;
    m = std::make_unique<test::LibraryFixture>([this] { return m_now; });
}

void DeltaSyncTest::addRows(int count, qint64 stamp)
{
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            transaction.run("INSERT INTO asset_place(uuid) VALUES (randomblob(16))");
            const qint64 id = transaction.db().lastInsertId();
            transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, created_at) VALUES (randomblob(32), "
                            "randomblob(20), randomblob(16), 0, 1, 1)");
            transaction.run("INSERT INTO asset(id, uuid, owner_id, blob_id, format, is_video, mime_type, file_name, "
                            "size, created_at, imported_at, updated_at) SELECT ?1, uuid, ?2, ?3, 'jpeg', 0, "
                            "'image/jpeg', 'a.jpg', 1, 1, 1, ?4 FROM asset_place WHERE id = ?1",
                            id, m->owner.userId, transaction.db().lastInsertId(), stamp);
        }
        return {};
    }));
}

void DeltaSyncTest::givesWhatChanged()
{
    const library::Registered first = photo();
    const library::Registered second = photo();
    const library::Registered third = photo();
    const qint64 before = mark().stamp;
    QVERIFY(exact(before).upserted.empty());
    QCOMPARE(exact(m->stampOf(first.uuid)).upserted, (std::vector{second.assetId, third.assetId}));
    touch(second.assetId);
    touch(first.assetId);
    const sync::Delta delta = exact(before);
    QCOMPARE(delta.upserted, (std::vector{second.assetId, first.assetId}));
    QVERIFY(delta.deleted.empty() && !delta.needsFullSync);
    QCOMPARE(delta.mark.stamp, m->stampOf(first.uuid));
}

void DeltaSyncTest::movingToTheTrashIsAChange()
{
    const library::Registered asset = photo();
    const qint64 before = mark().stamp;
    QVERIFY(m->change([&](storage::Transaction &transaction) {
        return library::Trash(*m->services).moveToTrash(transaction, m->owner.userId, asset.uuid);
    }));
    QCOMPARE(exact(before).upserted, std::vector{asset.assetId});
    QVERIFY(exact(before).deleted.empty());
}

void DeltaSyncTest::deletedIsTold()
{
    const library::Registered asset = photo();
    const qint64 before = mark().stamp;
    remove(asset.uuid);
    QCOMPARE(exact(before).deleted, std::vector{asset.uuid});
    QVERIFY(exact(before).upserted.empty());
    QVERIFY(exact(mark().stamp).deleted.empty());
    QVERIFY(mark().stamp > before);
}

void DeltaSyncTest::importedAgainIsNotDeletedAnyMore()
{
    const library::Registered asset = photo();
    const qint64 before = mark().stamp;
    remove(asset.uuid);
    const qint64 between = mark().stamp;
    m_shade = 0;
    QCOMPARE(photo().uuid, asset.uuid);
    for (const qint64 after : {before, between}) {
        QCOMPARE(exact(after).upserted, std::vector{asset.assetId});
        QVERIFY(exact(after).deleted.empty());
    }
}

void DeltaSyncTest::whatBecomesHiddenIsDeleted()
{
    const library::Registered picture = photo();
    const library::Registered video = photo();
    const qint64 before = mark().stamp;
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::linkLivePhoto(transaction, m->changes, picture.assetId, video.assetId);
        return {};
    }));
    QCOMPARE(exact(before).deleted, std::vector{video.uuid});
    QCOMPARE(exact(before).upserted, std::vector{picture.assetId});
    // Another video takes its place: it is back.
    const library::Registered other = photo();
    const qint64 between = mark().stamp;
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::linkLivePhoto(transaction, m->changes, picture.assetId, other.assetId);
        return {};
    }));
    QCOMPARE(exact(between).deleted, std::vector{other.uuid});
    QCOMPARE(exact(between).upserted, (std::vector{picture.assetId, video.assetId}));
}

void DeltaSyncTest::withoutTheEpochThereIsAnOverlap()
{
    const library::Registered old = photo();
    m_now += sync::overlapMs + 1000;
    const library::Registered recent = photo();
    m_now += 1000;
    QVERIFY(exact(m_now).upserted.empty());
    QCOMPARE(ask(m_now, {}).upserted, std::vector{recent.assetId});
    QCOMPARE(ask(m_now, u"nonsense"_s).upserted, std::vector{recent.assetId});
    QCOMPARE(ask(m_now - 2001, {}).upserted, (std::vector{old.assetId, recent.assetId}));
    // Whose clock is ahead of ours.
    QCOMPARE(ask(m_now + sync::overlapMs / 2, {}).upserted, std::vector{recent.assetId});
}

void DeltaSyncTest::theOverlapIsCutToWhatFits()
{
    addRows(6000, m_now - 3000);
    addRows(6000, m_now - 2000);
    addRows(10, m_now);
    photo();
    const sync::Delta delta = ask(m_now, {});
    QVERIFY(!delta.needsFullSync);
    QCOMPARE(delta.upserted.size(), size_t(6011));
    QVERIFY(!ask(m_now - 2000, {}).needsFullSync);
    QVERIFY(ask(m_now - 3001, {}).needsFullSync);
}

void DeltaSyncTest::tooManyChanges()
{
    addRows(sync::tooManyChanges - 1, m_now);
    QVERIFY(!exact(m_now - 1).needsFullSync);
    QCOMPARE(exact(m_now - 1).upserted.size(), size_t(sync::tooManyChanges - 1));
    const library::Registered last = photo();
    QVERIFY(exact(m_now - 1).needsFullSync);
    QVERIFY(exact(m_now - 1).upserted.empty());
    remove(last.uuid);
    QVERIFY(exact(m_now - 1).needsFullSync); // Deletions count too.
}

void DeltaSyncTest::tooLongAgo()
{
    m_now -= sync::tombstoneAgeMs + 2 * sync::dayMs;
    photo();
    m_now += sync::tombstoneAgeMs + 2 * sync::dayMs;
    photo();
    for (const QString &epoch : {QString(), mark().epoch}) {
        QVERIFY(ask(m_now - sync::tombstoneAgeMs - 1, epoch).needsFullSync);
        QVERIFY(!ask(m_now - sync::tombstoneAgeMs + 1, epoch).needsFullSync);
        QVERIFY(ask(0, epoch).needsFullSync);
    }
}

void DeltaSyncTest::anEmptyLibraryNeedsNothing()
{
    QCOMPARE(mark().stamp, 0);
    const sync::Delta delta = exact(0);
    QVERIFY(!delta.needsFullSync);
    photo();
    QCOMPARE(exact(delta.mark.stamp).needsFullSync, true);
}

void DeltaSyncTest::aLibraryThatLongRestedNeedsNothing()
{
    photo();
    const qint64 newest = mark().stamp;
    m_now += 2 * sync::tombstoneAgeMs;
    QVERIFY(!exact(newest).needsFullSync);
}

void DeltaSyncTest::fromTheFuture()
{
    photo();
    QVERIFY(!ask(m_now + sync::overlapMs, {}).needsFullSync);
    QVERIFY(ask(m_now + sync::overlapMs + 1, {}).needsFullSync);
    m_now -= sync::dayMs; // Stamps have gone further than the clock: they are the server's own time.
    QVERIFY(!ask(mark().stamp + sync::overlapMs, {}).needsFullSync);
}

void DeltaSyncTest::fromBeforeTheRestore()
{
    photo();
    const QString former = mark().epoch;
    QVERIFY(m->run("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'epoch'"));
    QVERIFY(m->run("INSERT INTO meta(key, value) VALUES ('restored_at', ?1)", m_now + 5));
    QVERIFY(ask(m_now + 4, {}).needsFullSync);
    QVERIFY(!ask(m_now + 5, {}).needsFullSync);
    QVERIFY(ask(m_now + 5, former).needsFullSync);
    QVERIFY(!exact(m_now + 5).needsFullSync);
}

void DeltaSyncTest::sweptTombstonesAreNoted()
{
    const library::Registered first = photo();
    const library::Registered second = photo();
    remove(first.uuid);
    const qint64 between = mark().stamp;
    m_now += sync::dayMs;
    remove(second.uuid);
    photo();
    QCOMPARE(*sync::sweepTombstones(*m->database, m_now), 0);
    QCOMPARE(*sync::sweepTombstones(*m->database, m_now + sync::tombstoneAgeMs - sync::dayMs / 2), 1);
    QVERIFY(exact(between - 1).needsFullSync);
    QCOMPARE(exact(between).deleted, std::vector{second.uuid});
    QCOMPARE(*sync::sweepTombstones(*m->database, m_now + 2 * sync::tombstoneAgeMs), 1);
    QVERIFY(exact(between).needsFullSync);
    QCOMPARE(m->number("SELECT count(*) FROM tombstone"), 0);
}

void DeltaSyncTest::aClockThatGoesBackLosesNothing()
{
    const library::Registered first = photo();
    const qint64 before = mark().stamp;
    m_now -= sync::dayMs;
    touch(first.assetId);
    QCOMPARE(exact(before).upserted, std::vector{first.assetId});
    remove(first.uuid);
    QCOMPARE(exact(before).deleted, std::vector{first.uuid});
    QCOMPARE(mark().stamp, before + 2);
}

QTEST_GUILESS_MAIN(DeltaSyncTest)
#include "tst_delta_sync.moc"
