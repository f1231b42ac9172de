// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/ids.h"
#include "library/asset_edit.h"
#include "library/backup.h"
#include "library/folder_job.h"
#include "library/folders.h"
#include "library/open_metadata.h"
#include "library/settings.h"
#include "library/sidecar_files.h"
#include "library/writeback_job.h"
#include "media/file_type.h"
#include "support/hardship.h"
#include "support/library_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kinframe;
using library::Importer;
using library::Settings;
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

QByteArray contents(const QString &path)
{
    const auto bytes = readSmallFile(path, 10'000'000);
    return bytes ? *bytes : QByteArray();
}

media::FaceRegion face(const QString &name, double x = 0.1)
{
    return {media::FaceRegion::Kind::Face, name, x, 0.2, 0.3, 0.4};
}

bool isNear(const media::FaceRegion &a, const media::FaceRegion &b)
{
    const auto close = [](double x, double y) { return std::abs(x - y) < 1e-5; };
    return a.name == b.name && close(a.x, b.x) && close(a.y, b.y) && close(a.width, b.width) &&
           close(a.height, b.height);
}

} // namespace

/// What people say of photos, written beside them and into them.
class WriteBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void aFileKeptTwiceIsNotWritten();
    void whatOthersWriteIsReadAndKept();
    void whatPeopleSaidOutranksIt();
    void peopleMarkedElsewhereAreLookedAtFirst();
    void ourOwnSidecarsAreNobodyElses();
    void aSidecarThatIsNoXmpIsLeftAlone();
    void theRawFilesSidecarIsNotTaken();
    void aFolderThatCannotBeWrittenIsSaid();
    void aFullDiskLeavesTheOldSidecar();
    void deletedItsSidecarGoes();

private:
    void turnOn(bool andFiles = false)
    {
        QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, true));
        QVERIFY(Settings(*m->services).set(setting::writeBackFiles, andFiles));
        QVERIFY(m->run("DELETE FROM job"));
    }
    library::Registered add(const QByteArray &bytes, Importer::Placement placement = Importer::Placement::InPlace)
    {
        m_file = m->write(u"a.jpg"_s, bytes);
        const auto registered = *m->add(m_file, placement);
        [&] { QVERIFY(m->process(registered)); }();
        return registered;
    }
    void rate(const library::Registered &photo, std::optional<double> stars)
    {
        QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
            library::AssetEdit edit;
            edit.rating = stars;
            const auto edited = library::editAsset(transaction, *m->services, m->owner.userId, photo.uuid, edit);
            return edited ? Result<void>{} : Result<void>(failed(edited));
        }));
    }
    void tag(const library::Registered &photo, const QString &tag)
    {
        QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2)", tag, photo.assetId));
    }
    QStringList tags(const library::Registered &photo)
    {
        return *m->database->read([&](storage::Connection &db) -> Result<QStringList> {
            QStringList tags;
            auto row = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
            row.bindAll(photo.assetId);
            while (row.step()) {
                tags << row.text(0);
            }
            return tags;
        });
    }
    Result<void> doJob(const QUuid &subject, qint64 userId = 0)
    {
        library::WriteBackJob handler(*m->services,
                                      [this](storage::Connection &, const library::Asset &) { return m_faces; });
        jobs::Job job;
        job.userId = userId == 0 ? m->owner.userId : userId;
        job.subject = subject;
        std::any state;
        jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = handler.run(job, context);
        if (!effect) {
            return failed(effect);
        }
        return *effect ? m->change(*effect) : Result<void>{};
    }
    Result<void> writeBack(const library::Registered &photo) { return doJob(photo.uuid); }
    qint64 jobsFor(const library::Registered &photo)
    {
        return m->number("SELECT count(*) FROM job WHERE kind = 'writeback' AND subject = ?1", photo.uuid);
    }
    [[nodiscard]] QString sidecar() const { return m_file + u".xmp"_s; }
    /// What the sidecar says of the file beside it.
    [[nodiscard]] media::Metadata said(const QString &path) const
    {
        const auto metadata = media::readMetadata(m_file, *media::sniffFileType(m_file, m_file));
        const auto read = metadata ? media::readSidecar(path, *metadata) : metadata;
        return read ? *read : media::Metadata();
    }
    [[nodiscard]] media::Metadata said() const { return said(sidecar()); }
    /// As another program would do it.
    void replaceInSidecar(const QByteArray &from, const QByteArray &to)
    {
        QByteArray text = contents(sidecar());
        QVERIFY(text.contains(from));
        QVERIFY(replaceFile(sidecar(), text.replace(from, to)));
    }
    Result<void> scan(const library::Folder &folder)
    {
        library::FolderJob handler(*m->services, [] { return QStringList(); });
        jobs::Job job;
        job.userId = folder.ownerId;
        job.subject = folder.uuid;
        std::any state;
        jobs::JobContext context({{}, std::numeric_limits<qint64>::max(), 1, state, [](qint64, qint64) {}});
        auto effect = handler.run(job, context);
        return effect && *effect ? m->change(*effect) : effect ? Result<void>{} : Result<void>(failed(effect));
    }

    std::unique_ptr<test::LibraryFixture> m;
    std::vector<media::FaceRegion> m_faces;
    QString m_file;
};

