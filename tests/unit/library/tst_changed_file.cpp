// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/ids.h"
#include "library/open_metadata.h"
#include "library/originals.h"
#include "library/trash.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;

/// Files indexed in place that have other bytes than before.
class ChangedFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::LibraryFixture>();
        m_file = m->writeJpeg(u"a.jpg"_s, 10);
        m_first = *m->add(m_file, Importer::Placement::InPlace);
        m_before = *m->asset(m_first.uuid);
    }
    void theAssetKeepsItsId();
    void theFormerHashStillFindsIt();
    void changedBackItHasOneHashAgain();
    void formerBytesThatComeAgainAreNoDuplicate();
    void bytesKeptElsewhereKeepTheirAsset_data();
    void bytesKeptElsewhereKeepTheirAsset();
    void bytesThatAreThereAlreadyLeaveTheFormerMissing();
    void aNameThatIsUsedAgainIsAnotherAsset();
    void whatPeopleSaidStays();
    void aTrashedOneComesBack();
    void whatWasReadBeforeTheChangeIsNotWritten();
    void anotherTimeAloneIsNoChange();

private:
    library::Registered change(int shade)
    {
        m->write(u"a.jpg"_s, test::LibraryFixture::jpeg(shade, 80, 60));
        return *m->add(m_file, Importer::Placement::InPlace);
    }
    std::optional<library::Asset> find(const QByteArray &sha256)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::optional<library::Asset>> {
            return library::findAssetBySha256(db, m->owner.userId, sha256);
        });
    }
    std::unique_ptr<test::LibraryFixture> m;
    QString m_file;
    library::Registered m_first;
    library::Asset m_before;
};

void ChangedFileTest::theAssetKeepsItsId()
{
    QVERIFY(m->process(m_first));
    QVERIFY(m->run("DELETE FROM job"));
    const auto changed = change(20);
    QVERIFY(changed.wasChanged && !changed.isDuplicate);
    QCOMPARE(changed.uuid, m_first.uuid);
    const auto now = m->asset(m_first.uuid);
    QCOMPARE(now->id, m_before.id);
    QVERIFY(now->sha256 != m_before.sha256);
    QVERIFY(now->updatedAt > m_before.updatedAt);
    QCOMPARE(now->state, library::AssetState::Processing);
    QVERIFY(!now->isReady);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'process' AND subject = ?1", m_first.uuid), 1);
    QCOMPARE(m->number("SELECT count(*) FROM blob"), 1);
    QVERIFY(m->process(changed));
    QCOMPARE(m->asset(m_first.uuid)->width, 80);
}

void ChangedFileTest::theFormerHashStillFindsIt()
{
    change(20);
    const auto second = m->asset(m_first.uuid)->sha256;
    change(30);
    for (const QByteArray &sha256 : {m_before.sha256, second, m->asset(m_first.uuid)->sha256}) {
        const auto found = find(sha256);
        QVERIFY(found);
        QCOMPARE(found->uuid, m_first.uuid);
    }
}

void ChangedFileTest::changedBackItHasOneHashAgain()
{
    change(20);
    m->write(u"a.jpg"_s, m->jpeg(10));
    QVERIFY(m->add(m_file, Importer::Placement::InPlace));
    QCOMPARE(m->asset(m_first.uuid)->sha256, m_before.sha256);
    QCOMPARE(m->number("SELECT count(*) FROM asset_former_hash WHERE sha256 = ?1", m_before.sha256), 0);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
}

void ChangedFileTest::formerBytesThatComeAgainAreNoDuplicate()
{
    change(20);
    const auto again = m->upload(m->jpeg(10));
    QVERIFY(again);
    // Who is told "duplicate" deletes their file, and nobody else has those bytes.
    QVERIFY(!again->isDuplicate);
    QVERIFY(again->uuid != m_first.uuid);
    QVERIFY(m->blobs->verify(m_before.sha256));
    QCOMPARE(m->number("SELECT stored FROM blob WHERE sha256 = ?1", m_before.sha256), 1);
    QCOMPARE(find(m_before.sha256)->uuid, again->uuid);
    const auto third = m->upload(m->jpeg(10));
    QVERIFY(third->isDuplicate);
    QCOMPARE(third->uuid, again->uuid);
}

void ChangedFileTest::bytesKeptElsewhereKeepTheirAsset_data()
{
    QTest::addColumn<bool>("isUploaded");
    QTest::newRow("in the store") << true;
    QTest::newRow("in another file") << false;
}

