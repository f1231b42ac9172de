// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/file_type.h"

#include <QTest>
#include <QtEndian>

#include <opencv2/imgcodecs.hpp>

#include <png.h>
#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

/// A PNG of rows as they are stored, for kinds that OpenCV does not write.
QByteArray png(int width, int height, int bits, int colourType, const std::vector<QByteArray> &rows,
               const std::vector<png_color> &palette = {}, const std::vector<png_byte> &opacity = {})
{
    QByteArray bytes;
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(writer);
    png_set_write_fn(
        writer, &bytes,
        [](png_structp png, png_bytep data, std::size_t size) {
            static_cast<QByteArray *>(png_get_io_ptr(png))->append(reinterpret_cast<char *>(data), qsizetype(size));
        },
        [](png_structp) {});
    png_set_IHDR(writer, info, png_uint_32(width), png_uint_32(height), bits, colourType, PNG_INTERLACE_ADAM7,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (!palette.empty()) {
        png_set_PLTE(writer, info, palette.data(), int(palette.size()));
    }
    if (!opacity.empty()) {
        png_set_tRNS(writer, info, opacity.data(), int(opacity.size()), nullptr);
    }
    std::vector<png_bytep> pointers;
    for (const QByteArray &row : rows) {
        pointers.push_back(reinterpret_cast<png_bytep>(const_cast<char *>(row.constData())));
    }
    png_set_rows(writer, info, pointers.data());
    png_write_png(writer, info, PNG_TRANSFORM_IDENTITY, nullptr);
    png_destroy_write_struct(&writer, &info);
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const QByteArray body = type + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    return number(quint32(data.size())) + body + number(quint32(sum));
}

} // namespace

class DecodePngTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreExact()
    {
        const Pixels picture = made::quarters(40, 30);
        const auto decoded = made::decode(made::encoded(made::matrixOf(picture), ".png"));
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.layout, Pixels::Layout::Bgr);
        QCOMPARE(std::memcmp(decoded->pixels.bytes.get(), picture.bytes.get(), picture.size()), 0);
        QVERIFY(!decoded->animated);
    }

    void sixteenBitsAreRounded()
    {
        cv::Mat gray(8, 8, CV_16UC1, cv::Scalar(0x01ff));
        const auto decoded = made::decode(made::encoded(gray, ".png"));
        QVERIFY(decoded);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {2, 2, 2}, 0));
        cv::Mat colours(8, 8, CV_16UC4, cv::Scalar(0xffff, 0x8080, 0, 0x4040));
        const auto transparent = made::decode(made::encoded(colours, ".png"));
        QVERIFY(transparent);
        QCOMPARE(transparent->pixels.layout, Pixels::Layout::Bgra);
        QVERIFY(made::isNear(made::colourAt(transparent->pixels, 0.5, 0.5), {0, 0x80, 0xff, 0x40}, 0));
    }

    void oneBitAndPalettes()
    {
        const auto bits = made::decode(png(8, 2, 1, PNG_COLOR_TYPE_GRAY, {"\xf0"_ba, "\x0f"_ba}));
        QVERIFY(bits);
        QVERIFY(made::isNear(made::colourAt(bits->pixels, 0, 0), {255, 255, 255}, 0));
        QVERIFY(made::isNear(made::colourAt(bits->pixels, 1, 0), {0, 0, 0}, 0));
        const std::vector<png_color> palette{{10, 20, 30}, {200, 100, 50}};
        const auto opaque = made::decode(png(2, 1, 8, PNG_COLOR_TYPE_PALETTE, {QByteArray("\0\1", 2)}, palette));
        QVERIFY(opaque);
        QCOMPARE(opaque->pixels.layout, Pixels::Layout::Bgr);
        QVERIFY(made::isNear(made::colourAt(opaque->pixels, 1, 0), {200, 100, 50}, 0));
        const auto clear =
            made::decode(png(2, 1, 8, PNG_COLOR_TYPE_PALETTE, {QByteArray("\0\1", 2)}, palette, {0, 128}));
        QVERIFY(clear);
        QCOMPARE(clear->pixels.layout, Pixels::Layout::Bgra);
        QVERIFY(made::isNear(made::colourAt(clear->pixels, 1, 0), {200, 100, 50, 128}, 0));
    }

    void aBombIsRefusedByItsHeader()
    {
        const auto size = QByteArray::fromHex("0000ea600000ea600802000000");
        const QByteArray bytes = "\x89PNG\r\n\x1a\n"_ba + chunk("IHDR"_ba, size) + chunk("IDAT"_ba, "x"_ba);
        const auto decoded = made::decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::ImageTooLarge);
        QCOMPARE(decoded.error().fact(u"width"_s), u"60000"_s);
        QCOMPARE(decoded.error().fact(u"height"_s), u"60000"_s);
    }

    void aProfileThatUnpacksToGigabytesIsLeftOut()
    {
        QByteArray zeros(256 * 1024 * 1024, '\0');
        QByteArray packed = qCompress(zeros).mid(4);
        zeros.clear();
        QByteArray bytes = made::encoded(made::matrixOf(made::quarters(8, 8)), ".png");
        bytes.insert(33, chunk("iCCP"_ba, QByteArray("x\0\0", 3) + packed));
        const auto decoded = made::decode(bytes);
        QVERIFY(decoded);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.2), {255, 0, 0}, 0));
    }

    void animationIsFlagged()
    {
        QByteArray bytes = made::encoded(made::matrixOf(made::quarters(8, 8)), ".png");
        bytes.insert(33, chunk("acTL"_ba, QByteArray::fromHex("0000000200000000")));
        const auto decoded = made::decode(bytes);
        QVERIFY(decoded);
        QVERIFY(decoded->animated);
    }

    void cutShortSaysSo()
    {
        QCOMPARE(made::wrongAnswersWhenCut(made::encoded(made::matrixOf(made::landscape(200, 120)), ".png"), 20), 0);
    }

    void aWrongCheckSumIsDamage()
    {
        QByteArray bytes = made::encoded(made::matrixOf(made::landscape(200, 120)), ".png");
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x10);
        const auto decoded = made::decode(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::FileDamaged);
    }

    void transparencySurvivesScaling()
    {
        // Invisible red beside visible blue: no red may shine through.
        cv::Mat picture(64, 64, CV_8UC4, cv::Scalar(0, 0, 255, 0));
        for (int x = 1; x < 64; x += 2) {
            picture.col(x).setTo(cv::Scalar(255, 0, 0, 255));
        }
        const auto decoded = made::decode(made::encoded(picture, ".png"), {.longSide = 16});
        QVERIFY(decoded);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {0, 0, 255, 128}, 2));
    }

    void sizesAreReadWithoutDecoding()
    {
        const QString path = made::testFile(u"photos/Lin-Manuel_Miranda/lin-manuel-miranda.png"_s);
        if (path.isEmpty()) {
            QSKIP("KINFRAME_TESTDATA does not name a folder with this picture.");
        }
        const auto type = sniffFileType(path, path);
        QVERIFY(type);
        const auto size = readDimensions(path, *type);
        const auto decoded = decodePicture(path, *type, 1, {});
        QVERIFY(size && decoded);
        QCOMPARE(*size, (Dimensions{decoded->pixels.width, decoded->pixels.height}));
    }
};

QTEST_GUILESS_MAIN(DecodePngTest)
#include "tst_decode_png.moc"
