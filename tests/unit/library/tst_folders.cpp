// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/library_fixture.h"

#include "base/ids.h"
#include "library/folder_job.h"
#include "library/folders.h"
#include "library/trash.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Folder;
using library::Folders;
using library::Importer;

/// Folders of a library, looked through by the test itself.
class FoldersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatLiesInItIsTakenIn_data();
    void whatLiesInItIsTakenIn();
    void overlappingFoldersAreRefused();
    void newAndChangedFilesAreTaken();
    void aFileThatIsBeingWrittenWaits();
    void aDeletedFileIsMissingAndComesBack();
    void aCopiedPhotoStaysWhenItsFileGoes();
    void aMovedFileKeepsItsPhoto();
    void aFolderPulledAwayLosesNothing_data();
    void aFolderPulledAwayLosesNothing();
    void aVolumeMountedElsewhereIsFound();
    void aMovedFolderIsFoundWherePeoplePoint();
    void aFolderWithOtherPhotosIsRefused();
    void whatPeopleDeleteIsNotTakenAgain();
    void refusedFilesAreNamedOnce();
    void missingPhotosGoToTheTrashAndBack();
    void removedItKeepsItsPhotos();
    void removedItLeavesThePhotosToTheTrash();
    void aStopLosesNothing();
    void itTellsOfItself();

private:
    Folder add(Importer::Placement placement = Importer::Placement::InPlace)
    {
        auto folder = Folders(*m->services).add(m->owner, m->path(u"photos"_s), placement);
        return folder ? *folder : Folder();
    }
    /// Makes a file look as if it was written a while ago.
    static void age(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60 - s_age++), QFileDevice::FileModificationTime));
    }
    QString jpeg(const QString &name, int shade)
    {
        const QString path = m->writeJpeg(name, shade);
        age(path);
        return path;
    }
    Result<void> scan(const Folder &folder, const std::stop_token &stop = {})
    {
        library::FolderJob handler(*m->services, [this] { return m_roots; });
        jobs::Job job;
        job.userId = folder.ownerId;
        job.subject = folder.uuid;
        std::any state;
        jobs::JobContext context({stop, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = handler.run(job, context);
        if (!effect) {
            return failed(effect);
        }
        return *effect ? m->change(*effect) : Result<void>{};
    }
    std::optional<Folder> find(const Folder &folder)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<std::optional<Folder>> {
            return library::folderRow(db, folder.uuid);
        });
    }
    library::FolderCounts counts(const Folder &folder) { return *Folders(*m->services).counts(folder); }
    qint64 photos() { return m->number("SELECT count(*) FROM asset WHERE trashed_at IS NULL"); }
    QUuid uuidAt(const QString &path)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<QUuid> {
            auto row = db.prepare("SELECT a.uuid FROM file_reference r JOIN asset a ON a.id = r.asset_id WHERE "
                                  "r.path = ?1 AND r.missing_since IS NULL");
            row.bindAll(path);
            return row.step() ? row.uuid(0) : QUuid();
        });
    }

    static inline int s_age = 0;
    QStringList m_roots;
    std::unique_ptr<test::LibraryFixture> m;
};

void FoldersTest::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_roots = {};
    QVERIFY(QDir().mkpath(m->path(u"photos"_s)));
    m->changes.onDeletion(library::FolderJob::leaveOut);
}

void FoldersTest::whatLiesInItIsTakenIn_data()
{
    QTest::addColumn<bool>("isCopied");
    QTest::newRow("in place") << false;
    QTest::newRow("copied") << true;
}

void FoldersTest::whatLiesInItIsTakenIn()
{
    QFETCH(const bool, isCopied);
    for (int i = 0; i < 30; ++i) {
        m->writeJpeg(u"%1/%2.jpg"_s.arg(i % 3).arg(i), i);
    }
    m->write(u"note.txt"_s, "no photo"_ba);
    const Folder folder = add(isCopied ? Importer::Placement::Copy : Importer::Placement::InPlace);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'folder' AND subject = ?1", folder.uuid), 1);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(scan(folder));
        QCOMPARE(photos(), 30);
        QCOMPARE(counts(folder).files, 30);
        QCOMPARE(counts(folder).missing, 0);
        QCOMPARE(m->number("SELECT sum(stored) FROM blob"), isCopied ? 30 : 0);
    }
    QVERIFY(find(folder)->scannedAt);
}

