// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/hdr_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace kinframe::media {
namespace {

// A 12-bit table: finer than any of the curves' steps that 8 bits can show afterwards.
constexpr int tableBits = 12;
constexpr std::size_t tableSize = std::size_t(1) << tableBits;
using Table = std::array<float, tableSize>;

/// Light of a code value, with reference white (203 cd/m2) as 1.
float pqLight(double code)
{
    constexpr double m1 = 2610.0 / 16384;
    constexpr double m2 = 2523.0 / 4096 * 128;
    constexpr double c1 = 3424.0 / 4096;
    constexpr double c2 = 2413.0 / 4096 * 32;
    constexpr double c3 = 2392.0 / 4096 * 32;
    const double root = std::pow(code, 1 / m2);
    const double light = std::pow(std::max(root - c1, 0.0) / (c2 - c3 * root), 1 / m1);
    return float(light * 10'000 / 203);
}

float hlgLight(double code)
{
    constexpr double a = 0.17883277;
    constexpr double b = 0.28466892;
    constexpr double c = 0.55991073;
    const double scene = code <= 0.5 ? code * code / 3 : (std::exp((code - c) / a) + b) / 12;
    // A display of 1000 cd/m2; its gamma of 1.2 is taken per channel, which is close enough for a still.
    return float(std::pow(scene, 1.2) * 1000 / 203);
}

Table makeTable(float (*light)(double))
{
    Table table{};
    for (std::size_t i = 0; i < tableSize; ++i) {
        table[i] = light(double(i) / (tableSize - 1));
    }
    return table;
}

const Table &tableOf(HdrCurve curve)
{
    static const Table pq = makeTable(pqLight);
    static const Table hlg = makeTable(hlgLight);
    return curve == HdrCurve::Pq ? pq : hlg;
}

/// Linear up to 0.7, then a shoulder that reaches 1 at five times reference white (about 1000 cd/m2).
float compressed(float light)
{
    constexpr float knee = 0.7F;
    constexpr float peak = 5;
    if (light <= knee) {
        return light;
    }
    const float over = std::min((light - knee) / (peak - knee), 1.0F);
    // The slope at the knee is 1, at the peak 0.
    constexpr float steepness = (peak - knee) / (1 - knee);
    return knee + (1 - knee) * (1 - std::pow(1 - over, steepness));
}

const std::array<std::uint8_t, tableSize> &srgbTable()
{
    static const auto table = [] {
        std::array<std::uint8_t, tableSize> bytes{};
        for (std::size_t i = 0; i < tableSize; ++i) {
            const double light = double(i) / (tableSize - 1);
            const double code = light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
            bytes[i] = std::uint8_t(std::lround(std::clamp(code, 0.0, 1.0) * 255));
        }
        return bytes;
    }();
    return table;
}

std::uint8_t srgb(float light)
{
    return srgbTable()[std::size_t(std::clamp(light, 0.0F, 1.0F) * (tableSize - 1) + 0.5F)];
}

} // namespace

void mapHdrRow(const std::uint16_t *rgb, std::uint8_t *bgr, int width, HdrCurve curve)
{
    const Table &light = tableOf(curve);
    constexpr int shift = 16 - tableBits;
    for (int x = 0; x < width; ++x, rgb += 3, bgr += 3) {
        float red = light[rgb[0] >> shift];
        float green = light[rgb[1] >> shift];
        float blue = light[rgb[2] >> shift];
        // One factor for all three keeps the hue.
        const float brightest = std::max({red, green, blue});
        const float factor = brightest > 0 ? compressed(brightest) / brightest : 0;
        red *= factor;
        green *= factor;
        blue *= factor;
        // BT.2020 to BT.709 primaries.
        bgr[2] = srgb(1.6605F * red - 0.5876F * green - 0.0728F * blue);
        bgr[1] = srgb(-0.1246F * red + 1.1329F * green - 0.0083F * blue);
        bgr[0] = srgb(-0.0182F * red - 0.1006F * green + 1.1187F * blue);
    }
}

} // namespace kinframe::media
