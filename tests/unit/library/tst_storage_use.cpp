// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "library/settings.h"
#include "library/storage_use.h"
#include "library/trash.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;

class StorageUseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::LibraryFixture>(); }
    void itCountsWhatLiesWhere();
    void theTrashIsEmptied();
    void aStopLeavesTheRest();
    void othersKeepWhatTheyHave();
    void whatLiesThereForLongGoes();
    void howLongIsASetting();

private:
    void toTrash(const QUuid &uuid)
    {
        QVERIFY(m->change([&](storage::Transaction &tx) {
            return library::Trash(*m->services).moveToTrash(tx, m->owner.userId, uuid);
        }));
    }
    library::StorageUse use() { return *library::storageUse(*m->services, m->owner.userId, {}); }
    std::unique_ptr<test::LibraryFixture> m;
};

void StorageUseTest::itCountsWhatLiesWhere()
{
    const auto kept = m->upload(test::LibraryFixture::jpeg(10));
    const auto placed = m->add(m->writeJpeg(u"a.jpg"_s, 20), Importer::Placement::InPlace);
    QVERIFY(kept && placed && m->process(*kept));
    toTrash(kept->uuid);
    const auto found = use();
    QCOMPARE(found.originals, test::LibraryFixture::jpeg(10).size());
    QCOMPARE(found.trash, found.originals);
    QCOMPARE(found.inPlace, test::LibraryFixture::jpeg(20).size());
    QCOMPARE(found.photos, 1);
    QCOMPARE(found.trashed, 1);
    QVERIFY(found.thumbnails > 0);
    QVERIFY(found.database > 0);
    QVERIFY(found.free > 0);
}

void StorageUseTest::theTrashIsEmptied()
{
    for (int shade = 0; shade < 130; ++shade) {
        toTrash(m->upload(test::LibraryFixture::jpeg(shade))->uuid);
    }
    QVERIFY(m->upload(test::LibraryFixture::jpeg(200)));
    QList<qint64> totals;
    const auto gone =
        library::emptyTrash(*m->services, m->owner.userId, [&](qint64, qint64 total) { totals << total; }, {});
    QVERIFY(gone);
    QCOMPARE(*gone, 130);
    QCOMPARE(totals, (QList<qint64>{130, 130}));
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QCOMPARE(m->number("SELECT count(*) FROM tombstone"), 130);
    QCOMPARE(use().trash, 0);
}

void StorageUseTest::aStopLeavesTheRest()
{
    toTrash(m->upload(test::LibraryFixture::jpeg(10))->uuid);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = library::emptyTrash(
        *m->services, m->owner.userId, [](qint64, qint64) {}, stop.get_token());
    QCOMPARE(stopped.error().code, ErrorCode::Canceled);
    QCOMPARE(use().trashed, 1);
}

void StorageUseTest::othersKeepWhatTheyHave()
{
    const QString file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto mine = m->add(file, Importer::Placement::Copy);
    QVERIFY(m->addFor(m->guest, file, Importer::Placement::Copy));
    toTrash(mine->uuid);
    // The bytes are another's too: emptying frees none.
    QCOMPARE(use().trash, 0);
    QVERIFY(library::emptyTrash(*m->services, m->owner.userId, [](qint64, qint64) {}, {}));
    QCOMPARE(m->number("SELECT count(*) FROM asset WHERE owner_id = ?1", m->guest.userId), 1);
    QVERIFY(use().originals > 0);
}

void StorageUseTest::whatLiesThereForLongGoes()
{
    const auto old = *m->upload(test::LibraryFixture::jpeg(10));
    const auto recent = *m->upload(test::LibraryFixture::jpeg(20));
    const auto guests = *m->addFor(m->guest, m->writeJpeg(u"a.jpg"_s, 30), Importer::Placement::Copy);
    const auto kept = *m->upload(test::LibraryFixture::jpeg(40));
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1000 WHERE id IN (?1, ?2)", old.assetId, guests.assetId));
    QVERIFY(m->run("UPDATE asset SET trashed_at = 1001 WHERE id = ?1", recent.assetId));
    constexpr qint64 month = 30LL * 24 * 60 * 60 * 1000;
    QCOMPARE(library::emptyOldTrash(*m->services, 999 + month, {}).value(), 0);
    QCOMPARE(library::emptyOldTrash(*m->services, 1000 + month, {}).value(), 2);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 2);
    QCOMPARE(m->number("SELECT count(*) FROM tombstone"), 2);
    QVERIFY(m->asset(recent.uuid) && m->asset(kept.uuid));
    QCOMPARE(library::emptyOldTrash(*m->services, 1001 + month, {}).value(), 1);
    QVERIFY(m->asset(kept.uuid));
}

void StorageUseTest::howLongIsASetting()
{
    constexpr qint64 day = 24LL * 60 * 60 * 1000;
    library::Settings settings(*m->services);
    const auto old = *m->upload(test::LibraryFixture::jpeg(10));
    QVERIFY(m->run("UPDATE asset SET trashed_at = 0 WHERE id = ?1", old.assetId));
    QVERIFY(settings.set(library::setting::trashDays, 0));
    QCOMPARE(library::emptyOldTrash(*m->services, 10'000 * day, {}).value(), 0);
    QVERIFY(settings.set(library::setting::trashDays, 2));
    QCOMPARE(library::emptyOldTrash(*m->services, 2 * day - 1, {}).value(), 0);
    QCOMPARE(library::emptyOldTrash(*m->services, 2 * day, {}).value(), 1);
}

QTEST_GUILESS_MAIN(StorageUseTest)
#include "tst_storage_use.moc"