void FoldersTest::overlappingFoldersAreRefused()
{
    QVERIFY(QDir().mkpath(m->path(u"photos/inner"_s)));
    QVERIFY(!add().uuid.isNull());
    Folders folders(*m->services);
    for (const QString &path : {m->path(u"photos"_s), m->path(u"photos/inner"_s), m->folder.path()}) {
        const auto refused = folders.add(m->owner, path, Importer::Placement::InPlace);
        QVERIFY2(!refused, qPrintable(path));
        QCOMPARE(refused.error().code, ErrorCode::FolderTaken);
    }
    const auto none = folders.add(m->owner, m->path(u"none"_s), Importer::Placement::InPlace);
    QCOMPARE(none.error().code, ErrorCode::FileNotFound);
    // Another person may have the same folder in their library.
    QVERIFY(folders.add(m->guest, m->path(u"photos"_s), Importer::Placement::InPlace));
}

void FoldersTest::newAndChangedFilesAreTaken()
{
    const QString first = jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    QVERIFY(scan(folder));
    const QUuid uuid = uuidAt(first);
    jpeg(u"new/b.jpg"_s, 20);
    m->write(u"a.jpg"_s, test::LibraryFixture::jpeg(30, 80, 60));
    age(first);
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 2);
    QCOMPARE(uuidAt(first), uuid);
    QCOMPARE(counts(folder).files, 2);
}

void FoldersTest::aFileThatIsBeingWrittenWaits()
{
    const Folder folder = add();
    QVERIFY(scan(folder));
    QVERIFY(m->run("DELETE FROM job"));
    const QString fresh = m->writeJpeg(u"a.jpg"_s, 10);
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 0);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'folder' AND run_at > created_at"), 1);
    age(fresh);
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 1);
}

void FoldersTest::aDeletedFileIsMissingAndComesBack()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    jpeg(u"b.jpg"_s, 20);
    const Folder folder = add();
    QVERIFY(scan(folder));
    const QUuid uuid = uuidAt(path);
    const qint64 stamp = m->stampOf(uuid);
    QVERIFY(QFile::rename(path, m->path(u"aside"_s)));
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 2);
    QCOMPARE(counts(folder).missing, 1);
    QVERIFY(m->stampOf(uuid) > stamp);
    QVERIFY(!find(folder)->missingSince);
    QVERIFY(QFile::rename(m->path(u"aside"_s), path));
    QVERIFY(scan(folder));
    QCOMPARE(counts(folder).missing, 0);
    QCOMPARE(uuidAt(path), uuid);
}

void FoldersTest::aCopiedPhotoStaysWhenItsFileGoes()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    jpeg(u"b.jpg"_s, 20);
    const Folder folder = add(Importer::Placement::Copy);
    QVERIFY(scan(folder));
    QVERIFY(QFile::remove(path));
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 2);
    QCOMPARE(counts(folder).files, 1);
    QCOMPARE(counts(folder).missing, 0);
}

void FoldersTest::aMovedFileKeepsItsPhoto()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    QVERIFY(scan(folder));
    const QUuid uuid = uuidAt(path);
    const QString other = m->path(u"photos/other/c.jpg"_s);
    QVERIFY(QDir().mkpath(m->path(u"photos/other"_s)) && QFile::rename(path, other));
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 1);
    QCOMPARE(uuidAt(other), uuid);
    QCOMPARE(counts(folder).files, 1);
    QCOMPARE(counts(folder).missing, 0);
}

void FoldersTest::aFolderPulledAwayLosesNothing_data()
{
    QTest::addColumn<bool>("isCopied");
    QTest::addColumn<bool>("leavesMountPoint");
    QTest::newRow("gone") << false << false;
    QTest::newRow("an empty mount point is left") << false << true;
    QTest::newRow("copied") << true << false;
}

