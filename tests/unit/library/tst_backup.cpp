// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/clock.h"
#include "library/backup.h"
#include "library/library_folder.h"
#include "library/trash.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::LibraryFixture>();
        m_target = std::make_unique<QTemporaryDir>();
    }
    void aFolderWithoutABackupChangesNothing();
    void aDamagedBackupChangesNothing();
    void aBackupOfANewerProgramChangesNothing();
    void aMissingFileInTheBackupChangesNothing();
    void anInterruptedBackupIsNotRestored();
    void whatIsDamagedIsLeftOut();
    void anOlderGoodCopyStays();
    void whatWasLeftOutComesFromALaterBackup();
    void aDiskThatGoesAwayEndsTheBackup();
    void restoredItIsAsItWas();
    void aDamagedFileIsHealed();
    void laterBackupsCopyOnlyWhatIsNew();
    void deletedMeanwhileItIsStillInTheBackup();

private:
    Result<library::BackupReport> backup(const library::Progress &progress = [](qint64, qint64) {})
    {
        return library::backupLibrary(*m->database, *m->blobs, m_target->path(), progress, {});
    }
    /// Into the library of the fixture, which is closed first.
    Result<void> restore()
    {
        m->jobs.reset();
        m->services.reset();
        m->blobs.reset();
        m->database.reset();
        const auto folder = library::LibraryFolder::open(m->folder.path());
        return library::restoreLibrary(m_target->path(), **folder, [](qint64, qint64) {}, {});
    }
    void reopen()
    {
        m->database = std::move(*storage::Database::open({m->path(u"kinframe.db"_s), m->path(u"backups"_s), wallMs}));
        m->blobs = std::move(*storage::BlobStore::open(m->path(u"blobs"_s), m->path(u"tmp"_s)));
    }
    QByteArray shaOf(const library::Registered &registered) { return m->asset(registered.uuid)->sha256; }
    int filesInBackup() const
    {
        int files = 0;
        for (QDirIterator blob(m_target->filePath(u"blobs"_s), QDir::Files, QDirIterator::Subdirectories);
             blob.hasNext(); blob.next()) {
            ++files;
        }
        return files;
    }
    QString databaseIn(const library::BackupReport &report) const { return report.snapshot + u"/kinframe.db"_s; }
    static void spoil(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100) && file.write("spoilt") == 6);
    }
    std::unique_ptr<test::LibraryFixture> m;
    std::unique_ptr<QTemporaryDir> m_target;
};

void BackupTest::aFolderWithoutABackupChangesNothing()
{
    const auto mine = *m->upload(m->jpeg(10));
    const auto restored = restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, ErrorCode::BackupInvalid);
    reopen();
    QVERIFY(m->asset(mine.uuid));
}

void BackupTest::aDamagedBackupChangesNothing()
{
    const auto report = *backup();
    const auto mine = *m->upload(m->jpeg(10));
    spoil(databaseIn(report));
    const auto restored = restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, ErrorCode::BackupInvalid);
    reopen();
    QVERIFY(m->asset(mine.uuid));
}

void BackupTest::aBackupOfANewerProgramChangesNothing()
{
    const QByteArray present = "PRAGMA user_version = " + QByteArray::number(m->number("PRAGMA user_version"));
    QVERIFY(m->run("PRAGMA user_version = 9999"));
    QVERIFY(backup());
    QVERIFY(m->run(present.constData()));
    const auto mine = *m->upload(m->jpeg(10));
    const auto restored = restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, ErrorCode::DatabaseNewer);
    reopen();
    QVERIFY(m->asset(mine.uuid));
}

