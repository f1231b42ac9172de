// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writeback_fixture.h"

#include "base/ids.h"
#include "library/backup.h"
#include "media/write_file.h"
#include "support/hardship.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;
using library::Settings;
using test::contents;
using test::face;
using test::isNear;
namespace setting = library::setting;

namespace {

/// An EXIF block that says only how the picture is to be turned.
QByteArray turnedJpeg(int shade, int orientation)
{
    QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0", 32);
    exif[24] = char(orientation);
    QByteArray segment("\xFF\xE1\0\0", 4);
    segment[3] = char(exif.size() + 2);
    return test::LibraryFixture::jpeg(shade).insert(2, segment + exif);
}

} // namespace

/// What people say of photos, written beside them and into them.
class WriteBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<test::WriteBackFixture>(); }
    void byItselfNothingIsWritten();
    void anEditIsWrittenBesideThePhoto();
    void anEditThatFailsIsNotWritten();
    void severalEditsAreOneJob();
    void turnedOnAllIsWrittenOnce();
    void onlyWhatTheFileDoesNotSay();
    void faceRegionsComeBackTheSame_data();
    void faceRegionsComeBackTheSame();
    void aTurnOfAPersonsIsTakenBack();
    void copiedPhotosHaveTheirsInTheLibrary();
    void otherUsersHaveTheirOwn();
    void aBackupHasThemToo();
    void aWrittenFileIsTheSamePhoto();
    void aFileThatAKilledRunWroteIsRecorded();
    void aFileKeptTwiceIsNotWritten();
    void aFolderThatCannotBeWrittenIsSaid();
    void aFullDiskLeavesTheOldSidecar();
    void deletedItsSidecarGoes();

private:
    std::unique_ptr<test::WriteBackFixture> m;
};

void WriteBackTest::byItselfNothingIsWritten()
{
    const auto photo = m->addPhoto(m->jpeg(10));
    const QByteArray before = contents(m->file);
    m->rate(photo, 4);
    QCOMPARE(m->jobsFor(photo), 0);
    QVERIFY(m->writeBack(photo));
    QVERIFY(!QFile::exists(m->sidecar()));
    QCOMPARE(contents(m->file), before);
}

void WriteBackTest::anEditIsWrittenBesideThePhoto()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    const QByteArray before = contents(m->file);
    m->faces = {face(u"张三"_s)};
    m->tag(photo, u"海"_s);
    m->rate(photo, 4);
    QCOMPARE(m->jobsFor(photo), 1);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said().rating, 4);
    QCOMPARE(m->said().keywords, QStringList{u"海"_s});
    QCOMPARE(m->said().regions.size(), 1U);
    QVERIFY(isNear(m->said().regions.front(), m->faces.front()));
    QCOMPARE(contents(m->file), before);
    m->rate(photo, {});
    QVERIFY(m->writeBack(photo));
    QVERIFY(!m->said().rating);
}

void WriteBackTest::anEditThatFailsIsNotWritten()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    QVERIFY(m->run("DELETE FROM job"));
    QVERIFY(!m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::AssetEdit edit;
        edit.rating = std::optional(3.0);
        static_cast<void>(library::editAsset(transaction, *m->services, m->owner.userId, photo.uuid, edit));
        return fail(ErrorCode::Internal);
    }));
    QCOMPARE(m->jobsFor(photo), 0);
}

void WriteBackTest::severalEditsAreOneJob()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    for (const double stars : {1.0, 2.0, 3.0}) {
        m->rate(photo, stars);
    }
    QCOMPARE(m->jobsFor(photo), 1);
}

void WriteBackTest::turnedOnAllIsWrittenOnce()
{
    const auto photo = m->addPhoto(m->jpeg(10));
    m->rate(photo, 5);
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, true));
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'writeback' AND subject IS NULL OR "
                       "(kind = 'writeback' AND dedupe_key = 'all')"),
             1);
    QCOMPARE(m->jobsFor(photo), 0);
    QVERIFY(m->writeBackOne({}));
    QCOMPARE(m->jobsFor(photo), 1);
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, false));
    QVERIFY(m->run("DELETE FROM job"));
    m->rate(photo, 4);
    QCOMPARE(m->jobsFor(photo), 0);
}

void WriteBackTest::onlyWhatTheFileDoesNotSay()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->faces = {face({})};
    QVERIFY(m->writeBack(photo));
    QVERIFY(!QFile::exists(m->sidecar()));
}

