// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/json_writer.h"

#include <QByteArrayView>

#include <optional>

namespace kinframe::server {

/// What a file says of itself, and what a person may have said otherwise since. Views of a row.
struct ExifRow
{
    QByteArrayView stored;                     ///< JSON, as asset_exif has it; may be empty
    std::optional<QByteArrayView> description; ///< where a person or a tool has given one
    qint64 createdAt = 0;                      ///< ms
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<double> rating;
};

/// All members of Immich's `ExifResponseDto`, each null where it is not known.
void writeExifMembers(JsonWriter &json, const ExifRow &row);

} // namespace kinframe::server
