// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/area_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

namespace kinframe::media {
namespace {

/// Weights of one mean add up to this: a sum of bytes takes 16 bits, and four of them fit into one machine word.
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
    [[nodiscard]] std::span<const std::uint32_t> weights(int index) const
    {
        return std::span(m_weights).subspan(std::size_t(index) * m_count, m_count);
    }

private:
    std::size_t m_count;
    std::vector<int> m_first;
    std::vector<std::uint32_t> m_weights;
};

/// As many bytes as the compiler's vectors like to take at once.
constexpr std::size_t blockBytes = 32;

/// One block of the line that is the mean of several; `size` bytes of it are there to read.
void meanOfBlock(const Pixels &pixels, int first, std::span<const std::uint32_t> weights, std::size_t at,
                 std::size_t size, std::uint8_t *to)
{
    std::array<std::uint16_t, blockBytes> sums;
    sums.fill(wholeWeight / 2);
    std::array<std::uint8_t, blockBytes> last{};
    for (std::size_t tap = 0; tap < weights.size(); ++tap) {
        // Also where there is no such row.
        if (weights[tap] == 0) {
            continue;
        }
        const std::uint8_t *from = pixels.row(first + int(tap)) + at;
        if (size < blockBytes) {
            std::memcpy(last.data(), from, size);
            from = last.data();
        }
        const auto weight = std::uint16_t(weights[tap]);
        for (std::size_t i = 0; i < blockBytes; ++i) {
            sums[i] = std::uint16_t(sums[i] + from[i] * weight);
        }
    }
    for (std::size_t i = 0; i < blockBytes; ++i) {
        to[i] = std::uint8_t(sums[i] >> 8);
    }
}

/// One line that is the mean of several; `to` has a block of room behind its end.
void meanOfRows(const Pixels &pixels, int first, std::span<const std::uint32_t> weights, std::uint8_t *to)
{
    const auto size = std::size_t(pixels.width) * std::size_t(pixels.channels());
    for (std::size_t at = 0; at < size; at += blockBytes) {
        meanOfBlock(pixels, first, weights, at, std::min(blockBytes, size - at), to + at);
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
        const std::span<const std::uint32_t> weights = taps.weights(x);
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
    const std::size_t room = blockBytes + columns.count() * 4;
    std::vector<std::uint8_t> mean(std::size_t(pixels.width) * std::size_t(pixels.channels()) + room);
    std::vector<std::uint8_t> shrunk(std::size_t(result.stride) + room);
    for (int y = 0; y < size.height; ++y) {
        meanOfRows(pixels, rows.first(y), rows.weights(y), mean.data());
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
