// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/ids.h"
#include "library/trash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;

class ImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void whatIsNoPictureLeavesNothing();
    void aRefusedUploadLeavesNoTemporaryFile();
    void aMissingFileIsNotFound();
    void theSameBytesAreOneAsset();
    void twoUsersHaveTwoAssetsAndOneBlob();
    void deletedBytesComeBackInTheirPlace();
    void trashedBytesComeBack();
    void aFailedAssetGetsAnotherTry();
    void bytesDeletedWhileUploadedStay();
    void bytesDeletedAndImportedInOneCommitStay();
    void aSidecarIsTaken();
    void anIndexedFileIsNotRead();

private:
    void deleteForGood(const QUuid &uuid)
    {
        QVERIFY(m->change([&](storage::Transaction &tx) {
            return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, uuid);
        }));
    }
    int filesInStore() const
    {
        int count = 0;
        m->blobs->forEach([&](const QByteArray &) { return ++count > 0; });
        return count;
    }
    std::unique_ptr<test::LibraryFixture> m;
};

void ImporterTest::whatIsNoPictureLeavesNothing()
{
    for (const auto placement : {Importer::Placement::Copy, Importer::Placement::InPlace}) {
        const auto refused = m->add(m->write(u"a.jpg"_s, "this is no picture"_ba), placement);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileNotMedia);
    }
    QCOMPARE(filesInStore(), 0);
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 0);
    QCOMPARE(m->number("SELECT count(*) FROM asset_place"), 0);
}

void ImporterTest::aRefusedUploadLeavesNoTemporaryFile()
{
    const auto refused = m->upload("this is no picture"_ba, u"mine.jpg"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().fact(u"path"_s), u"mine.jpg"_s);
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
}

void ImporterTest::aMissingFileIsNotFound()
{
    const auto refused = m->add(m->path(u"none.jpg"_s), Importer::Placement::Copy);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileNotFound);
}

void ImporterTest::theSameBytesAreOneAsset()
{
    const auto first = m->add(m->writeJpeg(u"a.jpg"_s, 10), Importer::Placement::Copy);
    QVERIFY(first && !first->isDuplicate);
    const auto again = m->upload(m->jpeg(10), u"b.jpg"_s);
    QVERIFY(again && again->isDuplicate);
    QCOMPARE(again->uuid, first->uuid);
    QCOMPARE(first->uuid, uuidOfSha256(m->asset(first->uuid)->sha256));
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QCOMPARE(m->number("SELECT refs FROM blob"), 1);
    QVERIFY(QDir(m->blobs->temporaryFolder()).isEmpty());
    const auto indexed = m->add(m->writeJpeg(u"c.jpg"_s, 10), Importer::Placement::InPlace);
    QVERIFY(indexed && indexed->isDuplicate);
    QCOMPARE(m->number("SELECT stored FROM blob"), 1);
}

void ImporterTest::twoUsersHaveTwoAssetsAndOneBlob()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto mine = m->add(file, Importer::Placement::Copy);
    const auto theirs = m->addFor(m->guest, file, Importer::Placement::Copy);
    QVERIFY(mine && theirs && !theirs->isDuplicate);
    QVERIFY(mine->uuid != theirs->uuid);
    QCOMPARE(m->number("SELECT refs FROM blob"), 2);
    deleteForGood(mine->uuid);
    QCOMPARE(m->number("SELECT refs FROM blob"), 1);
    QCOMPARE(filesInStore(), 1);
}

