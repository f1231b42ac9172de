// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/clusterer.h"
#include "storage/connection.h"

#include <deque>

namespace kinframe::faces {

/// All faces of a user, and what is known about them, as the clusterer takes them. Owns the vectors.
struct StoredFaces
{
    std::deque<std::vector<float>> vectors;
    ClusterInput input;
};

/// Throws SqlError.
[[nodiscard]] StoredFaces readFaces(storage::Connection &db, qint64 ownerId, const ModelTraits &model);

} // namespace kinframe::faces
