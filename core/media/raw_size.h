// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/metadata_exiv2.h"
#include "media/pixels.h"

namespace kinframe::media {

/// The size of the picture that a raw file gives when it is developed, as it is stored: without the sensor's rim, and
/// before its orientation. `told` is what Exiv2 takes for the file's size, which may be a preview's. Zeros where nobody
/// tells.
[[nodiscard]] Dimensions rawSize(const Exiv2::ExifData &exif, Dimensions told);

} // namespace kinframe::media
