// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/asset.h"
#include "media/face_regions.h"
#include "storage/connection.h"

#include <vector>

namespace kinframe::faces {

/// The faces of a photo as they are written for other programs: upright as the file says, whatever a person has turned
/// it by since, with the names of the people they are given to. Those of nobody with a name, and what people have said
/// is no face, are without one. For library::WriteBackJob. Throws SqlError.
[[nodiscard]] std::vector<media::FaceRegion> writtenFaces(storage::Connection &db, const library::Asset &asset);

} // namespace kinframe::faces
