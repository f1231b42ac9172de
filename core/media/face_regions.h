// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <vector>

namespace kinframe::media {

/// A place in a picture that another program or a camera has marked.
struct FaceRegion
{
    enum class Kind { Face, Pet, Focus, Barcode };

    Kind kind = Kind::Face;
    QString name; ///< empty where nobody was named
    /// The box normalised to the upright picture, 0..1, from its upper left corner.
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    friend bool operator==(const FaceRegion &, const FaceRegion &) = default;
};

/// One value of the XMP tree: its path without namespace prefixes, for example `Regions/RegionList[1]/Area/x`.
struct RegionValue
{
    QString path;
    QString text;
};

/// The picture that regions are read for: its size as stored, before its EXIF orientation (1..8) is applied.
struct RegionFrame
{
    int width = 0; ///< 0: not known
    int height = 0;
    int orientation = 1;
};

/// Regions of the Metadata Working Group (`mwg-rs:Regions`). None where they were drawn on a picture of another shape:
/// it has been cropped since. At most 1000 are read.
[[nodiscard]] std::vector<FaceRegion> workingGroupRegions(std::span<const RegionValue> values,
                                                          const RegionFrame &frame);
/// People tags of Microsoft's photo programs (`MP:RegionInfo`). At most 1000 are read.
[[nodiscard]] std::vector<FaceRegion> microsoftRegions(std::span<const RegionValue> values, const RegionFrame &frame);

/// On what a file's regions were drawn. The standard says: on the stored pixels; some programs turn the picture first
/// and say so only by the dimensions. Elsewhere: on a picture of another shape.
enum class RegionsDrawn { OnStored, OnUpright, Elsewhere };
[[nodiscard]] RegionsDrawn workingGroupDrawnOn(std::span<const RegionValue> values, const RegionFrame &frame);

/// A box of the stored picture as a box of the upright one.
[[nodiscard]] FaceRegion uprightRegion(FaceRegion region, int orientation);
/// A box of the upright picture as a box of the stored one.
[[nodiscard]] FaceRegion storedRegion(const FaceRegion &region, int orientation);

/// What two boxes share, as a part of what both cover: 0..1.
[[nodiscard]] double overlapOf(const FaceRegion &a, const FaceRegion &b);

} // namespace kinframe::media