void WriteBackTest::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_faces.clear();
    m->changes.onTouch([this](storage::Transaction &transaction, std::span<const qint64> assetIds) {
        library::writeBackLater(transaction, *m->jobs, assetIds);
    });
    m->changes.onDeletion([this](storage::Transaction &transaction, const library::Asset &asset) {
        library::dropKeptSidecar(transaction, *m->blobs, asset);
    });
}

void WriteBackTest::byItselfNothingIsWritten()
{
    const auto photo = add(m->jpeg(10));
    const QByteArray before = contents(m_file);
    rate(photo, 4);
    QCOMPARE(jobsFor(photo), 0);
    QVERIFY(writeBack(photo));
    QVERIFY(!QFile::exists(sidecar()));
    QCOMPARE(contents(m_file), before);
}

void WriteBackTest::anEditIsWrittenBesideThePhoto()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    const QByteArray before = contents(m_file);
    m_faces = {face(u"张三"_s)};
    tag(photo, u"海"_s);
    rate(photo, 4);
    QCOMPARE(jobsFor(photo), 1);
    QVERIFY(writeBack(photo));
    QCOMPARE(said().rating, 4);
    QCOMPARE(said().keywords, QStringList{u"海"_s});
    QCOMPARE(said().regions.size(), 1U);
    QVERIFY(isNear(said().regions.front(), m_faces.front()));
    QCOMPARE(contents(m_file), before);
    rate(photo, {});
    QVERIFY(writeBack(photo));
    QVERIFY(!said().rating);
}

void WriteBackTest::anEditThatFailsIsNotWritten()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    QVERIFY(m->run("DELETE FROM job"));
    QVERIFY(!m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::AssetEdit edit;
        edit.rating = std::optional(3.0);
        static_cast<void>(library::editAsset(transaction, *m->services, m->owner.userId, photo.uuid, edit));
        return fail(ErrorCode::Internal);
    }));
    QCOMPARE(jobsFor(photo), 0);
}

void WriteBackTest::severalEditsAreOneJob()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    for (const double stars : {1.0, 2.0, 3.0}) {
        rate(photo, stars);
    }
    QCOMPARE(jobsFor(photo), 1);
}

void WriteBackTest::turnedOnAllIsWrittenOnce()
{
    const auto photo = add(m->jpeg(10));
    rate(photo, 5);
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, true));
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'writeback' AND subject IS NULL OR "
                       "(kind = 'writeback' AND dedupe_key = 'all')"),
             1);
    QCOMPARE(jobsFor(photo), 0);
    QVERIFY(doJob({}));
    QCOMPARE(jobsFor(photo), 1);
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, false));
    QVERIFY(m->run("DELETE FROM job"));
    rate(photo, 4);
    QCOMPARE(jobsFor(photo), 0);
}

void WriteBackTest::onlyWhatTheFileDoesNotSay()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    m_faces = {face({})};
    QVERIFY(writeBack(photo));
    QVERIFY(!QFile::exists(sidecar()));
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
    turnOn();
    const auto photo = add(turnedJpeg(10, orientation));
    QCOMPARE(m->asset(photo.uuid)->orientation, orientation);
    m_faces = {face(u"Ann"_s), face({}, 0.4), face(u"Bob"_s, 0.6)};
    QVERIFY(writeBack(photo));
    const auto regions = said().regions;
    QCOMPARE(regions.size(), 2U);
    QVERIFY(isNear(regions[0], m_faces[0]));
    QVERIFY(isNear(regions[1], m_faces[2]));
}