void BackupTest::aMissingFileInTheBackupChangesNothing()
{
    const auto mine = *m->upload(m->jpeg(10));
    QVERIFY(backup());
    const auto hex = QString::fromLatin1(m->asset(mine.uuid)->sha256.toHex());
    QVERIFY(QFile::remove(m_target->filePath(u"blobs/%1/%2/%3"_s.arg(hex.first(2), hex.mid(2, 2), hex))));
    const auto later = *m->upload(m->jpeg(20));
    QVERIFY(!restore());
    reopen();
    QVERIFY(m->asset(later.uuid));
}

void BackupTest::anInterruptedBackupIsNotRestored()
{
    const auto mine = *m->upload(m->jpeg(10));
    QVERIFY(backup());
    QVERIFY(m->upload(m->jpeg(20)));
    std::stop_source stop;
    const auto canceled = library::backupLibrary(
        *m->database, *m->blobs, m_target->path(), [&](qint64, qint64) { stop.request_stop(); }, stop.get_token());
    QVERIFY(!canceled);
    QCOMPARE(canceled.error().code, ErrorCode::Canceled);
    QVERIFY(restore());
    reopen();
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QVERIFY(m->asset(mine.uuid));
}

void BackupTest::whatIsDamagedIsLeftOut()
{
    const auto first = *m->upload(m->jpeg(10), u"first.jpg"_s);
    const auto damaged = *m->upload(m->jpeg(20), u"damaged.jpg"_s);
    const auto missing = *m->upload(m->jpeg(30), u"missing.jpg"_s);
    const auto last = *m->upload(m->jpeg(40), u"last.jpg"_s);
    QVERIFY(m->add(m->writeJpeg(u"elsewhere.jpg"_s, 50), library::Importer::Placement::InPlace));
    const QByteArray damagedBytes = shaOf(damaged);
    const QByteArray missingBytes = shaOf(missing);
    const QByteArray sound = shaOf(last);
    spoil(m->blobs->pathOf(damagedBytes));
    QVERIFY(m->blobs->remove(missingBytes));
    const auto report = backup();
    QVERIFY(report && !report->isWhole());
    QCOMPARE(report->blobs, 2);
    QCOMPARE(report->copied, 2);
    QCOMPARE(report->inPlace, 1);
    QCOMPARE(report->lost.size(), size_t(2));
    QCOMPARE(report->lost.at(0).sha256, damagedBytes);
    QCOMPARE(report->lost.at(0).names, QStringList{u"damaged.jpg"_s});
    QCOMPARE(report->lost.at(1).sha256, missingBytes);
    QCOMPARE(report->problem()->code, ErrorCode::BackupIncomplete);
    QCOMPARE(report->problem()->fact(u"files"_s), u"damaged.jpg, missing.jpg"_s);
    // Neither under its name nor under that of the bytes it has now.
    QCOMPARE(filesInBackup(), 2);
    // All else comes back.
    QVERIFY(m->blobs->remove(sound));
    QVERIFY(restore());
    reopen();
    for (const auto &photo : {first, damaged, missing, last}) {
        QVERIFY(m->asset(photo.uuid));
    }
    QVERIFY(m->blobs->verify(sound));
}

void BackupTest::anOlderGoodCopyStays()
{
    const auto mine = *m->upload(m->jpeg(10));
    const QByteArray sha256 = shaOf(mine);
    QVERIFY(backup()->isWhole());
    spoil(m->blobs->pathOf(sha256));
    QVERIFY(m->upload(m->jpeg(20)));
    const auto report = backup();
    QVERIFY(report && report->isWhole());
    QCOMPARE(report->copied, 1);
    QVERIFY(restore());
    reopen();
    QVERIFY(m->blobs->verify(sha256));
}

void BackupTest::whatWasLeftOutComesFromALaterBackup()
{
    const auto mine = *m->upload(m->jpeg(10));
    const QByteArray sha256 = shaOf(mine);
    spoil(m->blobs->pathOf(sha256));
    QVERIFY(!backup()->isWhole());
    // Found again elsewhere.
    QVERIFY(QFile::remove(m->blobs->pathOf(sha256)));
    QVERIFY(m->upload(m->jpeg(10)));
    QVERIFY(backup()->isWhole());
    spoil(m->blobs->pathOf(sha256));
    QVERIFY(restore());
    reopen();
    QVERIFY(m->blobs->verify(sha256));
}

