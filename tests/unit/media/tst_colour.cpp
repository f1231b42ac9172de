// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_pictures.h"
#include "media/colour.h"

#include <QTest>

#include <lcms2.h>

#include <thread>

using namespace kinframe::media;

namespace {

QByteArray saved(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(qsizetype(size), '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

/// Adobe RGB's primaries and curve.
QByteArray wideProfile()
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1.0}, {0.21, 0.71, 1.0}, {0.15, 0.06, 1.0}};
    cmsToneCurve *curve = cmsBuildGamma(nullptr, 2.19921875);
    cmsToneCurve *curves[3] = {curve, curve, curve};
    const QByteArray bytes = saved(cmsCreateRGBProfile(&white, &primaries, curves));
    cmsFreeToneCurve(curve);
    return bytes;
}

QByteArray grayProfile(double gamma)
{
    cmsToneCurve *curve = cmsBuildGamma(nullptr, gamma);
    const QByteArray bytes = saved(cmsCreateGrayProfile(cmsD50_xyY(), curve));
    cmsFreeToneCurve(curve);
    return bytes;
}

Pixels plain(int red, int green, int blue, Pixels::Layout layout = Pixels::Layout::Bgr)
{
    Pixels pixels = Pixels::make(16, 16, layout);
    for (int i = 0; i < 256; ++i) {
        std::uint8_t *at = pixels.bytes.get() + i * pixels.channels();
        at[0] = std::uint8_t(blue);
        at[1] = std::uint8_t(green);
        at[2] = std::uint8_t(red);
        if (layout == Pixels::Layout::Bgra) {
            at[3] = 77;
        }
    }
    return pixels;
}

} // namespace

class ColourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wideColoursAreBroughtToSrgb()
    {
        // Published values of Adobe RGB colours in sRGB: its (219, 0, 0) is sRGB's (255, 0, 0); gray stays gray.
        const auto decoded = made::decode(made::jpeg(plain(219, 0, 0), {.quality = 100, .iccProfile = wideProfile()}));
        QVERIFY(decoded);
        QVERIFY(made::isNear(made::colourAt(decoded->pixels, 0.5, 0.5), {255, 0, 0}, 3));
        const auto gray = made::decode(made::jpeg(plain(128, 128, 128), {.quality = 100, .iccProfile = wideProfile()}));
        QVERIFY(made::isNear(made::colourAt(gray->pixels, 0.5, 0.5), {128, 128, 128}, 3));
    }

    void profilesThatAreSrgbChangeNothing()
    {
        const Pixels picture = made::quarters(16, 16);
        Pixels converted = made::quarters(16, 16);
        convertToSrgb(converted, saved(cmsCreate_sRGBProfile()));
        QCOMPARE(std::memcmp(converted.bytes.get(), picture.bytes.get(), picture.size()), 0);
    }

    void alphaIsNoColour()
    {
        Pixels pixels = plain(219, 0, 0, Pixels::Layout::Bgra);
        convertToSrgb(pixels, wideProfile());
        QVERIFY(made::isNear(made::colourAt(pixels, 0.5, 0.5), {255, 0, 0, 77}, 2));
    }

    void grayProfilesUseTheOneChannel()
    {
        for (const auto layout : {Pixels::Layout::Bgr, Pixels::Layout::Bgra}) {
            Pixels pixels = plain(128, 128, 128, layout);
            convertToSrgb(pixels, grayProfile(1.0));
            // Half of the light.
            const int alpha = layout == Pixels::Layout::Bgra ? 77 : 255;
            QVERIFY(made::isNear(made::colourAt(pixels, 0.5, 0.5), {188, 188, 188, alpha}, 2));
        }
    }

    void brokenProfilesChangeNothing()
    {
        QByteArray broken = wideProfile();
        broken.truncate(broken.size() / 2);
        for (const QByteArray &profile : {broken, QByteArray("no profile at all, but long enough"), QByteArray("x")}) {
            Pixels pixels = plain(219, 0, 0);
            convertToSrgb(pixels, profile);
            QVERIFY(made::isNear(made::colourAt(pixels, 0.5, 0.5), {219, 0, 0}, 0));
        }
    }

    void aProfileOfAnotherKindOfPictureChangesNothing()
    {
        Pixels pixels = plain(219, 10, 0);
        convertToSrgb(pixels, saved(cmsCreateInkLimitingDeviceLink(cmsSigCmykData, 300)));
        QVERIFY(made::isNear(made::colourAt(pixels, 0.5, 0.5), {219, 10, 0}, 0));
    }

    void displayP3IsWiderThanSrgb()
    {
        // sRGB's red in Display P3 is (234, 51, 35).
        Pixels pixels = plain(234, 51, 35);
        convertToSrgb(pixels, displayP3Profile());
        QVERIFY(made::isNear(made::colourAt(pixels, 0.5, 0.5), {255, 0, 0}, 4));
    }

    void inksWithoutAProfile()
    {
        const std::uint8_t cyan[4] = {255, 0, 0, 0};
        const std::uint8_t black[4] = {0, 0, 0, 255};
        std::uint8_t bgr[3];
        const CmykToSrgb asWritten({}, CmykToSrgb::Inks::AsWritten);
        asWritten.convert(cyan, bgr, 1);
        QVERIFY(bgr[0] == 255 && bgr[1] == 255 && bgr[2] == 0);
        asWritten.convert(black, bgr, 1);
        QVERIFY(bgr[0] == 0 && bgr[1] == 0 && bgr[2] == 0);
        const std::uint8_t invertedCyan[4] = {0, 255, 255, 255};
        CmykToSrgb({}, CmykToSrgb::Inks::Inverted).convert(invertedCyan, bgr, 1);
        QVERIFY(bgr[0] == 255 && bgr[1] == 255 && bgr[2] == 0);
    }

    void manyProfilesAndThreads()
    {
        std::vector<std::jthread> threads;
        std::atomic<int> wrong = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&wrong] {
                for (int profile = 0; profile < 30; ++profile) {
                    Pixels pixels = plain(128, 128, 128);
                    convertToSrgb(pixels, grayProfile(1.0 + 0.1 * (profile % 12)));
                    Pixels red = plain(219, 0, 0);
                    convertToSrgb(red, wideProfile());
                    wrong += red.bytes[2] >= 253 ? 0 : 1;
                }
            });
        }
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(ColourTest)
#include "tst_colour.moc"
