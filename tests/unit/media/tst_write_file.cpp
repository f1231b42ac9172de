// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "described_picture.h"
#include "media/metadata.h"
#include "media/picture_bytes.h"
#include "media/write_file.h"
#include "support/hardship.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <array>
#include <iostream>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

WrittenMetadata words(double rating = 4)
{
    WrittenMetadata written;
    written.rating = rating;
    written.keywords = {u"London"_s, u"海"_s};
    written.title = u"标题"_s;
    written.description = u"What it shows"_s;
    written.faces = std::vector{FaceRegion{FaceRegion::Kind::Face, u"张三"_s, 0.1, 0.2, 0.3, 0.4}};
    return written;
}

QByteArray encoded(const char *suffix)
{
    cv::Mat picture(48, 64, CV_8UC3);
    for (int i = 0; i < 48 * 64; ++i) {
        picture.at<cv::Vec3b>(i / 64, i % 64) = cv::Vec3b(uchar(i), uchar(i / 3), uchar(i / 7));
    }
    std::vector<unsigned char> bytes;
    if (!cv::imencode(suffix, picture, bytes)) {
        qFatal("no %s", suffix);
    }
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

QByteArray contents(const QString &path)
{
    return *readSmallFile(path, 10'000'000);
}

/// A text chunk as image generators write them, before the picture's data.
QByteArray withPrompt(QByteArray png)
{
    const QByteArray body = QByteArray("parameters\0a cat, Steps: 20", 27);
    QByteArray chunk = "tEXt" + body;
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : chunk) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
        }
    }
    std::array<char, 4> number{};
    qToBigEndian<quint32>(quint32(body.size()), number.data());
    chunk.prepend(number.data(), 4);
    qToBigEndian<quint32>(~crc, number.data());
    chunk.append(number.data(), 4);
    return png.insert(33, chunk); // After the signature and IHDR.
}

FileType typeOf(const QString &path)
{
    return *sniffFileType(path, path);
}

Metadata read(const QString &path)
{
    const auto metadata = readMetadata(path, typeOf(path));
    return metadata ? *metadata : Metadata();
}

/// Writes into the file over and over until it is killed, telling of each time.
int writeForEver(const QString &path)
{
    for (int i = 0;; ++i) {
        if (!writeIntoPicture(path, typeOf(path), words(i % 5 + 1))) {
            return 1;
        }
        std::cout << '.' << std::flush;
    }
}

} // namespace

class WriteFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void thePictureStaysTheSame_data();
    void thePictureStaysTheSame();
    void theRestOfTheMetadataStays();
    void olderPlacesFollow();
    void whatComesAfterThePictureStays();
    void otherFormatsAreRefused();
    void aFolderThatCannotBeWrittenIsSaid();
    void aFullDiskLeavesTheOldFile();
    void killedItIsTheOldOrTheNewFile();
    void whatAKilledRunLeftIsInNobodysWay();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void WriteFileTest::thePictureStaysTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JPEG") << u"a.jpg"_s << encoded(".jpg");
    QTest::newRow("PNG") << u"a.png"_s << encoded(".png");
    QTest::newRow("PNG with a prompt") << u"p.png"_s << withPrompt(encoded(".png"));
    QTest::newRow("WebP") << u"a.webp"_s << encoded(".webp");
}

void WriteFileTest::thePictureStaysTheSame()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    const QString file = path(name);
    write(file, bytes);
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    const auto before = pictureDigest(file, typeOf(file).format);
    QVERIFY(before);

    const auto digests = writeIntoPicture(file, typeOf(file), words());
    QVERIFY2(digests, digests ? "" : qPrintable(digests.error().forLog()));
    QVERIFY(*digests);
    QCOMPARE((*digests)->sha256, digestsOfFile(file)->sha256);
    QCOMPARE(pictureDigest(file, typeOf(file).format).value(), *before);
    QVERIFY(contents(file) != bytes);
    const Metadata metadata = read(file);
    QCOMPARE(metadata.rating, 4);
    QCOMPARE(metadata.keywords, words().keywords);
    QCOMPARE(metadata.title, words().title);
    QCOMPARE(metadata.regions.size(), 1U);
    QCOMPARE(metadata.regions.front().name, u"张三"_s);
    QCOMPARE(files(), QStringList{name});
    QCOMPARE(QFile::permissions(file) & QFile::ReadOther, QFile::Permissions());

    const QByteArray written = contents(file);
    const auto again = writeIntoPicture(file, typeOf(file), words());
    QVERIFY(again);
    QVERIFY(!*again);
    QCOMPARE(contents(file), written);
}

void WriteFileTest::theRestOfTheMetadataStays()
{
    const QString file = path(u"a.jpg"_s);
    QVERIFY(media::test::makePicture(file, [](Exiv2::ExifData &exif, Exiv2::IptcData &iptc, Exiv2::XmpData &xmp) {
        exif["Exif.Image.Make"] = "Canon";
        exif["Exif.Image.Orientation"] = std::uint16_t(6);
        exif["Exif.Photo.DateTimeOriginal"] = "2020:02:03 04:05:06";
        iptc["Iptc.Application2.City"] = std::string("London");
        xmp["Xmp.xmp.Label"] = "Red";
    }));
    QVERIFY(writeIntoPicture(file, typeOf(file), words()));
    const Metadata metadata = read(file);
    QCOMPARE(metadata.make, u"Canon"_s);
    QCOMPARE(metadata.orientation, 6);
    QVERIFY(metadata.captured);
    QCOMPARE(metadata.city, u"London"_s);
    QVERIFY(contents(file).contains("Red"));
    QVERIFY(std::abs(metadata.regions.front().x - 0.1) < 1e-5);
    QVERIFY(std::abs(metadata.regions.front().y - 0.2) < 1e-5);
}

