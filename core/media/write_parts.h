// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is written into each kind of metadata. Callers catch Exiv2's exceptions.
#include "media/metadata_exiv2.h"
#include "media/write_xmp.h"

namespace kinframe::media {

/// Rating, keywords, title and description. What says the same already stays as it is written.
void writeXmpWords(Exiv2::XmpData &xmp, const WrittenMetadata &written);
/// Regions of faces: the Metadata Working Group's, and Microsoft's where there are some.
void writeXmpRegions(Exiv2::XmpData &xmp, const std::vector<FaceRegion> &faces, const RegionFrame &frame);
/// All of it.
void writeXmp(Exiv2::XmpData &xmp, const WrittenMetadata &written, const RegionFrame &frame);

/// The older places where the same words may stand: they are brought in line, never added. True where one was changed.
bool writeOlderWords(Exiv2::ExifData &exif, const WrittenMetadata &written);
bool writeOlderWords(Exiv2::IptcData &iptc, const WrittenMetadata &written);

/// Serialised as a packet of XMP; FileDamaged names `path` where that fails.
[[nodiscard]] Result<std::string> encodedXmp(const Exiv2::XmpData &xmp, const QString &path);

/// Whether both have the same words, in whatever order and case.
[[nodiscard]] bool sameKeywords(const QStringList &a, const QStringList &b);

} // namespace kinframe::media
