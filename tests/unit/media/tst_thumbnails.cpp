// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/area_scale.h"
#include "media/scale.h"
#include "media/thumbnails.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace Qt::StringLiterals;
using namespace kinframe;
using namespace kinframe::media;

namespace {

Pixels clear(int width, int height)
{
    Pixels pixels = Pixels::make(width, height, Pixels::Layout::Bgra);
    std::fill_n(pixels.bytes.get(), pixels.size(), std::uint8_t(0));
    return pixels;
}

} // namespace

class ThumbnailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSizesShowThePicture()
    {
        const auto thumbnails = makeThumbnails(made::quarters(2000, 1500));
        QVERIFY(thumbnails);
        QCOMPARE(thumbnails->preview.size, (Dimensions{1440, 1080}));
        QCOMPARE(thumbnails->thumbnail.size, (Dimensions{256, 192}));
        for (const EncodedPicture &picture : {thumbnails->preview, thumbnails->thumbnail}) {
            QCOMPARE(picture.mimeType, u"image/jpeg"_s);
            const auto decoded = made::decode(picture.bytes);
            QVERIFY(decoded);
            QCOMPARE((Dimensions{decoded->pixels.width, decoded->pixels.height}), picture.size);
            QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.2), {255, 0, 0}, 6));
            QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.8, 0.2), {0, 255, 0}, 6));
            QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.2, 0.8), {0, 0, 255}, 6));
        }
    }

    void smallPicturesStaySmall()
    {
        const auto thumbnails = makeThumbnails(made::quarters(100, 300));
        QVERIFY(thumbnails);
        QCOMPARE(thumbnails->preview.size, (Dimensions{100, 300}));
        QCOMPARE(thumbnails->thumbnail.size, (Dimensions{85, 256}));
        const auto one = makeThumbnails(made::quarters(1, 1));
        QVERIFY(one);
        QCOMPARE(one->thumbnail.size, (Dimensions{1, 1}));
    }

    void linesKeepAtLeastOnePixel()
    {
        const auto thumbnails = makeThumbnails(made::quarters(5000, 2));
        QVERIFY(thumbnails);
        QCOMPARE(thumbnails->preview.size, (Dimensions{1440, 1}));
        QCOMPARE(thumbnails->thumbnail.size, (Dimensions{256, 1}));
    }

    void transparencyIsKept()
    {
        const auto thumbnails = makeThumbnails(clear(300, 300));
        QVERIFY(thumbnails);
        QCOMPARE(thumbnails->thumbnail.mimeType, u"image/webp"_s);
        const auto decoded = made::decode(thumbnails->thumbnail.bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->pixels.width, 256);
        QCOMPARE(made::colourAt(decoded->pixels, 0.5, 0.5).alpha, 0);
    }

    void shrinkingTakesTheMean()
    {
        // Stripes one pixel wide become an even gray, not other stripes.
        Pixels stripes = Pixels::make(1024, 64);
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 1024 * 3; ++x) {
                stripes.row(y)[x] = x / 3 % 2 == 0 ? 0 : 255;
            }
        }
        const Pixels shrunk = fitted(stripes, 256);
        for (int x = 0; x < 256 * 3; ++x) {
            QVERIFY(std::abs(shrunk.row(8)[x] - 128) <= 1);
        }
    }

    void shrinkingIsRightAtEveryRatio()
    {
        const Pixels picture = made::landscape(331, 257);
        for (const int channels : {3, 4}) {
            const auto layout = channels == 3 ? Pixels::Layout::Bgr : Pixels::Layout::Bgra;
            Pixels from = Pixels::make(331, 257, layout);
            cv::Mat fromMatrix(257, 331, CV_8UC(channels), from.bytes.get());
            cv::cvtColor(made::matrixOf(picture), fromMatrix, channels == 3 ? cv::COLOR_BGR2RGB : cv::COLOR_BGR2BGRA);
            for (const Dimensions size :
                 {Dimensions{330, 256}, {233, 180}, {166, 129}, {165, 128}, {47, 31}, {21, 17}}) {
                const Pixels shrunk = areaScaled(from, size);
                cv::Mat expected;
                cv::resize(fromMatrix, expected, {size.width, size.height}, 0, 0, cv::INTER_AREA);
                // Weights of 8 bits, and two roundings.
                QVERIFY(cv::norm(made::matrixOf(shrunk), expected, cv::NORM_INF) <= 3);
            }
        }
    }

    void evenPicturesStayEven()
    {
        // Of every ratio, so that each way of rounding the weights comes up; the last row and column too.
        Pixels white = Pixels::make(997, 40);
        std::fill_n(white.bytes.get(), white.size(), std::uint8_t(255));
        for (int width = 63; width < 997; ++width) {
            const Pixels shrunk = areaScaled(white, {width, 39 - width % 20});
            QVERIFY(std::all_of(shrunk.bytes.get(), shrunk.bytes.get() + shrunk.size(),
                                [](std::uint8_t value) { return value == 255; }));
        }
    }

    void cropsStayInsideThePicture()
    {
        const Pixels picture = made::quarters(400, 400);
        const auto corner = cropEncoded(picture, QRect(300, -100, 500, 200), 160);
        QVERIFY(corner);
        QCOMPARE(corner->size, (Dimensions{100, 100}));
        const auto decoded = made::decode(corner->bytes);
        QVERIFY(decoded);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {0, 255, 0}, 6));
        const auto shrunk = cropEncoded(picture, QRect(0, 200, 200, 100), 50);
        QVERIFY(shrunk);
        QCOMPARE(shrunk->size, (Dimensions{50, 25}));
        QCOMPARE(cropEncoded(picture, QRect(500, 500, 10, 10), 50).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!cropEncoded({}, QRect(0, 0, 10, 10), 50));
    }

    void cropsOfTransparentPicturesStandOnWhite()
    {
        const auto crop = cropEncoded(clear(50, 50), QRect(0, 0, 50, 50), 50);
        QVERIFY(crop);
        QCOMPARE(crop->mimeType, u"image/jpeg"_s);
        const auto decoded = made::decode(crop->bytes);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {255, 255, 255}, 1));
    }
};

QTEST_GUILESS_MAIN(ThumbnailsTest)
#include "tst_thumbnails.moc"
