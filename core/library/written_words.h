// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/asset.h"
#include "media/write_xmp.h"

namespace kinframe::library {

/// What is said of a photo here that other programs can read: its rating, tags, title and description; no faces, those
/// are not the library's. Throws SqlError.
[[nodiscard]] media::WrittenMetadata writtenOf(storage::Connection &db, const Asset &asset);

} // namespace kinframe::library