void FoldersTest::aFolderPulledAwayLosesNothing()
{
    QFETCH(const bool, isCopied);
    QFETCH(const bool, leavesMountPoint);
    const QString path = jpeg(u"a.jpg"_s, 10);
    jpeg(u"deep/er/b.jpg"_s, 20);
    const Folder folder = add(isCopied ? Importer::Placement::Copy : Importer::Placement::InPlace);
    QVERIFY(scan(folder));
    const QUuid uuid = uuidAt(path);
    QVERIFY(QDir().rename(folder.path, m->path(u"drive"_s)));
    if (leavesMountPoint) {
        QVERIFY(QDir().mkpath(folder.path));
    }
    for (int round = 0; round < 2; ++round) {
        QVERIFY(scan(folder));
        QVERIFY(find(folder)->missingSince);
        QCOMPARE(photos(), 2);
        QCOMPARE(counts(folder).files, 2);
        QCOMPARE(counts(folder).missing, 2);
    }
    QDir().rmdir(folder.path);
    QVERIFY(QDir().rename(m->path(u"drive"_s), folder.path));
    QVERIFY(scan(folder));
    QVERIFY(!find(folder)->missingSince);
    QCOMPARE(counts(folder).missing, 0);
    QCOMPARE(uuidAt(path), uuid);
    QCOMPARE(photos(), 2);
}

void FoldersTest::aVolumeMountedElsewhereIsFound()
{
    jpeg(u"../volume1/holiday/a.jpg"_s, 10);
    jpeg(u"../volume1/holiday/sub/b.jpg"_s, 20);
    m_roots = {u"/"_s, m->path(u"volume1"_s)};
    const auto folder =
        Folders(*m->services).add(m->owner, m->path(u"volume1/holiday"_s), Importer::Placement::InPlace);
    QVERIFY(folder);
    QVERIFY(scan(*folder));
    QCOMPARE(find(*folder)->place, u"holiday"_s);
    // Another drive with a folder of that name is not it.
    jpeg(u"../volume2/holiday/a.jpg"_s, 30);
    QVERIFY(QDir().rename(m->path(u"volume1"_s), m->path(u"volume3"_s)));
    m_roots = {u"/"_s, m->path(u"volume2"_s)};
    QVERIFY(scan(*folder));
    QVERIFY(find(*folder)->missingSince);
    m_roots << m->path(u"volume3"_s);
    QVERIFY(scan(*folder));
    const Folder found = *find(*folder);
    QCOMPARE(found.path, m->path(u"volume3/holiday"_s));
    QVERIFY(!found.missingSince);
    QCOMPARE(counts(found).missing, 0);
    QCOMPARE(counts(found).files, 2);
    QCOMPARE(photos(), 2);
    QVERIFY(!uuidAt(m->path(u"volume3/holiday/sub/b.jpg"_s)).isNull());
}

void FoldersTest::aMovedFolderIsFoundWherePeoplePoint()
{
    const QUuid none;
    const QString path = jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    QVERIFY(scan(folder));
    const QUuid uuid = uuidAt(path);
    QVERIFY(QDir().rename(folder.path, m->path(u"elsewhere"_s)));
    QVERIFY(scan(folder));
    QCOMPARE(uuidAt(path), none);
    QVERIFY(Folders(*m->services).relocate(m->owner.userId, folder.uuid, m->path(u"elsewhere"_s)));
    QVERIFY(scan(folder));
    QCOMPARE(uuidAt(m->path(u"elsewhere/a.jpg"_s)), uuid);
    QCOMPARE(counts(folder).files, 1);
    QCOMPARE(counts(folder).missing, 0);
    QVERIFY(!find(folder)->missingSince);
}

void FoldersTest::aFolderWithOtherPhotosIsRefused()
{
    jpeg(u"a.jpg"_s, 10);
    jpeg(u"../other/a.jpg"_s, 20);
    const Folder folder = add();
    QVERIFY(scan(folder));
    const auto refused = Folders(*m->services).relocate(m->owner.userId, folder.uuid, m->path(u"other"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FolderOther);
    QCOMPARE(find(folder)->path, folder.path);
    QVERIFY(!Folders(*m->services).relocate(m->guest.userId, folder.uuid, m->path(u"other"_s)));
}

void FoldersTest::whatPeopleDeleteIsNotTakenAgain()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    QVERIFY(scan(folder));
    library::Trash trash(*m->services);
    const QUuid uuid = uuidAt(path);
    QVERIFY(m->change([&](storage::Transaction &tx) { return trash.moveToTrash(tx, m->owner.userId, uuid); }));
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 0);
    QVERIFY(m->change([&](storage::Transaction &tx) { return trash.deleteForGood(tx, m->owner.userId, uuid); }));
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 0);
    QVERIFY(QFile::exists(path));
    // Another photo under that name is.
    m->write(u"a.jpg"_s, test::LibraryFixture::jpeg(20, 80, 60));
    age(path);
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 1);
}

