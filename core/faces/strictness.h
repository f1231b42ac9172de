// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/model_set.h"
#include "storage/transaction.h"

namespace kinframe::faces {

/// How much alike faces must be to be taken for one person, as somebody wants it for their library: in steps from what
/// is usual (0) for the recogniser and that many faces. Above, fewer strangers become one person; below, fewer people
/// become two.
inline constexpr int leastStrictness = -5;
inline constexpr int mostStrictness = 5;

// Both throw SqlError.
[[nodiscard]] int strictnessOf(storage::Connection &db, qint64 ownerId);
void storeStrictness(storage::Transaction &transaction, qint64 ownerId, int strictness);

/// sameThresholdFor, moved by so many steps.
[[nodiscard]] float sameThresholdAt(const ModelTraits &model, std::size_t faces, int strictness);

} // namespace kinframe::faces