void WriteFileTest::olderPlacesFollow()
{
    const QString file = path(u"a.jpg"_s);
    QVERIFY(media::test::makePicture(file, [](Exiv2::ExifData &exif, Exiv2::IptcData &iptc, Exiv2::XmpData &) {
        exif["Exif.Image.Rating"] = std::uint16_t(2);
        exif["Exif.Image.ImageDescription"] = "OLYMPUS DIGITAL CAMERA";
        iptc["Iptc.Application2.Caption"] = std::string("M\xFCnchen");
        for (const char *keyword : {"old", "M\xFCnchen"}) {
            Exiv2::StringValue value(keyword);
            iptc.add(Exiv2::IptcKey("Iptc.Application2.Keywords"), &value);
        }
        iptc["Iptc.Application2.City"] = std::string("M\xFCnchen");
    }));
    QVERIFY(writeIntoPicture(file, typeOf(file), words()));
    const auto image = openWithExiv2(file);
    QVERIFY(image && *image);
    QCOMPARE(read(file).keywords, words().keywords);
    QCOMPARE(read(file).city, u"München"_s);
    QCOMPARE((*image)->exifData()["Exif.Image.Rating"].toString(), std::string("4"));
    QCOMPARE((*image)->exifData()["Exif.Image.ImageDescription"].toString(), std::string("OLYMPUS DIGITAL CAMERA"));
    QCOMPARE(QString::fromStdString((*image)->iptcData()["Iptc.Application2.Caption"].toString()), words().description);
}

void WriteFileTest::whatComesAfterThePictureStays()
{
    const QString file = path(u"motion.jpg"_s);
    const QByteArray video = "....ftypmp42" + QByteArray(5000, 'v');
    write(file, encoded(".jpg") + video);
    QVERIFY(writeIntoPicture(file, typeOf(file), words()));
    QVERIFY(contents(file).endsWith(video));
}

void WriteFileTest::otherFormatsAreRefused()
{
    const QString file = path(u"a.tiff"_s);
    write(file, encoded(".tiff"));
    const QByteArray before = contents(file);
    const auto refused = writeIntoPicture(file, typeOf(file), words());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QCOMPARE(contents(file), before);
}

void WriteFileTest::aFolderThatCannotBeWrittenIsSaid()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has other permissions");
#else
    const QString file = path(u"a.jpg"_s);
    write(file, encoded(".jpg"));
    const QByteArray before = contents(file);
    QVERIFY(QFile::setPermissions(file, QFile::Permissions(0x6444)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    {
        const kinframe::test::AsNobody nobody;
        const auto refused = writeIntoPicture(file, typeOf(file), words());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskReadOnly);
        QVERIFY(refused.error().fact(u"path"_s).startsWith(m_folder->path()));
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
    QCOMPARE(contents(file), before);
#endif
}

void WriteFileTest::aFullDiskLeavesTheOldFile()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no such limit");
#else
    const QString file = path(u"a.jpg"_s);
    write(file, encoded(".jpg"));
    const QByteArray before = contents(file);
    // Neither when the copy is made nor when the metadata goes into it.
    for (const qsizetype room : {before.size() / 2, before.size() + 10}) {
        {
            const kinframe::test::FileSizeLimit limit{rlim_t(room)};
            QVERIFY(!writeIntoPicture(file, typeOf(file), words()));
        }
        QCOMPARE(contents(file), before);
        QCOMPARE(files(), QStringList{u"a.jpg"_s});
    }
#endif
}

void WriteFileTest::killedItIsTheOldOrTheNewFile()
{
    const QString file = path(u"a.jpg"_s);
    write(file, encoded(".jpg") + QByteArray(2'000'000, 'v'));
    const QByteArray digest = pictureDigest(file, Format::Jpeg).value();
    for (int round = 0; round < 12; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, file});
        for (int told = 0; told <= round % 4;) {
            QVERIFY(child.waitForReadyRead());
            told += int(child.readAllStandardOutput().size());
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(pictureDigest(file, Format::Jpeg).value(), digest);
        const auto rating = read(file).rating;
        QVERIFY(rating && *rating >= 1 && *rating <= 5);
    }
}

void WriteFileTest::whatAKilledRunLeftIsInNobodysWay()
{
    const QString file = path(u"a.jpg"_s);
    write(file, encoded(".jpg"));
    write(path(u".a.jpg.kinframe"_s), "half of a copy");
    QVERIFY(writeIntoPicture(file, typeOf(file), words()));
    QCOMPARE(read(file).rating, 4);
    QCOMPARE(files(), QStringList{u"a.jpg"_s});
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write-for-ever"_L1) {
        return writeForEver(arguments.value(2));
    }
    WriteFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_write_file.moc"