void WriteBackTest::aTurnOfAPersonsIsTakenBack()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    QVERIFY(m->run("UPDATE asset SET turn = 1, width = height, height = width WHERE id = ?1", photo.assetId));
    m_faces = {face(u"Ann"_s)};
    QVERIFY(writeBack(photo));
    QVERIFY(contents(sidecar()).contains("stDim:w=\"64\""));
    QVERIFY(isNear(said().regions.front(), m_faces.front()));
}

void WriteBackTest::copiedPhotosHaveTheirsInTheLibrary()
{
    turnOn(true);
    const auto photo = add(m->jpeg(10), Importer::Placement::Copy);
    const QByteArray before = contents(m_file);
    rate(photo, 3);
    QVERIFY(writeBack(photo));
    const QString hex = QString::fromLatin1(m->asset(photo.uuid)->sha256.toHex());
    const QString kept = m->path(u"sidecars/"_s + hex.first(2) + u'/' + hex.sliced(2, 2) + u'/' + hex + u".xmp"_s);
    QCOMPARE(said(kept).rating, 3);
    QVERIFY(!QFile::exists(sidecar()));
    QCOMPARE(contents(m_file), before);
    QVERIFY(m->blobs->verify(m->asset(photo.uuid)->sha256));
    // Gone by mistake, it is written again.
    QVERIFY(QFile::remove(kept));
    QVERIFY(writeBack(photo));
    QCOMPARE(said(kept).rating, 3);
}

void WriteBackTest::otherUsersHaveTheirOwn()
{
    turnOn();
    const auto mine = add(m->jpeg(10), Importer::Placement::Copy);
    const auto theirs = *m->addFor(m->guest, m_file, Importer::Placement::Copy);
    QVERIFY(m->process(theirs, nullptr, m->guest.userId));
    rate(mine, 3);
    QVERIFY(m->run("UPDATE asset SET rating = 1 WHERE id = ?1", theirs.assetId));
    QVERIFY(writeBack(mine));
    QVERIFY(doJob(theirs.uuid, m->guest.userId));
    const auto asset = *m->asset(mine.uuid);
    QCOMPARE(said(library::keptSidecar(*m->blobs, asset, m->owner)).rating, 3);
    QCOMPARE(said(library::keptSidecar(*m->blobs, asset, m->guest)).rating, 1);
}

void WriteBackTest::aBackupHasThemToo()
{
    turnOn();
    const auto photo = add(m->jpeg(10), Importer::Placement::Copy);
    rate(photo, 3);
    QVERIFY(writeBack(photo));
    QVERIFY(library::backupLibrary(*m->database, *m->blobs, m->path(u"backup"_s), [](qint64, qint64) {}, {}));
    const QString kept = library::keptSidecar(*m->blobs, *m->asset(photo.uuid), m->owner);
    const QString copy = m->path(u"backup"_s) + kept.sliced(m->folder.path().size());
    QVERIFY(!contents(kept).isEmpty());
    QCOMPARE(contents(copy), contents(kept));
}

