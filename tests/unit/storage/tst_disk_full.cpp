// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_disk.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::storage;
using namespace Qt::StringLiterals;

namespace {

Result<void> addRow(Database &database, qsizetype size)
{
    return database.write([size](Transaction &tx) -> Result<void> {
        tx.run("INSERT INTO meta(key, value) VALUES (hex(randomblob(16)), ?1)", QByteArray(size, 'x'));
        return {};
    });
}

qint64 rows(Database &database)
{
    return *database.read([](Connection &db) -> Result<qint64> {
        Statement statement = db.prepare("SELECT count(*) FROM meta");
        statement.step();
        return statement.int64(0);
    });
}

/// Writes until it fails; gives why, and how many rows were acknowledged before.
std::pair<Error, qint64> fillUp(Database &database)
{
    for (qint64 added = 0; added < 100'000; ++added) {
        if (auto written = addRow(database, 20'000); !written) {
            return {written.error(), added};
        }
    }
    return {{}, -1};
}

} // namespace

class TestDiskFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDatabaseRefusesAndGoesOn();
    void oneTooLargeWriteDoesNotTakeItsNeighboursAlong();
    void aFullVolumeRefusesAndGoesOn();
    void aCopyToAFullVolumeLeavesNothing();
    void blobsOnAFullVolume();
    void theReserveOfAVolume();
};

void TestDiskFull::aFullDatabaseRefusesAndGoesOn()
{
    QTemporaryDir folder;
    auto database = std::move(*Database::open({.path = folder.filePath(u"library.db"_s), .backupFolder = {}}));
    const auto setLimit = [&](const char *pragma) {
        return database->write([pragma](Transaction &tx) -> Result<void> {
            tx.db().runScript(pragma);
            return {};
        });
    };
    const qint64 before = rows(*database);
    QVERIFY(setLimit("PRAGMA max_page_count = 300"));
    const auto [error, added] = fillUp(*database);
    QCOMPARE(error.code, ErrorCode::DiskFull);
    QVERIFY(added > 0);
    QCOMPARE(rows(*database), before + added);
    QVERIFY(database->problems()->isEmpty());
    QVERIFY(setLimit("PRAGMA max_page_count = 100000"));
    QVERIFY(addRow(*database, 20'000));
    QCOMPARE(rows(*database), before + added + 1);
}

void TestDiskFull::oneTooLargeWriteDoesNotTakeItsNeighboursAlong()
{
    QTemporaryDir folder;
    auto database = std::move(*Database::open({.path = folder.filePath(u"library.db"_s), .backupFolder = {}}));
    QVERIFY(database->write([](Transaction &tx) -> Result<void> {
        tx.db().runScript("PRAGMA max_page_count = 600");
        return {};
    }));
    const qint64 before = rows(*database);
    std::promise<void> mayGoOn;
    auto blocker = database->writeLater([&](Transaction &) -> Result<void> {
        mayGoOn.get_future().wait();
        return {};
    });
    const auto later = [&](qsizetype size) {
        return database->writeLater([size](Transaction &tx) -> Result<void> {
            tx.run("INSERT INTO meta(key, value) VALUES (hex(randomblob(16)), ?1)", QByteArray(size, 'x'));
            return {};
        });
    };
    auto first = later(10);
    auto huge = later(20'000'000);
    auto last = later(10);
    mayGoOn.set_value();
    blocker.wait();
    // What is told agrees with what is there, whichever SQLite rolled back.
    const qint64 acknowledged = qint64(first.get().has_value()) + qint64(last.get().has_value());
    QCOMPARE(huge.get().error().code, ErrorCode::DiskFull);
    QCOMPARE(rows(*database), before + acknowledged);
    QVERIFY(addRow(*database, 10));
}

void TestDiskFull::aFullVolumeRefusesAndGoesOn()
{
    SmallDisk disk(8);
    if (!disk.isMounted()) {
        QSKIP("a small volume can be made by root only");
    }
    auto opened = Database::open({.path = disk.filePath(u"library.db"_s), .backupFolder = {}});
    QVERIFY(opened);
    auto database = std::move(*opened);
    const qint64 before = rows(*database);
    const auto [error, added] = fillUp(*database);
    QCOMPARE(error.code, ErrorCode::DiskFull);
    QCOMPARE(error.fact(u"path"_s), disk.filePath(u"library.db"_s));
    QCOMPARE(rows(*database), before + added);
    QVERIFY(disk.grow(64));
    QVERIFY(addRow(*database, 20'000));
    QCOMPARE(rows(*database), before + added + 1);
    QVERIFY(database->problems()->isEmpty());
}

void TestDiskFull::aCopyToAFullVolumeLeavesNothing()
{
    SmallDisk disk(1);
    if (!disk.isMounted()) {
        QSKIP("a small volume can be made by root only");
    }
    QTemporaryDir folder;
    auto database = std::move(*Database::open({.path = folder.filePath(u"library.db"_s), .backupFolder = {}}));
    for (int i = 0; i < 100; ++i) {
        QVERIFY(addRow(*database, 50'000));
    }
    QCOMPARE(database->copyTo(disk.filePath(u"copy.db"_s)).error().code, ErrorCode::DiskFull);
    QVERIFY(QDir(disk.filePath({})).entryList(QDir::Files).isEmpty());
    QVERIFY(addRow(*database, 10));
}

void TestDiskFull::blobsOnAFullVolume()
{
    SmallDisk disk(2);
    if (!disk.isMounted()) {
        QSKIP("a small volume can be made by root only");
    }
    auto store = std::move(*BlobStore::open(disk.filePath(u"blobs"_s), disk.filePath(u"temporary"_s)));
    const auto small = store->addBytes("small");
    QVERIFY(small);
    const auto large = store->addBytes(QByteArray(3'000'000, 'x'));
    QCOMPARE(large.error().code, ErrorCode::DiskFull);
    QVERIFY(QDir(store->temporaryFolder()).entryList(QDir::Files).isEmpty());
    QVERIFY(store->verify(small->sha256));
    QVERIFY(store->addBytes("another"));
}

void TestDiskFull::theReserveOfAVolume()
{
    SmallDisk disk(16);
    if (!disk.isMounted()) {
        QSKIP("a small volume can be made by root only");
    }
    QTemporaryDir folder;
    QFile source(folder.filePath(u"source"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(QByteArray(1000, 'x'));
    source.close();
    auto store = std::move(*BlobStore::open(disk.filePath(u"blobs"_s), disk.filePath(u"temporary"_s)));
    const auto refused = store->addCopyOf(source.fileName());
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QVERIFY(refused.error().fact(u"missing"_s).endsWith(u" MB"));
    QVERIFY(disk.grow(64));
    QVERIFY(store->addCopyOf(source.fileName()));
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "tst_disk_full.moc"
