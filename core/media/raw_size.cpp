// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/raw_size.h"

#include <array>
#include <cmath>
#include <limits>

namespace kinframe::media {
namespace {

int sideOf(std::optional<double> value)
{
    return value && *value >= 1 && *value <= 0.5 * std::numeric_limits<int>::max() ? int(std::lround(*value)) : 0;
}

int sideOf(const Exiv2::ExifData &exif, const std::string &key, int index = 0)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() || found->count() <= index ? 0 : sideOf(finiteNumber(*found, index));
}

/// The directory with the picture itself, beside those of its previews; empty where none says that it is.
std::string mainGroup(const Exiv2::ExifData &exif)
{
    constexpr std::array<const char *, 10> directories{"Image",     "SubImage1", "SubImage2", "SubImage3", "SubImage4",
                                                       "SubImage5", "SubImage6", "SubImage7", "SubImage8", "SubImage9"};
    for (const char *directory : directories) {
        std::string group = std::string("Exif.") + directory + '.';
        const auto kind = exif.findKey(Exiv2::ExifKey(group + "NewSubfileType"));
        if (kind != exif.end() && kind->count() == 1 && integerNumber(*kind) == 0) {
            return group;
        }
    }
    return {};
}

/// A crop leaves most of the picture; what is much smaller, or larger, is the size of something else: of the preview,
/// or of the photo that this one was scaled down from.
bool isCropOf(Dimensions crop, Dimensions whole)
{
    const qint64 area = qint64(crop.width) * crop.height;
    return area > 0 && crop.width <= whole.width && crop.height <= whole.height &&
           area * 4 >= qint64(whole.width) * whole.height * 3;
}

} // namespace

Dimensions rawSize(const Exiv2::ExifData &exif, Dimensions told)
{
    const std::string group = mainGroup(exif);
    Dimensions whole = told;
    Dimensions cropped;
    if (!group.empty() && sideOf(exif, group + "ImageWidth") > 0 && sideOf(exif, group + "ImageLength") > 0) {
        whole = {sideOf(exif, group + "ImageWidth"), sideOf(exif, group + "ImageLength")};
        cropped = {sideOf(exif, group + "DefaultCropSize", 0), sideOf(exif, group + "DefaultCropSize", 1)};
    }
    const Dimensions photo{sideOf(exif, "Exif.Photo.PixelXDimension"), sideOf(exif, "Exif.Photo.PixelYDimension")};
    if (whole.width <= 0 || whole.height <= 0) {
        return photo.width > 0 && photo.height > 0 ? photo : Dimensions{};
    }
    for (const Dimensions crop : {cropped, photo}) {
        if (isCropOf(crop, whole)) {
            return crop;
        }
    }
    return whole;
}

} // namespace kinframe::media