void WriteBackTest::aWrittenFileIsTheSamePhoto()
{
    turnOn(true);
    const auto photo = add(m->jpeg(10));
    QVERIFY(m->run("INSERT INTO folder(id, uuid, owner_id, path, created_at) VALUES (7, ?1, ?2, ?3, 1)", newUuid(),
                   m->owner.userId, m->path(u"photos"_s)));
    QVERIFY(m->run("UPDATE file_reference SET folder_id = 7"));
    const auto before = *m->asset(photo.uuid);
    m_faces = {face(u"Ann"_s)};
    rate(photo, 4);
    tag(photo, u"sea"_s);
    QVERIFY(writeBack(photo));
    const auto now = *m->asset(photo.uuid);
    QCOMPARE(now.id, before.id);
    QVERIFY(now.sha256 != before.sha256);
    QCOMPARE(now.sha256, digestsOfFile(m_file)->sha256);
    QCOMPARE(m->number("SELECT count(*) FROM asset"), 1);
    QCOMPARE(m->number("SELECT folder_id FROM file_reference"), 7);
    QCOMPARE(m->number("SELECT count(*) FROM asset_former_hash WHERE sha256 = ?1", before.sha256), 1);
    // Taken for what it is when the folder is looked through, too.
    const auto again = *m->add(m_file, Importer::Placement::InPlace);
    QVERIFY(again.isDuplicate && again.uuid == photo.uuid);
    QVERIFY(m->process(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 4);
    QCOMPARE(tags(photo), QStringList{u"sea"_s});
    const QByteArray written = contents(m_file);
    QVERIFY(writeBack(photo));
    QCOMPARE(contents(m_file), written);
    const auto embedded = media::readMetadata(m_file, *media::sniffFileType(m_file, m_file));
    QCOMPARE(embedded->rating, 4);
    QVERIFY(isNear(embedded->regions.front(), m_faces.front()));
}

void WriteBackTest::aFileKeptTwiceIsNotWritten()
{
    turnOn(true);
    const auto photo = add(m->jpeg(10));
    const QByteArray before = contents(m_file);
    const QString copy = m->write(u"b.jpg"_s, before);
    QVERIFY((*m->add(copy, Importer::Placement::InPlace)).isDuplicate);
    rate(photo, 4);
    QVERIFY(writeBack(photo));
    QCOMPARE(contents(m_file), before);
    QCOMPARE(contents(copy), before);
    QCOMPARE(said().rating, 4);
}

void WriteBackTest::whatOthersWriteIsReadAndKept()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    tag(photo, u"old"_s);
    QVERIFY(m->run("UPDATE asset SET rating = 3")); // As its file might have said.
    QVERIFY(writeBack(photo));
    replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\" xmp:Label=\"Red\"");
    replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>new</rdf:li>");
    QVERIFY(writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 5);
    QCOMPARE(tags(photo), QStringList{u"new"_s});
    QVERIFY(contents(sidecar()).contains("Red"));
    rate(photo, 1);
    QVERIFY(writeBack(photo));
    QCOMPARE(said().rating, 1);
    QVERIFY(contents(sidecar()).contains("Red"));
}

void WriteBackTest::whatPeopleSaidOutranksIt()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    tag(photo, u"old"_s);
    rate(photo, 3);
    QVERIFY(writeBack(photo));
    tag(photo, u"mine"_s);
    replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\"");
    replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>old</rdf:li><rdf:li>theirs</rdf:li>");
    QVERIFY(writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 3);
    QCOMPARE(said().rating, 3);
    QCOMPARE(tags(photo), (QStringList{u"mine"_s, u"old"_s, u"theirs"_s}));
    QCOMPARE(said().keywords.size(), 3);
    // Taken away here, it is not brought back from there.
    const auto asset = *m->asset(photo.uuid);
    QVERIFY(m->change([&](storage::Transaction &transaction) -> Result<void> {
        library::MetadataEdit edit;
        edit.values = {{u"tag_theirs"_s, QJsonValue::Null}, {u"title"_s, u"标题"_s}};
        const auto edited = library::editMetadata(transaction, *m->services, asset, edit);
        return edited ? Result<void>{} : Result<void>(failed(edited));
    }));
    QVERIFY(writeBack(photo));
    QCOMPARE(said().title, u"标题"_s);
    replaceInSidecar("<rdf:li>old</rdf:li>", "<rdf:li>theirs</rdf:li>");
    QVERIFY(writeBack(photo));
    QCOMPARE(tags(photo), QStringList{u"mine"_s});
}

void WriteBackTest::peopleMarkedElsewhereAreLookedAtFirst()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    m_faces = {face(u"Ann"_s)};
    QVERIFY(writeBack(photo));
    QVERIFY(m->run("DELETE FROM job"));
    replaceInSidecar("Ann", "Zoe");
    QVERIFY(writeBack(photo));
    QCOMPARE(said().regions.front().name, u"Zoe"_s);
    QCOMPARE(m->number("SELECT count(*) FROM job WHERE kind = 'process' AND subject = ?1", photo.uuid), 1);
}

