// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/file_type.h"

#include <QByteArray>
#include <QString>

namespace kinframe::media {

/// Whether a file of that format can have its metadata written into it and be shown to be the same picture.
[[nodiscard]] bool canWriteInto(Format format);

/// The SHA-256 of all that a file is made of but its Exif, XMP, IPTC and colour profile: of two files with the same,
/// the pictures are the same to the bit, with everything that other programs keep beside them. FileDamaged where the
/// file is not built as its format demands, Unsupported for others than canWriteInto; what reading may fail with.
[[nodiscard]] Result<QByteArray> pictureDigest(const QString &path, Format format);

} // namespace kinframe::media
