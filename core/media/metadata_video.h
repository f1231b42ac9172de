// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/metadata.h"

namespace kinframe::media {

/// readMetadata for videos: the tags of the container, with QuickTime's keys for place, camera, date and live photo.
[[nodiscard]] Result<Metadata> readVideoMetadata(const QString &path);

} // namespace kinframe::media
