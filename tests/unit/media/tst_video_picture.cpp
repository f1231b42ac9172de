// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/hdr_curve.h"
#include "media/video_decoder.h"
#include "media/video_picture.h"

#include <QTest>

extern "C" {
#include <libavutil/frame.h>
}

#include <array>

using namespace kinframe::media;

namespace {

constexpr std::array<double, 3> colour{200, 60, 30}; // red, green, blue

/// The weights of red and blue in the light of a standard.
struct Weights
{
    double red;
    double blue;
};

FramePointer makeFrame(int width, int height, AVPixelFormat format)
{
    FramePointer frame(av_frame_alloc());
    frame->width = width;
    frame->height = height;
    frame->format = format;
    return av_frame_get_buffer(frame.get(), 64) == 0 ? std::move(frame) : FramePointer();
}

/// A plane of one value, 8 or 16 bits a sample.
void fill(AVFrame &frame, int plane, int value, bool wide = false)
{
    for (int y = 0; y < frame.height; ++y) {
        std::uint8_t *row = frame.data[plane] + std::ptrdiff_t(y) * frame.linesize[plane];
        for (int x = 0; x < frame.width; ++x) {
            if (wide) {
                reinterpret_cast<std::uint16_t *>(row)[x] = std::uint16_t(value);
            } else {
                row[x] = std::uint8_t(value);
            }
        }
    }
}

VideoGeometry squareGeometry(const AVFrame &frame)
{
    return {frame.width, frame.height, frame.width, frame.height, 1};
}

} // namespace

Q_DECLARE_METATYPE(Weights)

class VideoPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheFramesMatrixAndRange_data();
    void usesTheFramesMatrixAndRange();
    void mapsHighDynamicRange_data();
    void mapsHighDynamicRange();
    void keepsHuesWhenItMaps();
    void neverGrowsPictures();
    void knowsGoodPosters();
};

void VideoPictureTest::usesTheFramesMatrixAndRange_data()
{
    QTest::addColumn<Weights>("weights");
    QTest::addColumn<bool>("fullRange");
    QTest::addColumn<int>("matrix");
    QTest::addColumn<int>("height");
    const Weights oldTelevision{0.299, 0.114};
    const Weights television{0.2126, 0.0722};
    const Weights newTelevision{0.2627, 0.0593};
    QTest::newRow("BT.601") << oldTelevision << false << int(AVCOL_SPC_SMPTE170M) << 1080;
    QTest::newRow("BT.601, full range") << oldTelevision << true << int(AVCOL_SPC_BT470BG) << 64;
    QTest::newRow("BT.709") << television << false << int(AVCOL_SPC_BT709) << 64;
    QTest::newRow("BT.709, full range") << television << true << int(AVCOL_SPC_BT709) << 64;
    QTest::newRow("BT.2020") << newTelevision << false << int(AVCOL_SPC_BT2020_NCL) << 64;
    QTest::newRow("unsaid, small") << oldTelevision << false << int(AVCOL_SPC_UNSPECIFIED) << 480;
    QTest::newRow("unsaid, large") << television << false << int(AVCOL_SPC_UNSPECIFIED) << 720;
}

void VideoPictureTest::usesTheFramesMatrixAndRange()
{
    QFETCH(Weights, weights);
    QFETCH(bool, fullRange);
    QFETCH(int, matrix);
    QFETCH(int, height);
    const double light =
        weights.red * colour[0] + (1 - weights.red - weights.blue) * colour[1] + weights.blue * colour[2];
    const double blueness = (colour[2] - light) / (2 * (1 - weights.blue));
    const double redness = (colour[0] - light) / (2 * (1 - weights.red));
    const FramePointer frame = makeFrame(64, height, AV_PIX_FMT_YUV444P);
    QVERIFY(frame);
    frame->colorspace = AVColorSpace(matrix);
    frame->color_range = fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    fill(*frame, 0, int(std::lround(fullRange ? light : 16 + light * 219 / 255)));
    fill(*frame, 1, int(std::lround(128 + blueness * (fullRange ? 1 : 224.0 / 255))));
    fill(*frame, 2, int(std::lround(128 + redness * (fullRange ? 1 : 224.0 / 255))));
    const Pixels picture = pictureOf(*frame, squareGeometry(*frame), 0);
    QVERIFY(!picture.isNull());
    const std::uint8_t *pixel = picture.row(height / 2) + 32 * 3;
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY2(std::abs(pixel[2 - i] - colour[i]) <= 3, qPrintable(QString::number(pixel[2 - i])));
    }
}

