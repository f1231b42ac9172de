// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"

#include <QUuid>

#include <stop_token>

namespace kinframe::library {

/// Turns a photo or video so many quarters to the right (negative: to the left) as it is shown: its thumbnails, its
/// size and the boxes of its faces follow. The file stays as it is, and so does the photo of another user with the same
/// bytes. Decodes on the calling thread, which is neither the GUI's nor the writer's. NotFound, and what reading the
/// file may fail with; then nothing has changed.
[[nodiscard]] Result<void> turnAsset(const Services &services, qint64 ownerId, const QUuid &asset, int quarterTurns,
                                     const std::stop_token &stop = {});

} // namespace kinframe::library
