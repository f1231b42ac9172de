// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each kind of metadata in a picture adds to a Metadata value: only what is still absent there. Callers catch
// Exiv2's exceptions.
#include "media/capture_times.h"
#include "media/metadata.h"
#include "media/metadata_exiv2.h"

namespace kinframe::media {

/// Camera, exposure, place, dates, Apple's content identifier and what Windows keeps in Exif.
void addExif(Metadata &metadata, CaptureTimes &times, const Exiv2::ExifData &exif, qint64 nowMs);
/// The place, and the satellites' time; part of addExif.
void addExifLocation(Metadata &metadata, CaptureTimes &times, const ExifIndex &exif);

/// What people write: title, description, keywords, rating, place names; and dates.
void addXmpWords(Metadata &metadata, CaptureTimes &times, const Exiv2::XmpData &xmp);
/// What cameras write, for files without Exif; also the modification date.
void addXmpCamera(Metadata &metadata, const Exiv2::XmpData &xmp, qint64 nowMs);
/// Needs the size and orientation that `metadata` has.
void addXmpRegions(Metadata &metadata, const Exiv2::XmpData &xmp);

/// The path of a value without the prefixes of its namespaces, which a file may choose freely.
[[nodiscard]] QString withoutPrefixes(const std::string &tagName);

void addIptc(Metadata &metadata, CaptureTimes &times, const Exiv2::IptcData &iptc);

} // namespace kinframe::media
