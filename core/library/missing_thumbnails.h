// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/services.h"

#include <stop_token>

namespace kinframe::library {

/// Makes the thumbnails of an asset that was processed but has lost them: they are in no backup, and may be deleted at
/// any time. Decodes on the calling thread. What reading the file may fail with.
[[nodiscard]] Result<void> makeMissingThumbnails(const Services &services, const Asset &asset,
                                                 const std::stop_token &stop);

} // namespace kinframe::library