void WriteBackTest::faceRegionsComeBackTheSame_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("orientation %d", orientation) << orientation;
    }
}

void WriteBackTest::faceRegionsComeBackTheSame()
{
    QFETCH(const int, orientation);
    m->turnOn();
    const auto photo = m->addPhoto(turnedJpeg(10, orientation));
    QCOMPARE(m->asset(photo.uuid)->orientation, orientation);
    m->faces = {face(u"Ann"_s), face({}, 0.4), face(u"Bob"_s, 0.6)};
    QVERIFY(m->writeBack(photo));
    const auto regions = m->said().regions;
    QCOMPARE(regions.size(), 2U);
    QVERIFY(isNear(regions[0], m->faces[0]));
    QVERIFY(isNear(regions[1], m->faces[2]));
}

void WriteBackTest::aTurnOfAPersonsIsTakenBack()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    QVERIFY(m->run("UPDATE asset SET turn = 1, width = height, height = width WHERE id = ?1", photo.assetId));
    m->faces = {face(u"Ann"_s)};
    QVERIFY(m->writeBack(photo));
    QVERIFY(contents(m->sidecar()).contains("stDim:w=\"64\""));
    QVERIFY(isNear(m->said().regions.front(), m->faces.front()));
}

void WriteBackTest::copiedPhotosHaveTheirsInTheLibrary()
{
    m->turnOn(true);
    const auto photo = m->addPhoto(m->jpeg(10), Importer::Placement::Copy);
    const QByteArray before = contents(m->file);
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    const QString hex = QString::fromLatin1(m->asset(photo.uuid)->sha256.toHex());
    const QString kept = m->path(u"sidecars/"_s + hex.first(2) + u'/' + hex.sliced(2, 2) + u'/' + hex + u".xmp"_s);
    QCOMPARE(m->said(kept).rating, 3);
    QVERIFY(!QFile::exists(m->sidecar()));
    QCOMPARE(contents(m->file), before);
    QVERIFY(m->blobs->verify(m->asset(photo.uuid)->sha256));
    // Gone by mistake, it is written again.
    QVERIFY(QFile::remove(kept));
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said(kept).rating, 3);
}

void WriteBackTest::otherUsersHaveTheirOwn()
{
    m->turnOn();
    const auto mine = m->addPhoto(m->jpeg(10), Importer::Placement::Copy);
    const auto theirs = *m->addFor(m->guest, m->file, Importer::Placement::Copy);
    QVERIFY(m->process(theirs, nullptr, m->guest.userId));
    m->rate(mine, 3);
    QVERIFY(m->run("UPDATE asset SET rating = 1 WHERE id = ?1", theirs.assetId));
    QVERIFY(m->writeBack(mine));
    QVERIFY(m->writeBackOne(theirs.uuid, m->guest.userId));
    const auto asset = *m->asset(mine.uuid);
    QCOMPARE(m->said(library::keptSidecar(*m->blobs, asset, m->owner)).rating, 3);
    QCOMPARE(m->said(library::keptSidecar(*m->blobs, asset, m->guest)).rating, 1);
}

void WriteBackTest::aBackupHasThemToo()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10), Importer::Placement::Copy);
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    QVERIFY(library::backupLibrary(*m->database, *m->blobs, m->path(u"backup"_s), [](qint64, qint64) {}, {}));
    const QString kept = library::keptSidecar(*m->blobs, *m->asset(photo.uuid), m->owner);
    const QString copy = m->path(u"backup"_s) + kept.sliced(m->folder.path().size());
    QVERIFY(!contents(kept).isEmpty());
    QCOMPARE(contents(copy), contents(kept));
}

