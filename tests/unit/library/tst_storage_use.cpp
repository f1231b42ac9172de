// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

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

QTEST_GUILESS_MAIN(StorageUseTest)
#include "tst_storage_use.moc"