void WriteBackTest::ourOwnSidecarsAreNobodyElses()
{
    turnOn();
    m_file = m->writeJpeg(u"a.jpg"_s, 10);
    const auto folder =
        *library::Folders(*m->services).add(m->owner, m->path(u"photos"_s), Importer::Placement::InPlace);
    QVERIFY(scan(folder));
    const auto photo = *m->add(m_file, Importer::Placement::InPlace);
    QVERIFY(m->process(photo));
    QVERIFY(m->run("UPDATE asset SET rating = 3"));
    QVERIFY(writeBack(photo));
    QVERIFY(m->run("DELETE FROM job"));
    QVERIFY(scan(folder));
    QCOMPARE(jobsFor(photo), 0);
    // Read also where nothing is written.
    QVERIFY(Settings(*m->services).set(setting::writeBackSidecars, false));
    replaceInSidecar("xmp:Rating=\"3\"", "xmp:Rating=\"5\"");
    QVERIFY(scan(folder));
    QCOMPARE(jobsFor(photo), 1);
    QVERIFY(writeBack(photo));
    QCOMPARE(m->asset(photo.uuid)->rating, 5);
}

void WriteBackTest::aSidecarThatIsNoXmpIsLeftAlone()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    QVERIFY(replaceFile(sidecar(), "notes of mine"));
    rate(photo, 3);
    const auto refused = writeBack(photo);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileDamaged);
    QCOMPARE(contents(sidecar()), QByteArray("notes of mine"));
    QCOMPARE(m->asset(photo.uuid)->rating, 3);
}

void WriteBackTest::theRawFilesSidecarIsNotTaken()
{
    turnOn();
    const auto photo = add(m->jpeg(10));
    m->write(u"a.cr2"_s, "raw");
    const QString shared = m->write(u"a.xmp"_s, "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                                                "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                                "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                                                " xmp:Label='Red'/></rdf:RDF></x:xmpmeta>");
    const QByteArray before = contents(shared);
    rate(photo, 3);
    QVERIFY(writeBack(photo));
    QCOMPARE(contents(shared), before);
    QCOMPARE(said().rating, 3);
    QVERIFY(contents(sidecar()).contains("Red"));
    // Alone, the picture goes on with the one it has.
    QVERIFY(QFile::remove(m->path(u"photos/a.cr2"_s)));
    QVERIFY(QFile::remove(sidecar()));
    rate(photo, 4);
    QVERIFY(writeBack(photo));
    QVERIFY(!QFile::exists(sidecar()));
    QCOMPARE(said(shared).rating, 4);
}

void WriteBackTest::aFolderThatCannotBeWrittenIsSaid()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has other permissions");
#else
    turnOn();
    const auto photo = add(m->jpeg(10));
    rate(photo, 3);
    QVERIFY(QFile::setPermissions(m->folder.path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(m->path(u"photos"_s), QFile::Permissions(0x5555)));
    {
        const test::AsNobody nobody;
        const auto refused = writeBack(photo);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskReadOnly);
        QCOMPARE(refused.error().fact(u"path"_s), sidecar());
    }
    QVERIFY(QFile::setPermissions(m->path(u"photos"_s), QFile::Permissions(0x7755)));
    QVERIFY(!QFile::exists(sidecar()));
#endif
}

void WriteBackTest::aFullDiskLeavesTheOldSidecar()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no such limit");
#else
    turnOn();
    const auto photo = add(m->jpeg(10));
    rate(photo, 3);
    QVERIFY(writeBack(photo));
    const QByteArray before = contents(sidecar());
    rate(photo, 4);
    {
        const test::FileSizeLimit limit(100);
        QVERIFY(!writeBack(photo));
    }
    QCOMPARE(contents(sidecar()), before);
    QCOMPARE(QDir(m->path(u"photos"_s)).entryList(QDir::Files), (QStringList{u"a.jpg"_s, u"a.jpg.xmp"_s}));
    // Tried again when there is room, it is written.
    QVERIFY(writeBack(photo));
    QCOMPARE(said().rating, 4);
#endif
}

void WriteBackTest::deletedItsSidecarGoes()
{
    turnOn();
    const auto photo = add(m->jpeg(10), Importer::Placement::Copy);
    rate(photo, 3);
    QVERIFY(writeBack(photo));
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
