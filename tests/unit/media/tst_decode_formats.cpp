// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/encode.h"
#include "media/file_type.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <webp/encode.h>
#include <webp/mux.h>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

const std::vector<made::Colour> cornersOfQuarters{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};

bool showsQuarters(const Pixels &pixels, int tolerance)
{
    const std::vector<std::pair<double, double>> places{{0.2, 0.2}, {0.8, 0.2}, {0.2, 0.8}, {0.8, 0.8}};
    bool same = true;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [x, y] = places[i];
        same = made::isNear(made::colourAt(pixels, x, y), cornersOfQuarters[i], tolerance) && same;
    }
    return same;
}

QByteArray little16(int value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(quint16(value), bytes.data());
    return bytes;
}

/// One frame that fills a rectangle with one of four colours, by codes of 3 bits without compression.
QByteArray gifFrame(int left, int top, int width, int height, int colour)
{
    QByteArray frame = QByteArray::fromHex("21f9040a0a000000"); // shown for 100 ms
    frame +=
        QByteArray(",") + little16(left) + little16(top) + little16(width) + little16(height) + QByteArray(1, '\0');
    std::vector<int> codes;
    for (int i = 0; i < width * height; ++i) {
        // Clearing the table before every pixel keeps all codes at 3 bits.
        codes.push_back(4);
        codes.push_back(colour);
    }
    codes.push_back(5);
    QByteArray packed;
    unsigned int bits = 0;
    int count = 0;
    for (const int code : codes) {
        bits |= unsigned(code) << count;
        for (count += 3; count >= 8; count -= 8, bits >>= 8) {
            packed.append(char(bits & 255));
        }
    }
    packed.append(char(bits & 255));
    frame.append('\2');
    for (qsizetype at = 0; at < packed.size(); at += 255) {
        const QByteArray part = packed.mid(at, 255);
        frame.append(char(part.size())).append(part);
    }
    return frame.append('\0');
}

QByteArray gif(int width, int height, const std::vector<QByteArray> &frames)
{
    QByteArray bytes = "GIF89a"_ba + little16(width) + little16(height) + QByteArray::fromHex("910000");
    bytes += QByteArray::fromHex("ff0000"
                                 "00ff00"
                                 "0000ff"
                                 "ffffff");
    for (const QByteArray &frame : frames) {
        bytes += frame;
    }
    return bytes + ';';
}

QByteArray animatedWebP(const std::vector<Pixels> &frames)
{
    WebPAnimEncoderOptions options;
    WebPAnimEncoderOptionsInit(&options);
    WebPAnimEncoder *encoder = WebPAnimEncoderNew(frames[0].width, frames[0].height, &options);
    int time = 0;
    for (const Pixels &frame : frames) {
        WebPPicture picture;
        WebPPictureInit(&picture);
        picture.use_argb = 1;
        picture.width = frame.width;
        picture.height = frame.height;
        WebPPictureImportBGR(&picture, frame.bytes.get(), int(frame.stride));
        WebPAnimEncoderAdd(encoder, &picture, time, nullptr);
        WebPPictureFree(&picture);
        time += 100;
    }
    WebPAnimEncoderAdd(encoder, nullptr, time, nullptr);
    WebPData data;
    WebPAnimEncoderAssemble(encoder, &data);
    QByteArray bytes(reinterpret_cast<const char *>(data.bytes), qsizetype(data.size));
    WebPDataClear(&data);
    WebPAnimEncoderDelete(encoder);
    return bytes;
}

} // namespace

