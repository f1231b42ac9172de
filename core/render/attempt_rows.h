// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QSet>

namespace kinframe::render {

/// The numbers of the frames that a chunk has completed, also before the program was started anew. Throws SqlError.
[[nodiscard]] QSet<int> framesCompletedBy(storage::Connection &db, qint64 chunkId);

} // namespace kinframe::render
