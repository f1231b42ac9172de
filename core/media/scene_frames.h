// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "media/pixels.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace kinframe::media {

/// One frame that stands for a scene of a video.
struct SceneFrame
{
    qint64 timeMs = 0; ///< from the beginning
    Pixels picture;    ///< upright, sRGB
};

/// Frames that show as much different as `maxFrames` of them can, spread over the clip, in the order of time; at least
/// one. Looks at key frames at no more than 64 places however long the clip is, in at most 60 s. `longSide` as in
/// decodePoster. Fails as decodePoster does.
[[nodiscard]] Result<std::vector<SceneFrame>> sampleScenes(const QString &path, int maxFrames = 8, int longSide = 0,
                                                           std::stop_token stop = {});

} // namespace kinframe::media
