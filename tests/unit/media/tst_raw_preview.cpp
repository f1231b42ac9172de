// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/file_type.h"
#include "media/metadata.h"
#include "media/raw_preview.h"
#include "media/raw_size.h"
#include "unit/media/described_picture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

class RawPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheThumbnailOfAPicture();
    void saysWhereThereIsNone();
    void survivesCutsAnywhere();
    void findsTheLargestOfARaw();
    void sizeIsThatOfThePicture_data();
    void sizeIsThatOfThePicture();
    void metadataHasTheSizeOfThePicture();
};

void RawPreviewTest::findsTheThumbnailOfAPicture()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"picture.jpg"_s);
    std::vector<unsigned char> small;
    QVERIFY(cv::imencode(".jpg", cv::Mat(20, 30, CV_8UC3, cv::Scalar(0, 0, 250)), small));
    QVERIFY(test::makePicture(name, [&small](Exiv2::ExifData &exif, auto &, auto &) {
        exif["Exif.Image.Orientation"] = std::uint16_t(8);
        Exiv2::ExifThumb(exif).setJpegThumbnail(small.data(), long(small.size()));
    }));
    const auto preview = readRawPreview(name);
    QVERIFY2(preview.has_value(), preview ? "" : qPrintable(preview.error().forLog()));
    QCOMPARE(preview->jpeg, QByteArray(reinterpret_cast<const char *>(small.data()), qsizetype(small.size())));
    QCOMPARE(preview->width, 30);
    QCOMPARE(preview->height, 20);
    QCOMPARE(preview->orientation, 8);
}

void RawPreviewTest::saysWhereThereIsNone()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"picture.jpg"_s);
    QVERIFY(test::makePicture(name, [](auto &, auto &, auto &) {}));
    QCOMPARE(readRawPreview(name).error().code, ErrorCode::NotFound);
    QCOMPARE(readRawPreview(folder.path()).error().code, ErrorCode::FileIsDirectory);
    QFile words(folder.filePath(u"words.dng"_s));
    QVERIFY(words.open(QIODevice::WriteOnly) && words.write(QByteArray("Only words. ").repeated(100)) > 0);
    words.close();
    QCOMPARE(readRawPreview(words.fileName()).error().code, ErrorCode::FileNotMedia);
}

void RawPreviewTest::survivesCutsAnywhere()
{
    const QDir data(qEnvironmentVariable("KINFRAME_TESTDATA"));
    QFile raw(data.filePath(u"raw/canon_eos_6d.dng"_s));
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !raw.open(QIODevice::ReadOnly)) {
        QSKIP("KINFRAME_TESTDATA names no folder with a raw file.");
    }
    const QByteArray bytes = raw.readAll();
    QTemporaryDir folder;
    for (qsizetype size = 0; size < bytes.size(); size += bytes.size() / 60) {
        QFile cut(folder.filePath(u"cut.dng"_s));
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes.first(size)) == size);
        cut.close();
        const auto preview = readRawPreview(cut.fileName());
        QVERIFY(!preview || preview->jpeg.size() <= size);
    }
}

void RawPreviewTest::findsTheLargestOfARaw()
{
    const QDir data(qEnvironmentVariable("KINFRAME_TESTDATA"));
    const QString name = data.filePath(u"raw/canon_eos_6d.dng"_s);
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !QFile::exists(name)) {
        QSKIP("KINFRAME_TESTDATA names no folder with a raw file.");
    }
    const auto preview = readRawPreview(name);
    QVERIFY2(preview.has_value(), preview ? "" : qPrintable(preview.error().forLog()));
    // ExifTool: SubIFD1, 1024 x 683, 57901 bytes.
    QCOMPARE(preview->jpeg.size(), 57901);
    QCOMPARE(preview->width, 1024);
    QCOMPARE(preview->height, 683);
    QCOMPARE(preview->orientation, 1);
    const cv::Mat picture =
        cv::imdecode(std::vector<char>(preview->jpeg.begin(), preview->jpeg.end()), cv::IMREAD_COLOR);
    QCOMPARE(picture.cols, 1024);
    QCOMPARE(picture.rows, 683);
}

void RawPreviewTest::sizeIsThatOfThePicture_data()
{
    QTest::addColumn<QSize>("told");
    QTest::addColumn<QSize>("main");
    QTest::addColumn<QSize>("crop");
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<QSize>("size");
    const QSize none;
    const QSize whole(6048, 4024);
    QTest::newRow("nothing is told") << none << none << none << none << QSize(0, 0);
    QTest::newRow("by the container") << whole << none << none << none << whole;
    QTest::newRow("by the camera alone") << none << none << none << QSize(6000, 4000) << QSize(6000, 4000);
    QTest::newRow("the directory of the picture") << QSize(256, 171) << whole << none << none << whole;
    QTest::newRow("without the rim") << QSize(256, 171) << whole << QSize(6016, 4016) << none << QSize(6016, 4016);
    QTest::newRow("the camera's word") << whole << none << none << QSize(6000, 4000) << QSize(6000, 4000);
    QTest::newRow("the size of the preview") << whole << none << none << QSize(1920, 1280) << whole;
    QTest::newRow("before it was scaled down")
        << QSize(256, 171) << QSize(1224, 816) << QSize(9000, 1) << whole << QSize(1224, 816);
}

void RawPreviewTest::sizeIsThatOfThePicture()
{
    QFETCH(QSize, told);
    QFETCH(QSize, main);
    QFETCH(QSize, crop);
    QFETCH(QSize, photo);
    QFETCH(QSize, size);
    Exiv2::ExifData exif;
    exif["Exif.Image.NewSubfileType"] = std::uint32_t(1);
    if (main.isValid()) {
        exif["Exif.SubImage1.NewSubfileType"] = std::uint32_t(0);
        exif["Exif.SubImage1.ImageWidth"] = std::uint32_t(main.width());
        exif["Exif.SubImage1.ImageLength"] = std::uint32_t(main.height());
    }
    if (crop.isValid()) {
        Exiv2::URationalValue sides;
        sides.value_ = {{std::uint32_t(crop.width()), 1}, {std::uint32_t(crop.height()), 1}};
        exif.add(Exiv2::ExifKey("Exif.SubImage1.DefaultCropSize"), &sides);
    }
    if (photo.isValid()) {
        exif["Exif.Photo.PixelXDimension"] = std::uint32_t(photo.width());
        exif["Exif.Photo.PixelYDimension"] = std::uint32_t(photo.height());
    }
    const Dimensions found = rawSize(exif, told.isValid() ? Dimensions{told.width(), told.height()} : Dimensions{});
    QCOMPARE(QSize(found.width, found.height), size);
}

void RawPreviewTest::metadataHasTheSizeOfThePicture()
{
    const QString raw = QDir(qEnvironmentVariable("KINFRAME_TESTDATA")).filePath(u"raw/canon_eos_6d.dng"_s);
    if (qEnvironmentVariableIsEmpty("KINFRAME_TESTDATA") || !QFile::exists(raw)) {
        QSKIP("KINFRAME_TESTDATA names no folder with a raw file.");
    }
    const auto metadata = readMetadata(raw, *sniffFileType(raw, raw));
    QVERIFY(metadata);
    // ExifTool: SubIFD; the previews have 256 x 171 and 1024 x 683.
    QCOMPARE(metadata->width.value_or(0), 1224);
    QCOMPARE(metadata->height.value_or(0), 816);
}

QTEST_GUILESS_MAIN(RawPreviewTest)
#include "tst_raw_preview.moc"
