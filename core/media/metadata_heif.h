// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace kinframe::media {

/// The raw metadata blocks of a HEIF or AVIF file's primary picture.
struct HeifBlocks
{
    QByteArray exif; ///< from the TIFF header on
    QByteArray xmp;
};

/// For versions of Exiv2 that cannot read these files. Empty blocks where the file has none.
/// FileDamaged where libheif cannot read it, or a block is larger than 16 MiB.
[[nodiscard]] Result<HeifBlocks> readHeifBlocks(const QString &path);

} // namespace kinframe::media
