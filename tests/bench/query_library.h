// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

namespace kinframe::bench {

/// Fills a new database with so many images of the owner: 16 keys each, some tags, and people in a third of them. No
/// files. The same number gives the same rows. A table `naive_doc(id, json)` has all of it once more as documents, for
/// the comparison with a scan of JSON. Throws SqlError.
void fillQueryLibrary(storage::Connection &db, qint64 owner, int images);

// What the queries look for, and how many images of a hundred have it.
inline constexpr char commonTag[] = "landscape"; ///< 30
inline constexpr char rareTag[] = "rare_7";      ///< 0.05
inline constexpr char somebody[] = "Person 250"; ///< about 0.1

} // namespace kinframe::bench
