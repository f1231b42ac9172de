// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/colour.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <type_traits>

namespace kinframe::media {
namespace {

struct Close
{
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Close>;

/// A library holds pictures of a few cameras and programs; each has its one profile.
constexpr std::size_t transformsKept = 8;
/// Real profiles have up to some megabytes (printers); more is not worth parsing.
constexpr qsizetype profileSizeLimit = 16 * 1024 * 1024;
/// What rounding and the variants of sRGB profiles differ by at most, of 255.
constexpr int sameColour = 2;

struct CachedTransform
{
    QByteArray iccProfile;
    cmsUInt32Number inputFormat = 0;
    cmsUInt32Number outputFormat = 0;
    cmsHTRANSFORM transform = nullptr; ///< null: nothing to do, or nothing that could be done
};

std::optional<cmsColorSpaceSignature> colourSpaceOf(cmsUInt32Number format)
{
    switch (T_COLORSPACE(format)) {
    case PT_RGB:
        return cmsSigRgbData;
    case PT_GRAY:
        return cmsSigGrayData;
    case PT_CMYK:
        return cmsSigCmykData;
    default:
        return std::nullopt;
    }
}

/// One thread's transforms, the last used first.
class Transforms
{
public:
    Transforms()
        : m_context(cmsCreateContext(nullptr, nullptr))
    {
        // A broken profile is not worth a line on the console for each picture.
        cmsSetLogErrorHandlerTHR(m_context, [](cmsContext, cmsUInt32Number, const char *) {});
    }
    ~Transforms()
    {
        for (const CachedTransform &cached : m_cached) {
            drop(cached);
        }
        cmsDeleteContext(m_context);
    }
    Transforms(const Transforms &) = delete;
    Transforms &operator=(const Transforms &) = delete;

    cmsHTRANSFORM find(const QByteArray &iccProfile, cmsUInt32Number inputFormat, cmsUInt32Number outputFormat)
    {
        const auto found = std::find_if(m_cached.begin(), m_cached.end(), [&](const CachedTransform &cached) {
            return cached.inputFormat == inputFormat && cached.outputFormat == outputFormat &&
                   cached.iccProfile == iccProfile;
        });
        if (found != m_cached.end()) {
            std::rotate(m_cached.begin(), found, found + 1);
            return m_cached.front().transform;
        }
        if (m_cached.size() >= transformsKept) {
            drop(m_cached.back());
            m_cached.pop_back();
        }
        m_cached.push_front({iccProfile, inputFormat, outputFormat, make(iccProfile, inputFormat, outputFormat)});
        return m_cached.front().transform;
    }

    /// The colour space a profile is for; cheap, because only its header is read.
    static cmsUInt32Number spaceOf(const QByteArray &iccProfile)
    {
        constexpr qsizetype spaceAt = 16;
        if (iccProfile.size() < spaceAt + 4) {
            return 0;
        }
        cmsUInt32Number space = 0;
        for (const char byte : iccProfile.mid(spaceAt, 4)) {
            space = space << 8 | std::uint8_t(byte);
        }
        return space;
    }

private:
    static void drop(const CachedTransform &cached)
    {
        if (cached.transform) {
            cmsDeleteTransform(cached.transform);
        }
    }

    cmsHTRANSFORM make(const QByteArray &iccProfile, cmsUInt32Number inputFormat, cmsUInt32Number outputFormat)
    {
        if (iccProfile.size() > profileSizeLimit) {
            return nullptr;
        }
        const Profile from(
            cmsOpenProfileFromMemTHR(m_context, iccProfile.constData(), cmsUInt32Number(iccProfile.size())));
        const Profile to(cmsCreate_sRGBProfileTHR(m_context));
        if (!from || !to || cmsGetColorSpace(from.get()) != colourSpaceOf(inputFormat) ||
            (T_COLORSPACE(inputFormat) == PT_RGB && isLikeSrgb(from.get(), to.get()))) {
            return nullptr;
        }
        return cmsCreateTransformTHR(m_context, from.get(), inputFormat, to.get(), outputFormat, INTENT_PERCEPTUAL, 0);
    }

