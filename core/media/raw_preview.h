// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace kinframe::media {

/// The picture that a camera put into its raw file for showing.
struct RawPreview
{
    QByteArray jpeg; ///< a whole JPEG file
    int width = 0;   ///< 0 where only the JPEG itself knows
    int height = 0;
    int orientation = 1; ///< EXIF, 1..8: how the raw file says it must be turned
};

/// The largest embedded JPEG. NotFound where there is none; FileNotMedia for a format without previews; FileDamaged,
/// FileTruncated and what opening a file gives. Previews above 128 MiB are passed over. From any thread.
[[nodiscard]] Result<RawPreview> readRawPreview(const QString &path);

} // namespace kinframe::media