void VideoPictureTest::mapsHighDynamicRange_data()
{
    QTest::addColumn<int>("curve");
    QTest::addColumn<int>("code"); // 10 bits, limited range
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const int pq = AVCOL_TRC_SMPTE2084;
    const int hlg = AVCOL_TRC_ARIB_STD_B67;
    QTest::newRow("PQ black") << pq << 64 << 0 << 1;
    QTest::newRow("PQ reference white, 203 cd/m2") << pq << 573 << 235 << 248;
    QTest::newRow("PQ middle grey, 36 cd/m2") << pq << 418 << 110 << 125;
    QTest::newRow("PQ 1000 cd/m2") << pq << 723 << 254 << 255;
    QTest::newRow("PQ 10000 cd/m2") << pq << 940 << 254 << 255;
    QTest::newRow("HLG black") << hlg << 64 << 0 << 1;
    QTest::newRow("HLG reference white, 75 %") << hlg << 721 << 235 << 248;
    QTest::newRow("HLG peak") << hlg << 940 << 254 << 255;
}

void VideoPictureTest::mapsHighDynamicRange()
{
    QFETCH(int, curve);
    QFETCH(int, code);
    QFETCH(int, least);
    QFETCH(int, most);
    const FramePointer frame = makeFrame(64, 64, AV_PIX_FMT_YUV444P10);
    QVERIFY(frame);
    frame->color_trc = AVColorTransferCharacteristic(curve);
    frame->color_range = AVCOL_RANGE_MPEG;
    fill(*frame, 0, code, true);
    fill(*frame, 1, 512, true);
    fill(*frame, 2, 512, true);
    const Pixels picture = pictureOf(*frame, squareGeometry(*frame), 0);
    QVERIFY(!picture.isNull());
    const std::uint8_t *pixel = picture.row(32) + 32 * 3;
    QVERIFY2(pixel[0] >= least && pixel[0] <= most, qPrintable(QString::number(pixel[0])));
    // Grey stays grey.
    QVERIFY(std::abs(pixel[0] - pixel[1]) <= 2 && std::abs(pixel[1] - pixel[2]) <= 2);
}

void VideoPictureTest::keepsHuesWhenItMaps()
{
    const std::array<std::uint16_t, 6> bright{45'000, 42'000, 42'000, 33'000, 31'000, 31'000};
    std::array<std::uint8_t, 6> bgr{};
    mapHdrRow(bright.data(), bgr.data(), 2, HdrCurve::Pq);
    QVERIFY(bgr[2] > bgr[1] && bgr[2] > bgr[0]);
    QVERIFY(bgr[2] > bgr[5]);
}

void VideoPictureTest::neverGrowsPictures()
{
    const FramePointer frame = makeFrame(64, 32, AV_PIX_FMT_YUVJ420P);
    QVERIFY(frame);
    fill(*frame, 0, 100);
    const Pixels whole = pictureOf(*frame, squareGeometry(*frame), 1000);
    QCOMPARE(whole.width, 64);
    QCOMPARE(whole.height, 32);
    const Pixels thin = pictureOf(*frame, {64, 32, 2, 3000, 6}, 10);
    QCOMPARE(thin.width, 1);
    QCOMPARE(thin.height, 10);
}

void VideoPictureTest::knowsGoodPosters()
{
    const auto picture = [](auto value) {
        Pixels pixels = Pixels::make(64, 48);
        for (int y = 0; y < pixels.height; ++y) {
            for (int x = 0; x < pixels.width; ++x) {
                std::fill_n(pixels.row(y) + x * 3, 3, std::uint8_t(value(x, y)));
            }
        }
        return pixels;
    };
    const double black = posterWorth(picture([](int, int) { return 3; }));
    const double flat = posterWorth(picture([](int, int) { return 128; }));
    const double white = posterWorth(picture([](int x, int) { return 253 + x % 3; }));
    const double blurred = posterWorth(picture([](int x, int) { return 60 + x * 2; }));
    const double sharp = posterWorth(picture([](int x, int y) { return (x / 8 + y / 8) % 2 == 0 ? 60 : 190; }));
    QVERIFY(black < 0.05 && flat < 0.05 && white < 0.05);
    QVERIFY(blurred > 0.3);
    QVERIFY(sharp > blurred && sharp > 0.6);
}

QTEST_GUILESS_MAIN(VideoPictureTest)
#include "tst_video_picture.moc"
