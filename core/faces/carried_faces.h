// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/detections.h"
#include "library/asset.h"
#include "library/services.h"

namespace kinframe::faces {

/// After an asset's file was changed in place: its faces move from the detections of the former bytes to those of the
/// present ones, with all that people said about them. What nobody has said anything about and is not found again goes:
/// true where a face has. On the writer thread; throws SqlError.
[[nodiscard]] bool carryFaces(storage::Transaction &transaction, const library::Services &services,
                              const ModelTraits &model, const library::Asset &asset);

} // namespace kinframe::faces