void WriteBackTest::aWrittenFileIsTheSamePhoto()
{
    m->turnOn(true);
    const auto photo = m->addPhoto(m->jpeg(10));
    QVERIFY(m->run("INSERT INTO folder(id, uuid, owner_id, path, created_at) VALUES (7, ?1, ?2, ?3, 1)", newUuid(),
                   m->owner.userId, m->path(u"photos"_s)));
    QVERIFY(m->run("UPDATE file_reference SET folder_id = 7"));
    const auto before = *m->asset(photo.uuid);
    m->faces = {face(u"Ann"_s)};
    m->rate(photo, 4);
    m->tag(photo, u"sea"_s);
    QVERIFY(m->writeBack(photo));
    const auto now = *m->asset(photo.uuid);
    QCOMPARE(now.id, before.id);
    QVERIFY(now.sha256 != before.sha256);
    QCOMPARE(now.sha256, digestsOfFile(m->file)->sha256);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QCOMPARE(m->number("SELECT folder_id FROM file_reference"), 7);
    QCOMPARE(m->number("SELECT count(*) FROM asset_former_hash WHERE sha256 = ?1", before.sha256), 1);
    // Taken for what it is when the folder is looked through, too.
    const auto again = *m->add(m->file, Importer::Placement::InPlace);
    QVERIFY(again.isDuplicate && again.uuid == photo.uuid);
    QVERIFY(m->process(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 4);
    QCOMPARE(m->tags(photo), QStringList{u"sea"_s});
    const QByteArray written = contents(m->file);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(contents(m->file), written);
    const auto embedded = media::readMetadata(m->file, *media::sniffFileType(m->file, m->file));
    QCOMPARE(embedded->rating, 4);
    QVERIFY(isNear(embedded->regions.front(), m->faces.front()));
}

void WriteBackTest::aFileThatAKilledRunWroteIsRecorded()
{
    m->turnOn(true);
    const auto photo = m->addPhoto(m->jpeg(10));
    m->rate(photo, 4);
    media::WrittenMetadata written;
    written.rating = 4;
    const auto digests = media::writeIntoPicture(m->file, *media::sniffFileType(m->file, m->file), written);
    QVERIFY(digests && *digests);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->sha256, (*digests)->sha256);
    QCOMPARE(m->asset(photo.uuid)->rating, 4);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
}

void WriteBackTest::aFileKeptTwiceIsNotWritten()
{
    m->turnOn(true);
    const auto photo = m->addPhoto(m->jpeg(10));
    const QByteArray before = contents(m->file);
    const QString copy = m->write(u"b.jpg"_s, before);
    QVERIFY((*m->add(copy, Importer::Placement::InPlace)).isDuplicate);
    m->rate(photo, 4);
    QVERIFY(m->writeBack(photo));
    QCOMPARE(contents(m->file), before);
    QCOMPARE(contents(copy), before);
    QCOMPARE(m->said().rating, 4);
}

void WriteBackTest::aFolderThatCannotBeWrittenIsSaid()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has other permissions");
#else
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->rate(photo, 3);
    QVERIFY(QFile::setPermissions(m->folder.path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(m->path(u"photos"_s), QFile::Permissions(0x5555)));
    {
        const test::AsNobody nobody;
        const auto refused = m->writeBack(photo);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskReadOnly);
        QCOMPARE(refused.error().fact(u"path"_s), m->sidecar());
    }
    QVERIFY(QFile::setPermissions(m->path(u"photos"_s), QFile::Permissions(0x7755)));
    QVERIFY(!QFile::exists(m->sidecar()));
#endif
}

void WriteBackTest::aFullDiskLeavesTheOldSidecar()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no such limit");
#else
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10));
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    const QByteArray before = contents(m->sidecar());
    m->rate(photo, 4);
    {
        const test::FileSizeLimit limit(100);
        QVERIFY(!m->writeBack(photo));
    }
    QCOMPARE(contents(m->sidecar()), before);
    QCOMPARE(QDir(m->path(u"photos"_s)).entryList(QDir::Files), (QStringList{u"a.jpg"_s, u"a.jpg.xmp"_s}));
    // Tried again when there is room, it is written.
    QVERIFY(m->writeBack(photo));
    QCOMPARE(m->said().rating, 4);
#endif
}

void WriteBackTest::deletedItsSidecarGoes()
{
    m->turnOn();
    const auto photo = m->addPhoto(m->jpeg(10), Importer::Placement::Copy);
    m->rate(photo, 3);
    QVERIFY(m->writeBack(photo));
    const auto asset = *m->asset(photo.uuid);
    const QString kept = library::keptSidecar(*m->blobs, asset, m->owner);
    QVERIFY(QFile::exists(kept));
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        m->changes.deleting(transaction, asset);
        return {};
    }));
    QVERIFY(!QFile::exists(kept));
}

QTEST_GUILESS_MAIN(WriteBackTest)
#include "tst_writeback.moc"