    [[nodiscard]] bool isLikeSrgb(cmsHPROFILE from, cmsHPROFILE to) const
    {
        const cmsHTRANSFORM transform =
            cmsCreateTransformTHR(m_context, from, TYPE_RGB_8, to, TYPE_RGB_8, INTENT_PERCEPTUAL, 0);
        if (!transform) {
            return true;
        }
        constexpr int steps = 6;
        bool same = true;
        for (int i = 0; i < steps * steps * steps && same; ++i) {
            const std::array colour{std::uint8_t(i % steps * 51), std::uint8_t(i / steps % steps * 51),
                                    std::uint8_t(i / steps / steps * 51)};
            std::array<std::uint8_t, 3> converted{};
            cmsDoTransform(transform, colour.data(), converted.data(), 1);
            for (std::size_t channel = 0; channel < 3; ++channel) {
                same = same && std::abs(colour[channel] - converted[channel]) <= sameColour;
            }
        }
        cmsDeleteTransform(transform);
        return same;
    }

    cmsContext m_context;
    std::deque<CachedTransform> m_cached;
};

Transforms &transformsOfThread()
{
    thread_local Transforms transforms;
    return transforms;
}

/// The first byte of each pixel is its gray; the others hold the same and are stepped over.
cmsUInt32Number grayFormat(int channels)
{
    return COLORSPACE_SH(PT_GRAY) | EXTRA_SH(cmsUInt32Number(channels - 1)) | CHANNELS_SH(1) | BYTES_SH(1);
}

} // namespace

void convertToSrgb(Pixels &pixels, const QByteArray &iccProfile)
{
    if (pixels.isNull() || iccProfile.isEmpty()) {
        return;
    }
    const cmsUInt32Number output = pixels.layout == Pixels::Layout::Bgr ? TYPE_BGR_8 : TYPE_BGRA_8;
    const cmsUInt32Number input =
        Transforms::spaceOf(iccProfile) == cmsSigGrayData ? grayFormat(pixels.channels()) : output;
    const cmsHTRANSFORM transform = transformsOfThread().find(iccProfile, input, output);
    if (!transform) {
        return;
    }
    for (int y = 0; y < pixels.height; ++y) {
        cmsDoTransform(transform, pixels.row(y), pixels.row(y), cmsUInt32Number(pixels.width));
    }
}

CmykToSrgb::CmykToSrgb(const QByteArray &iccProfile, Inks inks)
    : m_transform(iccProfile.isEmpty()
                      ? nullptr
                      : transformsOfThread().find(iccProfile, inks == Inks::Inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8,
                                                  TYPE_BGR_8))
    , m_inks(inks)
{
}

void CmykToSrgb::convert(const std::uint8_t *cmyk, std::uint8_t *bgr, int count) const
{
    if (m_transform) {
        cmsDoTransform(m_transform, cmyk, bgr, cmsUInt32Number(count));
        return;
    }
    const int mask = m_inks == Inks::Inverted ? 0 : 255;
    for (int i = 0; i < count; ++i, cmyk += 4, bgr += 3) {
        const int light = cmyk[3] ^ mask;
        bgr[0] = std::uint8_t(((cmyk[2] ^ mask) * light + 127) / 255);
        bgr[1] = std::uint8_t(((cmyk[1] ^ mask) * light + 127) / 255);
        bgr[2] = std::uint8_t(((cmyk[0] ^ mask) * light + 127) / 255);
    }
}

QByteArray displayP3Profile()
{
    static const QByteArray bytes = [] {
        const cmsCIExyY white{0.3127, 0.3290, 1.0};
        const cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1.0}, {0.265, 0.690, 1.0}, {0.150, 0.060, 1.0}};
        const std::array<cmsFloat64Number, 5> srgbCurve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
        cmsToneCurve *curve = cmsBuildParametricToneCurve(nullptr, 4, srgbCurve.data());
        std::array<cmsToneCurve *, 3> curves{curve, curve, curve};
        const Profile profile(cmsCreateRGBProfile(&white, &primaries, curves.data()));
        cmsFreeToneCurve(curve);
        cmsUInt32Number size = 0;
        cmsSaveProfileToMem(profile.get(), nullptr, &size);
        QByteArray result(qsizetype(size), '\0');
        cmsSaveProfileToMem(profile.get(), result.data(), &size);
        return result;
    }();
    return bytes;
}

} // namespace kinframe::media
