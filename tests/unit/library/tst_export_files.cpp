// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/export_files.h"
#include "library/sidecar_files.h"
#include "media/decode.h"
#include "media/metadata.h"
#include "support/library_fixture.h"

#include <QDir>
#include <QTest>

using namespace kinframe;
using namespace kinframe::library;
using namespace Qt::StringLiterals;

class TestExportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anOriginalThatHasGone();
    void aFolderThatCannotBe();
    void aDiskThatIsTooSmall();
    void aNameThatIsTaken();
    void stoppedInTheMiddle();
    void stoppedBetween();
    void whatIsNoPictureIsNamed();
    void originalsAsTheyAre();
    void namesThatNoDiskTakes();
    void smallerAsJpeg();
    void sidecars();
    void sidecarsOfWhatIsSaidHere();
    void othersSeeNothing();
    void filesForOtherPrograms();
    void tooMuchForOtherPrograms();

private:
    [[nodiscard]] QUuid kept(int shade, const QString &name = u"a.jpg"_s)
    {
        return m->upload(test::LibraryFixture::jpeg(shade), name)->uuid;
    }
    ExportDone run(const std::vector<QUuid> &assets, ExportOptions options = {}, const std::stop_token &stop = {})
    {
        options.folder = m_target;
        return exportFiles(
            *m->services, m->owner.userId, assets, options, [](qint64, qint64) {}, stop);
    }
    /// Hidden files too: half a one would be.
    [[nodiscard]] QStringList there() const { return QDir(m_target).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(m_target + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::LibraryFixture> m;
    QString m_target;
};

void TestExportFiles::init()
{
    m = std::make_unique<test::LibraryFixture>();
    m_target = m->path(u"out"_s);
}

void TestExportFiles::cleanup()
{
    m.reset();
}

void TestExportFiles::anOriginalThatHasGone()
{
    const QString file = m->writeJpeg(u"gone.jpg"_s, 7);
    const auto gone = *m->add(file, Importer::Placement::InPlace);
    const QUuid other = kept(8, u"other.jpg"_s);
    QVERIFY(QFile::remove(file));
    const ExportDone done = run({gone.uuid, other});
    QCOMPARE(done.photos, 1);
    QVERIFY(!done.error);
    QCOMPARE(done.problems.size(), 1U);
    QCOMPARE(done.problems.front().first, u"gone.jpg"_s);
    QCOMPARE(done.problems.front().second.code, ErrorCode::FileNotFound);
    QCOMPARE(there(), QStringList{u"other.jpg"_s});
}

void TestExportFiles::aFolderThatCannotBe()
{
    const QUuid photo = kept(1);
    m_target = m->writeJpeg(u"file.jpg"_s, 3) + u"/below a file"_s;
    const ExportDone done = run({photo});
    QCOMPARE(done.photos, 0);
    QVERIFY(done.error);
    QCOMPARE(done.error->kind(), ErrorKind::Internal);
    QVERIFY(done.error->fact(u"path"_s).contains(u"file.jpg"_s));
}

void TestExportFiles::aDiskThatIsTooSmall()
{
    const QUuid photo = kept(1);
    QVERIFY(m->run("UPDATE asset SET size = 1000000000000000 WHERE uuid = ?1", photo));
    const ExportDone done = run({photo});
    QCOMPARE(done.error->code, ErrorCode::DiskFull);
    QVERIFY(done.error->fact(u"missing"_s).endsWith(u" MB"_s));
    QVERIFY(there().isEmpty());
}

void TestExportFiles::aNameThatIsTaken()
{
    QVERIFY(QDir().mkpath(m_target));
    QFile mine(m_target + u"/a.jpg"_s);
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    const QUuid one = kept(1);
    const QUuid two = kept(2);
    QCOMPARE(run({one, two}).photos, 2);
    QCOMPARE(there(), (QStringList{u"a (2).jpg"_s, u"a (3).jpg"_s, u"a.jpg"_s}));
    QCOMPARE(bytesOf(u"a.jpg"_s), QByteArray("mine"));
    QCOMPARE(bytesOf(u"a (2).jpg"_s), test::LibraryFixture::jpeg(1));
    QCOMPARE(bytesOf(u"a (3).jpg"_s), test::LibraryFixture::jpeg(2));
}

void TestExportFiles::stoppedInTheMiddle()
{
    std::stop_source stop;
    stop.request_stop();
    const ExportDone done = run({kept(1)}, {}, stop.get_token());
    QCOMPARE(done.photos, 0);
    QCOMPARE(done.error->code, ErrorCode::Canceled);
    QVERIFY(there().isEmpty());
}

void TestExportFiles::stoppedBetween()
{
    std::stop_source stop;
    const std::vector<QUuid> photos{kept(1, u"1.jpg"_s), kept(2, u"2.jpg"_s), kept(3, u"3.jpg"_s)};
    const ExportDone done = exportFiles(
        *m->services, m->owner.userId, photos, {m_target},
        [&](qint64 over, qint64 total) {
            QCOMPARE(total, 3);
            if (over == 2) {
                stop.request_stop();
            }
        },
        stop.get_token());
    QCOMPARE(done.photos, 2);
    QCOMPARE(done.error->code, ErrorCode::Canceled);
    QCOMPARE(there(), (QStringList{u"1.jpg"_s, u"2.jpg"_s}));
}

void TestExportFiles::whatIsNoPictureIsNamed()
{
    const QUuid broken = kept(5, u"broken.jpg"_s);
    const QUuid good = kept(6, u"good.jpg"_s);
    QFile file(m->blobs->pathOf(m->asset(broken)->sha256));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(200)); // A disk that lost the rest.
    file.close();
    ExportOptions options;
    options.format = ExportFormat::WebP;
    const ExportDone done = run({broken, good}, options);
    QCOMPARE(done.photos, 1);
    QCOMPARE(done.problems.front().first, u"broken.jpg"_s);
    QCOMPARE(there(), QStringList{u"good.webp"_s});
}

