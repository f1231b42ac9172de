// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace kinframe::media {

struct Dimensions
{
    int width = 0;
    int height = 0;

    friend bool operator==(const Dimensions &, const Dimensions &) = default;
};

/// A decoded picture: 8 bits a channel, sRGB, upright. Copies share the bytes; who writes into them owns the only copy.
/// From any thread as long as nobody writes.
struct Pixels
{
    enum class Layout : int { Bgr = 3, Bgra = 4 };

    int width = 0;
    int height = 0;
    Layout layout = Layout::Bgr;
    std::ptrdiff_t stride = 0; ///< bytes from one row to the next
    std::shared_ptr<std::uint8_t[]> bytes;

    [[nodiscard]] int channels() const { return static_cast<int>(layout); }
    [[nodiscard]] bool isNull() const { return !bytes; }
    [[nodiscard]] std::uint8_t *row(int y) const { return bytes.get() + y * stride; }
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(height) * static_cast<std::size_t>(stride);
    }

    /// Room for a picture of that size; its bytes are not set.
    static Pixels make(int width, int height, Layout layout = Layout::Bgr)
    {
        Pixels pixels{width, height, layout, std::ptrdiff_t(width) * static_cast<int>(layout), nullptr};
        pixels.bytes = std::shared_ptr<std::uint8_t[]>(new std::uint8_t[pixels.size()]);
        return pixels;
    }
};

} // namespace kinframe::media