void BackupTest::aDiskThatGoesAwayEndsTheBackup()
{
    QVERIFY(m->upload(m->jpeg(10)));
    QVERIFY(m->upload(m->jpeg(20)));
    const auto report =
        backup([&](qint64, qint64) { QVERIFY(QDir(m_target->filePath(u"tmp"_s)).removeRecursively()); });
    QVERIFY(!report);
}

void BackupTest::restoredItIsAsItWas()
{
    const auto kept = *m->upload(m->jpeg(10));
    const auto sha256 = m->asset(kept.uuid)->sha256;
    QVERIFY(backup());
    const QString epoch = *m->database->read([](storage::Connection &db) -> Result<QString> {
        auto row = db.prepare("SELECT value FROM meta WHERE key = 'epoch'");
        row.step();
        return row.text(0);
    });
    const qint64 stamp = m->database->now();
    QVERIFY(m->change([&](storage::Transaction &tx) {
        return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, kept.uuid);
    }));
    const auto later = *m->upload(m->jpeg(20));
    const auto laterBytes = m->asset(later.uuid)->sha256;
    const qint64 last = m->stampOf(later.uuid);
    QVERIFY(restore());
    reopen();
    QVERIFY(m->asset(kept.uuid));
    // Whoever has any of the stamps that were given so far is told to begin anew.
    QVERIFY(m->number("SELECT value FROM meta WHERE key = 'restored_at'") > last);
    QVERIFY(!m->asset(later.uuid));
    QVERIFY(m->blobs->verify(sha256));
    QCOMPARE(m->number("SELECT count(*) FROM meta WHERE key = 'epoch' AND value = ?1", epoch), 0);
    QVERIFY(m->database->now() >= stamp);
    // The database of before is beside it, with all that it names.
    QCOMPARE(QDir(m->folder.path()).entryList({u"kinframe.db-before-restore-*"_s}).size(), 1);
    QCOMPARE(library::sweepOrphans(*m->database, *m->blobs, wallMs() + 60'000, {})->removed, 0);
    QVERIFY(m->blobs->verify(laterBytes));
}

void BackupTest::aDamagedFileIsHealed()
{
    const auto mine = *m->upload(m->jpeg(10));
    const auto sha256 = m->asset(mine.uuid)->sha256;
    QVERIFY(backup());
    spoil(m->blobs->pathOf(sha256));
    QVERIFY(restore());
    reopen();
    QVERIFY(m->blobs->verify(sha256));
}

void BackupTest::laterBackupsCopyOnlyWhatIsNew()
{
    QVERIFY(m->upload(m->jpeg(10)));
    QCOMPARE(backup()->copied, 1);
    QVERIFY(m->upload(m->jpeg(20)));
    const auto second = *backup();
    QCOMPARE(second.copied, 1);
    QCOMPARE(second.blobs, 2);
}

void BackupTest::deletedMeanwhileItIsStillInTheBackup()
{
    const auto first = *m->upload(m->jpeg(10));
    const auto second = *m->upload(m->jpeg(20));
    const auto sha256 = m->asset(second.uuid)->sha256;
    bool isDeleted = false;
    QVERIFY(backup([&](qint64, qint64) {
        if (std::exchange(isDeleted, true)) {
            return;
        }
        for (const QUuid &uuid : {first.uuid, second.uuid}) {
            QVERIFY(m->change([&](storage::Transaction &tx) {
                return library::Trash(*m->services).deleteForGood(tx, m->owner.userId, uuid);
            }));
        }
    }));
    QVERIFY(restore());
    reopen();
    QVERIFY(m->asset(second.uuid));
    QVERIFY(m->blobs->verify(sha256));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