void TestExportFiles::originalsAsTheyAre()
{
    const QString file = m->writeJpeg(u"in place.jpg"_s, 9);
    const auto inPlace = *m->add(file, Importer::Placement::InPlace);
    QCOMPARE(run({kept(1, u"kept.jpg"_s), inPlace.uuid}).photos, 2);
    QCOMPARE(there(), (QStringList{u"in place.jpg"_s, u"kept.jpg"_s}));
    QCOMPARE(bytesOf(u"kept.jpg"_s), test::LibraryFixture::jpeg(1));
    QCOMPARE(bytesOf(u"in place.jpg"_s), test::LibraryFixture::jpeg(9));
}

void TestExportFiles::namesThatNoDiskTakes()
{
    const QUuid photo = kept(1);
    QVERIFY(m->run("UPDATE asset SET file_name = ?2 WHERE uuid = ?1", photo, u"../a:b?\n.jpg. "_s));
    QCOMPARE(run({photo}).photos, 1);
    QCOMPARE(there(), QStringList{u".._a_b__.jpg"_s});
}

void TestExportFiles::smallerAsJpeg()
{
    const auto photo = m->upload(test::LibraryFixture::jpeg(1, 400, 300), u"large.png"_s);
    QVERIFY(m->run("UPDATE asset SET turn = 1 WHERE id = ?1", photo->assetId));
    ExportOptions options;
    options.format = ExportFormat::Jpeg;
    options.longSide = 100;
    QCOMPARE(run({photo->uuid}, options).photos, 1);
    QCOMPARE(there(), QStringList{u"large.jpg"_s});
    const QString path = m_target + u"/large.jpg"_s;
    const auto size = media::readDimensions(path, *media::sniffFileType(path, {}));
    QCOMPARE(size->width, 75); // As people turned it.
    QCOMPARE(size->height, 100);
}

void TestExportFiles::sidecars()
{
    const QString file = m->writeJpeg(u"with.jpg"_s, 9);
    const auto inPlace = *m->add(file, Importer::Placement::InPlace);
    m->write(u"with.jpg.xmp"_s, "<words/>");
    ExportOptions options;
    QCOMPARE(run({inPlace.uuid}, options).photos, 1);
    QCOMPARE(there(), QStringList{u"with.jpg"_s});
    options.withSidecars = true;
    QCOMPARE(run({inPlace.uuid}, options).photos, 1);
    QCOMPARE(there(), (QStringList{u"with (2).jpg"_s, u"with (2).jpg.xmp"_s, u"with.jpg"_s}));
    QCOMPARE(bytesOf(u"with (2).jpg.xmp"_s), QByteArray("<words/>"));
}

void TestExportFiles::sidecarsOfWhatIsSaidHere()
{
    const QUuid said = kept(1, u"said.jpg"_s);
    const QUuid unsaid = kept(2, u"unsaid.jpg"_s);
    QVERIFY(m->run("UPDATE asset SET rating = 4 WHERE uuid = ?1", said));
    QVERIFY(m->run("INSERT INTO asset_tag(tag, asset_id) SELECT 'New York', id FROM asset WHERE uuid = ?1", said));
    ExportOptions options;
    options.withSidecars = true;
    QCOMPARE(run({said, unsaid}, options).photos, 2);
    QCOMPARE(there(), (QStringList{u"said.jpg"_s, u"said.jpg.xmp"_s, u"unsaid.jpg"_s}));
    const auto read = media::readSidecarText(bytesOf(u"said.jpg.xmp"_s), u"said.jpg.xmp"_s, {});
    QVERIFY(read);
    QCOMPARE(read->rating.value_or(0), 4);
    QCOMPARE(read->keywords, QStringList{u"New York"_s});
}

void TestExportFiles::othersSeeNothing()
{
    const QUuid photo = kept(1);
    const ExportDone done = exportFiles(
        *m->services, m->guest.userId, {photo}, {m_target}, [](qint64, qint64) {}, std::stop_token());
    QCOMPARE(done.photos, 0);
    QCOMPARE(done.problems.front().second.code, ErrorCode::NotFound);
    QVERIFY(there().isEmpty());
}

void TestExportFiles::filesForOtherPrograms()
{
    const QString file = m->writeJpeg(u"mine.jpg"_s, 9);
    const auto inPlace = *m->add(file, Importer::Placement::InPlace);
    const QUuid photo = kept(1, u"kept.jpg"_s);
    const auto files =
        namedFiles(*m->services, m->owner.userId, {inPlace.uuid, photo}, m->path(u"cache"_s), 1'000'000, {});
    QVERIFY(files);
    QCOMPARE(files->at(0), file);
    QVERIFY(files->at(1).startsWith(m->path(u"cache"_s)) && files->at(1).endsWith(u"/kept.jpg"_s));
    // Whatever another program does with it, the original stays.
    QFile copy(files->at(1));
    QVERIFY(copy.open(QIODevice::WriteOnly | QIODevice::Truncate));
    copy.close();
    QVERIFY(m->blobs->verify(m->asset(photo)->sha256));
    const auto again = namedFiles(*m->services, m->owner.userId, {photo}, m->path(u"cache"_s), 1'000'000, {});
    QCOMPARE(QFileInfo(again->front()).size(), m->asset(photo)->size);
}

void TestExportFiles::tooMuchForOtherPrograms()
{
    const auto files = namedFiles(*m->services, m->owner.userId, {kept(1)}, m->path(u"cache"_s), 10, {});
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(TestExportFiles)
#include "tst_export_files.moc"