/// WebP, GIF, BMP, TIFF and EXR.
class DecodeFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasItsColours_data()
    {
        QTest::addColumn<QByteArray>("suffix");
        QTest::addColumn<int>("tolerance");
        QTest::newRow("webp") << ".webp"_ba << 8;
        QTest::newRow("tiff") << ".tiff"_ba << 0;
        QTest::newRow("bmp") << ".bmp"_ba << 0;
        QTest::newRow("jpeg") << ".jpg"_ba << 6;
    }

    void everyFormatHasItsColours()
    {
        QFETCH(QByteArray, suffix);
        QFETCH(int, tolerance);
        const QByteArray bytes = made::encoded(made::matrixOf(made::quarters(120, 80)), suffix.constData());
        const auto whole = made::decode(bytes);
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().forLog()));
        QVERIFY(showsQuarters(whole->pixels, tolerance));
        QCOMPARE(whole->pixels.layout, Pixels::Layout::Bgr);
        const auto scaled = made::decode(bytes, {.longSide = 60}, 8);
        QVERIFY(scaled);
        QCOMPARE(scaled->pixels.width, 40);
        QCOMPARE(scaled->pixels.height, 60);
        QCOMPARE(scaled->originalWidth, 80);
        QVERIFY(made::isNear(made::colourAt(scaled->pixels, 0.2, 0.2), {0, 255, 0}, tolerance));
    }

    void cutShortSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const cv::Mat picture = made::matrixOf(made::landscape(160, 100));
        QTest::newRow("webp") << made::encoded(picture, ".webp", {cv::IMWRITE_WEBP_QUALITY, 90});
        QTest::newRow("lossless webp") << made::encoded(picture, ".webp", {cv::IMWRITE_WEBP_QUALITY, 101});
        QTest::newRow("bmp") << made::encoded(picture, ".bmp");
        QTest::newRow("tiff") << made::encoded(picture, ".tiff");
        QTest::newRow("gif") << gif(60, 60, {gifFrame(0, 0, 60, 60, 1), gifFrame(0, 0, 60, 60, 2)});
        QTest::newRow("animated webp") << animatedWebP({made::landscape(100, 100), made::quarters(100, 100)});
        cv::Mat floats;
        picture.convertTo(floats, CV_32F, 1 / 255.0);
        QTest::newRow("exr") << made::encoded(floats, ".exr");
    }

    void cutShortSaysSo()
    {
        QFETCH(QByteArray, bytes);
        if (bytes.isEmpty()) {
            QSKIP("This OpenCV does not write the format.");
        }
        QVERIFY(made::decode(bytes));
        QCOMPARE(made::wrongAnswersWhenCut(bytes, 20), 0);
    }

    void noiseNeverCrashes_data()
    {
        cutShortSaysSo_data();
        cv::Mat floats;
        made::matrixOf(made::landscape(40, 30)).convertTo(floats, CV_32F, 1 / 255.0);
        QTest::newRow("float tiff") << made::encoded(floats, ".tiff", {cv::IMWRITE_TIFF_COMPRESSION, 1});
        QTest::newRow("logarithmic tiff") << made::encoded(floats, ".tiff");
    }

    void noiseNeverCrashes()
    {
        QFETCH(QByteArray, bytes);
        if (bytes.isEmpty()) {
            QSKIP("This OpenCV does not write the format.");
        }
        unsigned int noise = 11;
        for (int i = 0; i < 100; ++i) {
            QByteArray changed = bytes;
            for (int change = 0; change < 6; ++change) {
                noise = noise * 1664525U + 1013904223U;
                // Half of the changes hit the headers.
                const qsizetype range = change % 2 == 0 ? std::min<qsizetype>(200, bytes.size()) : bytes.size();
                changed[qsizetype(noise >> 8) % range] = char(noise);
            }
            const auto decoded = made::decode(changed, {.maxPixels = 2'000'000});
            QVERIFY(!decoded || !decoded->pixels.isNull());
        }
    }

    void transparentWebPKeepsItsAlpha()
    {
        cv::Mat picture(40, 40, CV_8UC4, cv::Scalar(200, 100, 50, 255));
        picture(cv::Rect(0, 0, 20, 40)).setTo(cv::Scalar(200, 100, 50, 0));
        const auto decoded = made::decode(made::encoded(picture, ".webp"), {.longSide = 20});
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.layout, Pixels::Layout::Bgra);
        QCOMPARE(made::colourAt(decoded->pixels, 0, 0.5).alpha, 0);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 1, 0.5), {50, 100, 200, 255}, 8));
    }

    void movingPicturesGiveTheirFirstFrame()
    {
        const auto moving = made::decode(gif(8, 8, {gifFrame(0, 0, 8, 8, 1), gifFrame(0, 0, 8, 8, 2)}));
        QVERIFY2(moving, moving ? "" : qPrintable(moving.error().forLog()));
        QVERIFY(moving->animated);
        QVERIFY(made::isNear(made::colourAt(moving->pixels, 0.5, 0.5), {0, 255, 0}, 0));
        const auto still = made::decode(gif(8, 8, {gifFrame(0, 0, 8, 8, 2)}));
        QVERIFY(still);
        QVERIFY(!still->animated);
        QVERIFY(made::isNear(made::colourAt(still->pixels, 0.5, 0.5), {0, 0, 255}, 0));
        const auto webP = made::decode(animatedWebP({made::quarters(64, 64), made::landscape(64, 64)}));
        QVERIFY(webP);
        QVERIFY(webP->animated);
        QVERIFY(showsQuarters(webP->pixels, 8));
    }

    void aFrameSmallerThanItsCanvasIsPlaced()
    {
        const auto decoded = made::decode(gif(20, 10, {gifFrame(10, 0, 10, 10, 1)}));
        QVERIFY(decoded);
        QCOMPARE(decoded->originalWidth, 20);
        QCOMPARE(decoded->originalHeight, 10);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.9, 0.5), {0, 255, 0}, 0));
    }

    void tiffOfSixteenBitsAndOfOneChannel()
    {
        const auto gray = made::decode(made::encoded(cv::Mat(9, 7, CV_16UC1, cv::Scalar(0x8080)), ".tiff"));
        QVERIFY(gray);
        QVERIFY(made::isNear(made::colourAt(gray->pixels, 0.5, 0.5), {128, 128, 128}, 1));
        const auto colours =
            made::decode(made::encoded(cv::Mat(9, 7, CV_16UC3, cv::Scalar(0xffff, 0x4040, 0)), ".tiff"));
        QVERIFY(colours);
        QVERIFY(made::isNear(made::colourAt(colours->pixels, 0.5, 0.5), {0, 64, 255}, 1));
        // Without compression, or OpenCV writes a format of logarithms.
        const auto floats = made::decode(
            made::encoded(cv::Mat(9, 7, CV_32FC3, cv::Scalar(2, 0.5, -1)), ".tiff", {cv::IMWRITE_TIFF_COMPRESSION, 1}));
        QVERIFY(floats);
        QVERIFY(made::isNear(made::colourAt(floats->pixels, 0.5, 0.5), {0, 128, 255}, 1));
    }

    void exrIsLinearLight()
    {
        cv::Mat picture(6, 8, CV_32FC3, cv::Scalar(0.2140F, 4.0F, -1.0F));
        const QByteArray bytes = made::encoded(picture, ".exr");
        if (bytes.isEmpty()) {
            QSKIP("This OpenCV does not write the format.");
        }
        const auto decoded = made::decode(bytes);
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().forLog()));
        // Half of what sRGB can show is 0.214 of its light.
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {0, 255, 128}, 1));
        QCOMPARE(decoded->originalWidth, 8);
        QCOMPARE(decoded->originalHeight, 6);
    }

    void filesAreReadFromTheirPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"Größe 影.exr"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = made::encoded(cv::Mat(6, 8, CV_32FC4, cv::Scalar(0, 0.5, 0.5, 0.5)), ".exr");
        if (bytes.isEmpty()) {
            QSKIP("This OpenCV does not write the format.");
        }
        file.write(bytes);
        file.close();
        const auto type = sniffFileType(path, {});
        QVERIFY(type);
        const auto decoded = decodePicture(path, *type, 1, {});
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().forLog()));
        // Colours are stored multiplied by opacity.
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {255, 255, 0, 128}, 1));
        QCOMPARE(*readDimensions(path, *type), (Dimensions{8, 6}));
    }

    void headersThatClaimTooMuchAreRefused()
    {
        QByteArray bmp = made::encoded(made::matrixOf(made::quarters(16, 16)), ".bmp");
        qToLittleEndian(qint32(60000), bmp.data() + 18);
        qToLittleEndian(qint32(-60000), bmp.data() + 22);
        QCOMPARE(made::decode(bmp).error().code, ErrorCode::ImageTooLarge);
        QByteArray picture = gif(8, 8, {gifFrame(0, 0, 8, 8, 1)});
        qToLittleEndian(quint16(65535), picture.data() + 6);
        qToLittleEndian(quint16(65535), picture.data() + 8);
        QCOMPARE(made::decode(picture).error().code, ErrorCode::ImageTooLarge);
        const QByteArray small = made::encoded(made::matrixOf(made::quarters(100, 100)), ".tiff");
        QCOMPARE(made::decode(small, {.maxPixels = 9999}).error().code, ErrorCode::ImageTooLarge);
        const QByteArray webP = made::encoded(made::matrixOf(made::quarters(100, 100)), ".webp");
        QCOMPARE(made::decode(webP, {.maxPixels = 9999}).error().code, ErrorCode::ImageTooLarge);
    }
};

QTEST_GUILESS_MAIN(DecodeFormatsTest)
#include "tst_decode_formats.moc"