void FoldersTest::refusedFilesAreNamedOnce()
{
    const QString bad = m->write(u"bad.jpg"_s, "no picture"_ba);
    age(bad);
    jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    for (int round = 0; round < 2; ++round) {
        QVERIFY(scan(folder));
        QCOMPARE(counts(folder).refused, 1);
        const auto refused = *Folders(*m->services).refused(folder, 10);
        QCOMPARE(refused.size(), size_t(1));
        QCOMPARE(refused.front().path, bad);
        QCOMPARE(refused.front().error.code, ErrorCode::FileNotMedia);
    }
    jpeg(u"bad.jpg"_s, 20);
    QVERIFY(scan(folder));
    QCOMPARE(counts(folder).refused, 0);
    QCOMPARE(photos(), 2);
}

void FoldersTest::missingPhotosGoToTheTrashAndBack()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    jpeg(u"b.jpg"_s, 20);
    const Folder folder = add();
    QVERIFY(scan(folder));
    QVERIFY(QFile::remove(path));
    QVERIFY(scan(folder));
    Folders folders(*m->services);
    const auto gone = folders.forgetMissing(m->owner.userId, folder.uuid);
    QVERIFY(gone);
    QCOMPARE(gone->size(), size_t(1));
    QCOMPARE(photos(), 1);
    QCOMPARE(counts(folder).files, 1);
    QCOMPARE(counts(folder).missing, 0);
    QVERIFY(folders.recall(m->owner.userId, *gone));
    QCOMPARE(photos(), 2);
    QCOMPARE(counts(folder).missing, 1);
}

void FoldersTest::removedItKeepsItsPhotos()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    QVERIFY(scan(folder));
    QVERIFY(!Folders(*m->services).remove(m->guest.userId, folder.uuid, Folders::Photos::Keep));
    QVERIFY(Folders(*m->services).remove(m->owner.userId, folder.uuid, Folders::Photos::Keep));
    QVERIFY(!find(folder));
    QCOMPARE(photos(), 1);
    QVERIFY(!uuidAt(path).isNull());
    // A look that was asked for before finds nothing to do.
    QVERIFY(scan(folder));
}

void FoldersTest::removedItLeavesThePhotosToTheTrash()
{
    const QString path = jpeg(u"a.jpg"_s, 10);
    jpeg(u"b.jpg"_s, 20);
    const Folder folder = add();
    QVERIFY(scan(folder));
    QVERIFY(Folders(*m->services).remove(m->owner.userId, folder.uuid, Folders::Photos::ToTrash));
    QVERIFY(Folders(*m->services).list(m->owner.userId)->empty());
    QVERIFY(scan(folder));
    QVERIFY(!find(folder));
    QCOMPARE(photos(), 0);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 2);
    QVERIFY(QFile::exists(path));
    // Added again, which is how it is undone, they are back.
    const Folder again = add();
    QVERIFY(scan(again));
    QCOMPARE(photos(), 2);
    QCOMPARE(counts(again).files, 2);
}

void FoldersTest::aStopLosesNothing()
{
    jpeg(u"a.jpg"_s, 10);
    const Folder folder = add();
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = scan(folder, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Canceled);
    QVERIFY(!find(folder)->scannedAt);
    QVERIFY(scan(folder));
    QCOMPARE(photos(), 1);
}

void FoldersTest::itTellsOfItself()
{
    QList<QUuid> told;
    const auto listening = m->events.subscribe([&](const Event &event) {
        if (event.type == u"folder.changed") {
            told << event.id;
        }
    });
    const Folder folder = add();
    QVERIFY(scan(folder));
    QVERIFY(Folders(*m->services).setWatched(m->owner.userId, folder.uuid, false));
    QVERIFY(!find(folder)->isWatched);
    QCOMPARE(told, QList<QUuid>(3, folder.uuid));
}

QTEST_GUILESS_MAIN(FoldersTest)
#include "tst_folders.moc"
