// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/live_photos.h"
#include "library/thumbnail_files.h"
#include "library/trash.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class TrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void whatTheUserDoesNotHaveIsNotFound();
    void trashingIsAChangeThatCanBeUndone();
    void deletingLeavesATombstoneAndNoFiles();
    void aFailedWriteDeletesNoFile();
    void theHiddenHalfGoesAndComesWithItsPicture();
    void aVideoOfTwoPicturesStaysWithTheOther();
    void theHiddenHalfHasChangedToo();
    void withoutItsVideoAPictureHasChanged();

private:
    template <typename Act>
    Result<void> act(Act method, qint64 user, const QUuid &uuid)
    {
        return m->change(
            [&](storage::Transaction &tx) { return (library::Trash(*m->services).*method)(tx, user, uuid); });
    }
    Result<void> trash(const QUuid &uuid) { return act(&library::Trash::moveToTrash, m->owner.userId, uuid); }
    Result<void> restore(const QUuid &uuid) { return act(&library::Trash::restore, m->owner.userId, uuid); }
    Result<void> destroy(const QUuid &uuid) { return act(&library::Trash::deleteForGood, m->owner.userId, uuid); }
    void link(const library::Registered &image, const library::Registered &video)
    {
        QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
            library::linkLivePhoto(tx, m->changes, image.assetId, video.assetId);
            return {};
        }));
    }
    std::unique_ptr<test::LibraryFixture> m;
};

void TrashTest::whatTheUserDoesNotHaveIsNotFound()
{
    const auto mine = m->upload(m->jpeg(10));
    for (const auto move : {&library::Trash::moveToTrash, &library::Trash::deleteForGood}) {
        const auto refused = act(move, m->guest.userId, mine->uuid);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }
    QVERIFY(!restore(mine->uuid));
    QVERIFY(trash(mine->uuid));
    QVERIFY(!trash(mine->uuid));
}

void TrashTest::trashingIsAChangeThatCanBeUndone()
{
    const auto mine = m->upload(m->jpeg(10));
    const qint64 first = m->stampOf(mine->uuid);
    QVERIFY(trash(mine->uuid));
    const qint64 second = m->stampOf(mine->uuid);
    QVERIFY(second > first && m->asset(mine->uuid)->trashedAt);
    QVERIFY(restore(mine->uuid));
    QVERIFY(m->stampOf(mine->uuid) > second && !m->asset(mine->uuid)->trashedAt);
}

void TrashTest::deletingLeavesATombstoneAndNoFiles()
{
    const auto mine = m->upload(m->jpeg(10));
    QVERIFY(m->process(*mine));
    const auto asset = *m->asset(mine->uuid);
    const QString thumbnail =
        library::thumbnailPath(m->services->thumbnailFolder, asset.sha256, library::ThumbnailKind::Thumbnail);
    QVERIFY(QFileInfo::exists(thumbnail));
    QVERIFY(destroy(mine->uuid));
    QVERIFY(!m->blobs->has(asset.sha256));
    QVERIFY(!QFileInfo::exists(thumbnail));
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 0);
    QCOMPARE(m->number("SELECT count(*) FROM job"), 0);
    QVERIFY(m->number("SELECT deleted_at FROM tombstone WHERE uuid = ?1", mine->uuid) > asset.updatedAt);
}

void TrashTest::aFailedWriteDeletesNoFile()
{
    const auto mine = m->upload(m->jpeg(10));
    const auto refused = m->change([&](storage::Transaction &tx) -> Result<void> {
        if (auto gone = library::Trash(*m->services).deleteForGood(tx, m->owner.userId, mine->uuid); !gone) {
            return gone;
        }
        return fail(ErrorCode::Conflict);
    });
    QVERIFY(!refused);
    QVERIFY(m->asset(mine->uuid));
    QVERIFY(m->blobs->verify(m->asset(mine->uuid)->sha256));
}

void TrashTest::theHiddenHalfGoesAndComesWithItsPicture()
{
    const auto image = *m->upload(m->jpeg(10));
    const auto video = *m->upload(m->jpeg(20));
    link(image, video);
    QVERIFY(trash(image.uuid));
    QVERIFY(m->asset(video.uuid)->trashedAt);
    QVERIFY(restore(image.uuid));
    QVERIFY(!m->asset(video.uuid)->trashedAt);
    QVERIFY(trash(image.uuid));
    QVERIFY(m->upload(m->jpeg(10))); // Imported again, both come back.
    QVERIFY(!m->asset(video.uuid)->trashedAt);
    QVERIFY(destroy(image.uuid));
    QVERIFY(!m->asset(video.uuid));
    QCOMPARE(m->number("SELECT count(*) FROM tombstone"), 2);
}

void TrashTest::aVideoOfTwoPicturesStaysWithTheOther()
{
    const auto first = *m->upload(m->jpeg(10));
    const auto second = *m->upload(m->jpeg(15));
    const auto video = *m->upload(m->jpeg(20));
    link(first, video);
    link(second, video);
    QVERIFY(trash(first.uuid));
    QVERIFY(!m->asset(video.uuid)->trashedAt);
    QVERIFY(destroy(first.uuid));
    QCOMPARE(m->asset(second.uuid)->liveVideoUuid, video.uuid);
    QVERIFY(destroy(second.uuid));
    QVERIFY(!m->asset(video.uuid));
}

void TrashTest::theHiddenHalfHasChangedToo()
{
    const auto image = *m->upload(m->jpeg(10));
    const auto video = *m->upload(m->jpeg(20));
    link(image, video);
    const qint64 linked = m->stampOf(video.uuid);
    QVERIFY(trash(image.uuid));
    const qint64 trashed = m->stampOf(video.uuid);
    QVERIFY(trashed > linked);
    QVERIFY(restore(image.uuid));
    QVERIFY(m->stampOf(video.uuid) > trashed);
}

void TrashTest::withoutItsVideoAPictureHasChanged()
{
    const auto image = *m->upload(m->jpeg(10));
    const auto video = *m->upload(m->jpeg(20));
    link(image, video);
    const qint64 stamp = m->stampOf(image.uuid);
    QVERIFY(destroy(video.uuid));
    QVERIFY(!m->asset(image.uuid)->liveVideoId);
    QVERIFY(m->stampOf(image.uuid) > stamp);
}

QTEST_GUILESS_MAIN(TrashTest)
#include "tst_trash.moc"
