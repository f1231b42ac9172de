// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/kinframe_process.h"
#include "api/library_state.h"
#include "api/made_files.h"
#include "api/people_state.h"
#include "api/test_data.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe::test;

/// A library goes into a backup and comes back whole, on the command line as people use it.
class BackupCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void libraryComesBackWhole();
    void backupWhileImporting();
    void laterBackupsCopyOnlyWhatIsNew();
    void damagedBackupIsRefused_data();
    void damagedBackupIsRefused();
    void libraryInUseIsNotReplaced();
    void checkFindsAFlippedByte();
    void checkFindsAMissingFile();

private:
    [[nodiscard]] QString place(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

qint64 assetsOf(const HttpClient &client)
{
    const QJsonObject counts = client.get(u"/api/status"_s).object().value("counts"_L1).toObject();
    return counts.value("assets"_L1).toInteger(-1);
}

void flipByte(const QString &path)
{
    QByteArray bytes = bytesOf(path);
    QVERIFY(!bytes.isEmpty());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x20);
    QVERIFY(writeBytes(path, bytes));
}

/// A library with a few photos and its backup, both in the folder.
void makeBackup(const QTemporaryDir &folder, int photos)
{
    KinframeProcess kinframe(folder.filePath(u"library"_s), Models::None);
    const QStringList paths = writeJpegs(folder.filePath(u"photos"_s), photos);
    const CommandRun imported = kinframe.command(QStringList{u"import"_s} + paths);
    QVERIFY2(imported.exitCode == 0, imported.text().constData());
    const CommandRun backup = kinframe.command({u"backup"_s, folder.filePath(u"backup"_s)});
    QVERIFY2(backup.exitCode == 0, backup.text().constData());
}

} // namespace

void BackupCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void BackupCommandTest::libraryComesBackWhole()
{
    if (const QString reason = missingModels(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    KinframeProcess kinframe(place(u"library"_s));
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    QStringList ids;
    const QStringList files = testFiles(u"photos/Barack_Obama"_s) + testFiles(u"photos/Joe_Biden"_s) +
                              QStringList{testPath(u"groups/two_people.jpg"_s), testPath(u"groups/portrait.jpg"_s)};
    for (const QString &file : files) {
        const HttpAnswer added = kinframe.client().upload(file.section(u'/', -1), bytesOf(file));
        ids << added.object().value("id"_L1).toString();
    }
    QVERIFY(waitUntilIdle(kinframe.client()));
    const QString person = personIn(kinframe.client(), ids.last());
    QCOMPARE(kinframe.client().put(u"/api/people/"_s + person, {{u"name"_s, u"Marie"_s}}).status, 200);
    const QJsonObject before = peopleState(kinframe.client(), ids);
    const QString epoch = kinframe.client().get(u"/api/status"_s).object().value("epoch"_L1).toString();
    const CommandRun backup = kinframe.command({u"backup"_s, place(u"backup"_s)});
    QVERIFY2(backup.exitCode == 0, backup.text().constData());
    QVERIFY2(backup.output.startsWith(QByteArray(QByteArray::number(files.size()) + " files in the backup")),
             backup.text().constData());
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
    QVERIFY(QDir(place(u"library"_s)).removeRecursively());

    const CommandRun restored = kinframe.command({u"restore"_s, place(u"backup"_s)});
    QVERIFY2(restored.exitCode == 0, restored.text().constData());
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    QVERIFY(waitUntilIdle(kinframe.client()));
    QCOMPARE(peopleState(kinframe.client(), ids), before);
    for (qsizetype i = 0; i < files.size(); ++i) {
        QVERIFY(kinframe.client().get(u"/api/asset/%1/original"_s.arg(ids[i])).body == bytesOf(files[i]));
    }
    // Small pictures are not in a backup: they are made anew from the photos.
    const HttpAnswer thumbnail = kinframe.client().get(u"/api/asset/%1/thumbnail"_s.arg(ids.first()));
    QCOMPARE(thumbnail.status, 200);
    QVERIFY(kinframe.client().get(u"/api/status"_s).object().value("epoch"_L1).toString() != epoch);
    const CommandRun checked = kinframe.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
    QVERIFY2(kinframe.stop(), kinframe.log().constData());
}

void BackupCommandTest::backupWhileImporting()
{
    KinframeProcess kinframe(place(u"library"_s), Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const QStringList photos = writeJpegs(place(u"photos"_s), 150);
    const QJsonObject body{{u"paths"_s, QJsonArray::fromStringList(photos)}};
    QCOMPARE(kinframe.client().post(u"/api/import"_s, body).status, 201);
    QVERIFY(waitUntil([&] { return assetsOf(kinframe.client()) > 20; }));
    const CommandRun backup = kinframe.command({u"backup"_s, place(u"backup"_s)});
    QVERIFY2(backup.exitCode == 0, backup.text().constData());
    QVERIFY(waitUntilIdle(kinframe.client()));
    QCOMPARE(assetsOf(kinframe.client()), photos.size());
    QVERIFY2(kinframe.stop(), kinframe.log().constData());

    // What is in it is whole, and the import that it caught goes on.
    KinframeProcess other(place(u"restored"_s), Models::None);
    const CommandRun restored = other.command({u"restore"_s, place(u"backup"_s)});
    QVERIFY2(restored.exitCode == 0, restored.text().constData());
    const CommandRun checked = other.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
    QVERIFY2(other.start(), other.log().constData());
    QVERIFY(waitUntilIdle(other.client()));
    QCOMPARE(assetsOf(other.client()), photos.size());
    QVERIFY2(other.stop(), other.log().constData());
}

void BackupCommandTest::laterBackupsCopyOnlyWhatIsNew()
{
    makeBackup(*m_folder, 3);
    KinframeProcess kinframe(place(u"library"_s), Models::None);
    const QString more = writeJpegs(place(u"more"_s), 1, 900).first();
    const CommandRun imported = kinframe.command({u"import"_s, more});
    QVERIFY2(imported.exitCode == 0, imported.text().constData());
    const CommandRun backup = kinframe.command({u"backup"_s, place(u"backup"_s)});
    QVERIFY2(backup.output.startsWith("4 files in the backup, 1 of them new"), backup.text().constData());
    QCOMPARE(QDir(place(u"backup/snapshots"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
}

void BackupCommandTest::damagedBackupIsRefused_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"no folder", "empty", "database", "manifest", "missing photo", "damaged photo"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void BackupCommandTest::damagedBackupIsRefused()
{
    QFETCH(QString, what);
    makeBackup(*m_folder, 3);
    const QString backup = place(u"backup"_s);
    const QString photo = backup + u"/blobs/"_s + blobName(sha256Of(madeJpeg(1)));
    const QDir snapshots(backup + u"/snapshots"_s);
    const QString snapshot = snapshots.filePath(snapshots.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first());
    if (what == "no folder"_L1 || what == "empty"_L1) {
        QVERIFY(QDir(backup).removeRecursively());
        QVERIFY(what == "no folder"_L1 || QDir().mkpath(backup));
    } else if (what == "database"_L1) {
        flipByte(snapshot + u"/kinframe.db"_s);
    } else if (what == "manifest"_L1) {
        QVERIFY(QFile::remove(snapshot + u"/manifest.json"_s));
    } else if (what == "missing photo"_L1) {
        QVERIFY(QFile::remove(photo));
    } else {
        QFile::setPermissions(photo, QFile::ReadOwner | QFile::WriteOwner);
        flipByte(photo);
    }
    // Over a library that has a photo of its own, which it keeps.
    KinframeProcess other(place(u"other"_s), Models::None);
    const QString own = writeJpegs(place(u"own"_s), 1, 500).first();
    QCOMPARE(other.command({u"import"_s, own}).exitCode, 0);
    const CommandRun refused = other.command({u"restore"_s, backup});
    QVERIFY2(refused.exitCode == 1, refused.text().constData());
    QVERIFY2(refused.error.contains("kinframe: “") && !refused.error.contains("Something went wrong inside"),
             refused.text().constData());
    QVERIFY2(other.start(), other.log().constData());
    QCOMPARE(assetsOf(other.client()), 1);
    QVERIFY(other.client().get(u"/api/asset/%1/original"_s.arg(ownerAssetId(bytesOf(own)))).body == bytesOf(own));
    const CommandRun checked = other.command({u"check"_s});
    QVERIFY2(checked.exitCode == 0, checked.text().constData());
    QVERIFY2(other.stop(), other.log().constData());
}

void BackupCommandTest::libraryInUseIsNotReplaced()
{
    makeBackup(*m_folder, 2);
    KinframeProcess kinframe(place(u"library"_s), Models::None);
    QVERIFY2(kinframe.start(), kinframe.log().constData());
    const CommandRun refused = kinframe.command({u"restore"_s, place(u"backup"_s)});
    QVERIFY2(refused.exitCode == 1, refused.text().constData());
    QVERIFY2(refused.error.contains("is in use by another Kinframe. Close it first."), refused.text().constData());
    QCOMPARE(assetsOf(kinframe.client()), 2);
}

void BackupCommandTest::checkFindsAFlippedByte()
{
    makeBackup(*m_folder, 3);
    const QString hash = sha256Of(madeJpeg(1));
    const QString photo = place(u"library/blobs/"_s + blobName(hash));
    QFile::setPermissions(photo, QFile::ReadOwner | QFile::WriteOwner);
    flipByte(photo);
    const CommandRun checked = runKinframe({u"check"_s, u"--data"_s, place(u"library"_s)}, Models::None);
    QVERIFY2(checked.exitCode == 1, checked.text().constData());
    QVERIFY2(checked.output.contains(QByteArray("damaged\t" + hash.toLatin1())), checked.text().constData());
    QVERIFY2(checked.output.contains("3 files checked: problems found"), checked.text().constData());
    // Nor does a damaged photo get into a backup as if it were well, but all others do.
    const CommandRun backup =
        runKinframe({u"backup"_s, place(u"another"_s), u"--data"_s, place(u"library"_s)}, Models::None);
    QVERIFY2(backup.exitCode == 1, backup.text().constData());
    QVERIFY2(backup.output.startsWith("2 files in the backup, 2 of them new"), backup.text().constData());
    QVERIFY2(backup.output.contains(QByteArray("lost\t" + hash.toLatin1())), backup.text().constData());
    QVERIFY2(backup.error.contains("The backup is done, but not whole: "), backup.text().constData());
    KinframeProcess other(place(u"restored"_s), Models::None);
    const CommandRun restored = other.command({u"restore"_s, place(u"another"_s)});
    QVERIFY2(restored.exitCode == 0, restored.text().constData());
    const CommandRun checkedAgain = other.command({u"check"_s});
    QVERIFY2(checkedAgain.output.contains(QByteArray("missing\t" + hash.toLatin1())), checkedAgain.text().constData());
}

void BackupCommandTest::checkFindsAMissingFile()
{
    makeBackup(*m_folder, 3);
    const QString hash = sha256Of(madeJpeg(2));
    QVERIFY(QFile::remove(place(u"library/blobs/"_s + blobName(hash))));
    const CommandRun checked = runKinframe({u"check"_s, u"--data"_s, place(u"library"_s)}, Models::None);
    QVERIFY2(checked.exitCode == 1, checked.text().constData());
    QVERIFY2(checked.output.contains(QByteArray("missing\t" + hash.toLatin1())), checked.text().constData());
}

QTEST_GUILESS_MAIN(BackupCommandTest)
#include "tst_backup_command.moc"