void ChangedFileTest::bytesKeptElsewhereKeepTheirAsset()
{
    QFETCH(bool, isUploaded);
    QVERIFY(isUploaded ? m->upload(m->jpeg(10))
                       : m->add(m->writeJpeg(u"copy.jpg"_s, 10), Importer::Placement::InPlace));
    const auto changed = change(20);
    QVERIFY(!changed.wasChanged && !changed.isDuplicate);
    QVERIFY(changed.uuid != m_first.uuid);
    QCOMPARE(m->asset(m_first.uuid)->sha256, m_before.sha256);
    const auto place =
        m->database->read([&](storage::Connection &db) { return library::locateBlob(db, *m->blobs, m_before.blobId); });
    QVERIFY(place);
    QCOMPARE(m->number("SELECT count(*) FROM file_reference WHERE path = ?1", m_file), 1);
}

void ChangedFileTest::bytesThatAreThereAlreadyLeaveTheFormerMissing()
{
    const auto other = m->upload(m->jpeg(20, 80, 60));
    const qint64 stamp = m->stampOf(m_first.uuid);
    const auto changed = change(20);
    QVERIFY(changed.isDuplicate);
    QCOMPARE(changed.uuid, other->uuid);
    QCOMPARE(m->asset(m_first.uuid)->sha256, m_before.sha256);
    QVERIFY(m->stampOf(m_first.uuid) > stamp);
    QCOMPARE(m->number("SELECT missing_since IS NOT NULL FROM file_reference WHERE asset_id = ?1", m_first.assetId), 1);
    // And the file is known as the other one's from now on.
    QCOMPARE(m->add(m_file, Importer::Placement::InPlace)->uuid, other->uuid);
}

void ChangedFileTest::aNameThatIsUsedAgainIsAnotherAsset()
{
    QVERIFY(m->run("UPDATE file_reference SET missing_since = 1"));
    const auto added = change(20);
    QVERIFY(!added.wasChanged && !added.isDuplicate);
    QVERIFY(added.uuid != m_first.uuid);
    QCOMPARE(m->asset(m_first.uuid)->sha256, m_before.sha256);
}

void ChangedFileTest::whatPeopleSaidStays()
{
    QVERIFY(m->run("UPDATE asset SET rating = 5, is_favorite = 1"));
    QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) VALUES ('mine', ?1)", m_first.assetId));
    const library::MetadataEdit edit{
        {{u"file_name"_s, u"b.jpg"_s}, {u"note"_s, u"mine"_s}, {u"created_at"_s, u"2001-02-03T04:05:06Z"_s}}};
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::editMetadata(tx, *m->services, m->owner.userId, m_first.uuid, edit);
    }));
    const qint64 created = m->asset(m_first.uuid)->createdAt;
    QVERIFY(m->process(change(20)));
    QCOMPARE(m->asset(m_first.uuid)->fileName, u"b.jpg"_s);
    QCOMPARE(m->asset(m_first.uuid)->createdAt, created);
    QCOMPARE(m->number("SELECT count(*) FROM doc WHERE json LIKE '%mine%'"), 1);
    QVERIFY(m->asset(m_first.uuid)->isFavorite);
    QCOMPARE(m->asset(m_first.uuid)->rating, 5.0);
    QCOMPARE(m->number("SELECT count(*) FROM asset_tag"), 1);
}

void ChangedFileTest::aTrashedOneComesBack()
{
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, m_first.uuid);
    }));
    QVERIFY(change(20).wasTrashed);
    QVERIFY(!m->asset(m_first.uuid)->trashedAt);
}

void ChangedFileTest::whatWasReadBeforeTheChangeIsNotWritten()
{
    // The analyser stands for the time that processing takes: meanwhile the file changes and is indexed again.
    class Slow : public library::PictureAnalyser
    {
    public:
        std::function<void()> meanwhile;
        Result<void> isReady() override { return {}; }
        Result<Effect> analyse(const library::Asset &, const media::Metadata &,
                               std::span<const library::AnalysedPicture>, std::any &, const std::stop_token &) override
        {
            meanwhile();
            return Effect();
        }
    };
    Slow slow;
    slow.meanwhile = [&] { change(20); };
    QVERIFY(m->process(m_first, &slow));
    const auto now = m->asset(m_first.uuid);
    QVERIFY(!now->isReady);
    QVERIFY(!now->width);
    QCOMPARE(now->state, library::AssetState::Processing);
}

void ChangedFileTest::anotherTimeAloneIsNoChange()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000'000), QFileDevice::FileModificationTime));
    file.close();
    const auto again = m->add(m_file, Importer::Placement::InPlace);
    QVERIFY(again->isDuplicate && !again->wasChanged);
    QCOMPARE(m->number("SELECT modified_ns FROM file_reference"), 1'000'000'000'000'000'000);
}

QTEST_GUILESS_MAIN(ChangedFileTest)
#include "tst_changed_file.moc"
