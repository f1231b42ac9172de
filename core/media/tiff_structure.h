// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>

namespace kinframe::media {

/// What the first directory of a TIFF file says of itself: enough to tell a picture from a camera's raw file.
struct TiffStructure
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t photometric = 0;
    bool reducedImage = false; ///< the first picture is the preview of another
    bool hasSubDirectories = false;
    bool isDng = false;
    bool isCr2 = false;
    QByteArray make; ///< the camera's maker, in upper case
};

/// Gives `size` bytes at `offset`, or fewer where there are no more.
using BytesAt = std::function<QByteArray(qint64 offset, qint64 size)>;

/// Reads the first directory, wherever it lies; nothing where this is not TIFF. Classic and big TIFF, and the other
/// magic numbers that raw files of TIFF's form use. Safe with any bytes; a directory cut short gives what is there.
[[nodiscard]] std::optional<TiffStructure> readTiffStructure(const BytesAt &bytesAt);

} // namespace kinframe::media
