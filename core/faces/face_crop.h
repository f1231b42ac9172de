// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/face.h"
#include "library/services.h"
#include "media/pixels.h"

#include <QByteArray>
#include <QRect>

namespace kinframe::faces {

/// The square around a face, with half the face's size on each side of it, moved to lie inside the picture.
[[nodiscard]] QRect areaAround(const Box &box, const media::Dimensions &picture);

/// The face and a little around it as a JPEG of at most 256 pixels a side.
[[nodiscard]] Result<QByteArray> encodeCrop(const media::Pixels &upright, const Box &box);

/// The same for a stored face, out of its photo's preview, or out of the photo itself where the face is too small on
/// that; a face of a video was kept when its frame was looked at. NotFound where the photo has no preview (any more).
/// Not on the GUI thread nor a network one.
[[nodiscard]] Result<QByteArray> cropOfFace(const library::Services &services, const Face &face);

} // namespace kinframe::faces
