// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/generation/source_texts.h"
#include "media/metadata.h"
#include "media/metadata_exiv2.h"

namespace kinframe::media {

/// Adds the texts of Exif and XMP that image generators write.
void addSourceTexts(SourceTexts &texts, const Exiv2::ExifData &exif, const Exiv2::XmpData &xmp);

/// Adds what the texts say about how the picture was made, and takes back what was taken for a camera's words in them.
/// Texts that cannot be read are a line in the log, with `path`.
void addGeneration(Metadata &metadata, SourceTexts &texts, const QString &path);

} // namespace kinframe::media
