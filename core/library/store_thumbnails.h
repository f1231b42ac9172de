// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"
#include "media/pixels.h"

#include <QByteArray>

namespace kinframe::library {

/// Makes the thumbnails of a blob out of its picture as it is after `turn` quarter turns, and writes them; but where
/// the blob has been deleted meanwhile none stay, since nobody would take them away. Not on the writer thread. What
/// encoding or the disk fails with.
[[nodiscard]] Result<void> storeThumbnails(const Services &services, const QByteArray &sha256,
                                           const media::Pixels &poster, int turn = 0);

} // namespace kinframe::library
