// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/area_scale.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace kinframe::media {
namespace {

/// Weights of one mean add up to this, so that four sums of bytes fit side by side into one machine word.
constexpr int wholeWeight = 256;
constexpr std::uint64_t lanes = 0x00ff00ff00ff00ff;
constexpr std::uint64_t half = 0x0080008000800080;

/// Which old pixels of a line each new one is the mean of.
class Taps
{
public:
    Taps(int from, int to)
        : m_count(std::size_t(from / to) + 2)
    {
        const double scale = double(from) / to;
        for (int i = 0; i < to; ++i) {
            const double start = i * scale;
            const int first = std::min(int(start), from - 1);
            m_first.push_back(first);
            int given = 0;
            for (std::size_t tap = 0; tap < m_count; ++tap) {
                // The share of all taps so far, rounded: the weights always add up.
                const double covered = std::clamp((first + double(tap) + 1 - start) / scale, 0.0, 1.0);
                const bool isLast = tap + 1 == m_count || first + int(tap) + 1 >= from;
                const int upTo = isLast ? wholeWeight : int(std::lround(covered * wholeWeight));
                m_weights.push_back(std::uint32_t(upTo - given));
                given = upTo;
            }
        }
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] int first(int index) const { return m_first[std::size_t(index)]; }
    [[nodiscard]] const std::uint32_t *weights(int index) const { return &m_weights[std::size_t(index) * m_count]; }

private:
    std::size_t m_count;
    std::vector<int> m_first;
    std::vector<std::uint32_t> m_weights;
};

/// One line that is the mean of several, eight bytes at a time.
void meanOfRows(const Pixels &pixels, int first, const std::uint32_t *weights, std::size_t count, std::uint8_t *to)
{
    const auto size = std::size_t(pixels.width) * std::size_t(pixels.channels());
    for (std::size_t at = 0; at < size; at += 8) {
        const std::size_t part = std::min<std::size_t>(8, size - at);
        std::uint64_t even = half;
        std::uint64_t odd = half;
        for (std::size_t tap = 0; tap < count; ++tap) {
            // Also where there is no such row.
            if (weights[tap] == 0) {
                continue;
            }
            const std::uint8_t *from = pixels.row(first + int(tap)) + at;
            std::uint64_t bytes = 0;
            if (part == 8) {
                std::memcpy(&bytes, from, 8);
            } else {
                std::memcpy(&bytes, from, part);
            }
            even += (bytes & lanes) * weights[tap];
            odd += (bytes >> 8 & lanes) * weights[tap];
        }
        const std::uint64_t bytes = (even >> 8 & lanes) | (odd & ~lanes);
        std::memcpy(to + at, &bytes, 8);
    }
}

std::uint64_t spread(std::uint32_t bytes)
{
    const std::uint64_t halves = (std::uint64_t(bytes & 0xffff0000) << 16) | (bytes & 0xffff);
    return (halves | halves << 8) & lanes;
}

std::uint32_t gathered(std::uint64_t sums)
{
    const std::uint64_t bytes = sums >> 8 & lanes;
    const std::uint64_t halves = (bytes | bytes >> 8) & 0x0000ffff0000ffff;
    return std::uint32_t(halves | halves >> 16);
}

/// Shrinks one line; `from` and `to` have a few bytes of room behind their ends.
template <int channels>
void shrinkRow(const std::uint8_t *from, const Taps &taps, int width, std::uint8_t *to)
{
    for (int x = 0; x < width; ++x) {
        const std::uint8_t *at = from + std::ptrdiff_t(taps.first(x)) * channels;
        const std::uint32_t *weights = taps.weights(x);
        std::uint64_t sums = half;
        for (std::size_t tap = 0; tap < taps.count(); ++tap, at += channels) {
            std::uint32_t bytes = 0;
            std::memcpy(&bytes, at, 4);
            sums += spread(bytes) * weights[tap];
        }
        const std::uint32_t bytes = gathered(sums);
        // The fourth byte of three is overwritten by the next pixel.
        std::memcpy(to + std::ptrdiff_t(x) * channels, &bytes, 4);
    }
}

} // namespace

Pixels areaScaled(const Pixels &pixels, Dimensions size)
{
    Pixels result = Pixels::make(size.width, size.height, pixels.layout);
    const Taps columns(pixels.width, size.width);
    const Taps rows(pixels.height, size.height);
    const std::size_t room = 8 + columns.count() * 4;
    std::vector<std::uint8_t> mean(std::size_t(pixels.width) * std::size_t(pixels.channels()) + room);
    std::vector<std::uint8_t> shrunk(std::size_t(result.stride) + room);
    for (int y = 0; y < size.height; ++y) {
        meanOfRows(pixels, rows.first(y), rows.weights(y), rows.count(), mean.data());
        if (pixels.layout == Pixels::Layout::Bgr) {
            shrinkRow<3>(mean.data(), columns, size.width, shrunk.data());
        } else {
            shrinkRow<4>(mean.data(), columns, size.width, shrunk.data());
        }
        std::memcpy(result.row(y), shrunk.data(), std::size_t(result.stride));
    }
    return result;
}

} // namespace kinframe::media