void ImporterTest::deletedBytesComeBackInTheirPlace()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto first = m->add(file, Importer::Placement::Copy);
    QVERIFY(m->add(m->writeJpeg(u"b.jpg"_s, 20), Importer::Placement::Copy));
    const qint64 stamp = m->stampOf(first->uuid);
    deleteForGood(first->uuid);
    QCOMPARE(filesInStore(), 1);
    QVERIFY(m->number("SELECT deleted_at FROM tombstone WHERE uuid = ?1", first->uuid) > stamp);
    const auto again = m->add(file, Importer::Placement::Copy);
    QVERIFY(again && !again->isDuplicate);
    QCOMPARE(again->uuid, first->uuid);
    QCOMPARE(again->assetId, first->assetId);
    QCOMPARE(m->number("SELECT count(*) FROM tombstone"), 0);
    QVERIFY(m->stampOf(first->uuid) > stamp);
    QVERIFY(m->blobs->verify(m->asset(first->uuid)->sha256));
}

void ImporterTest::trashedBytesComeBack()
{
    const auto first = m->upload(m->jpeg(10));
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, first->uuid);
    }));
    const qint64 stamp = m->stampOf(first->uuid);
    const auto again = m->upload(m->jpeg(10));
    QVERIFY(again && again->isDuplicate && again->wasTrashed);
    QVERIFY(!m->asset(first->uuid)->trashedAt);
    QVERIFY(m->stampOf(first->uuid) > stamp);
}

void ImporterTest::aFailedAssetGetsAnotherTry()
{
    const auto first = m->upload(m->jpeg(10));
    QVERIFY(m->run("UPDATE asset SET state = 2, error = '{}'"));
    QVERIFY(m->run("DELETE FROM job"));
    const qint64 stamp = m->stampOf(first->uuid);
    QVERIFY(m->upload(m->jpeg(10)));
    QCOMPARE(m->asset(first->uuid)->state, library::AssetState::Processing);
    QVERIFY(m->stampOf(first->uuid) > stamp);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'process' AND subject = ?1", first->uuid), 1);
}

void ImporterTest::bytesDeletedWhileUploadedStay()
{
    // A blob that is found in the store is not written again; the deletion of its last asset comes just then.
    const auto first = m->upload(m->jpeg(10));
    const QByteArray sha256 = m->asset(first->uuid)->sha256;
    const auto kept = m->blobs->keep(sha256);
    deleteForGood(first->uuid);
    QVERIFY(m->blobs->has(sha256));
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 0);
}

void ImporterTest::bytesDeletedAndImportedInOneCommitStay()
{
    const auto first = m->upload(m->jpeg(10));
    const QByteArray bytes = m->jpeg(10);
    library::NewAsset again;
    again.owner = m->owner;
    MultiHash hash;
    hash.add(bytes);
    again.digests = hash.finish();
    again.format = u"jpeg"_s;
    const QByteArray sha256 = again.digests.sha256;
    QVERIFY(m->change([&](storage::Transaction &tx) -> Result<void> {
        if (auto gone = library::Trash(*m->services).deleteForGood(tx, m->owner.userId, first->uuid); !gone) {
            return gone;
        }
        auto back = library::registerAsset(tx, *m->services, again);
        return back ? Result<void>{} : Result<void>(failed(back));
    }));
    QVERIFY(m->blobs->verify(sha256));
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
}

void ImporterTest::aSidecarIsTaken()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    m->write(u"a.jpg.xmp"_s, "<x:xmpmeta/>"_ba);
    const auto added = m->add(file, Importer::Placement::Copy);
    QVERIFY(added);
    QCOMPARE(m->number("SELECT count(*) FROM asset_sidecar WHERE asset_id = ?1", added->assetId), 1);
}

void ImporterTest::anIndexedFileIsNotRead()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto first = m->add(file, Importer::Placement::InPlace);
    QVERIFY(first && !first->isDuplicate);
    QCOMPARE(filesInStore(), 0);
    const auto same = m->add(m->path(u"photos/../photos/a.jpg"_s), Importer::Placement::InPlace);
    QVERIFY(same && same->isDuplicate);
    QCOMPARE(same->uuid, first->uuid);
    QCOMPARE(m->number("SELECT count(*) FROM file_reference"), 1);
}

QTEST_GUILESS_MAIN(ImporterTest)
#include "tst_importer.moc"
