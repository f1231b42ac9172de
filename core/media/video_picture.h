// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/pixels.h"
#include "media/video_geometry.h"

struct AVFrame;

namespace kinframe::media {

/// A decoded frame as an upright picture in sRGB whose long side has at most `longSide` pixels (0: all), with the
/// frame's own colour matrix and range; PQ and HLG are mapped to what a screen shows. FileDamaged for formats nobody
/// can convert.
[[nodiscard]] Pixels pictureOf(const AVFrame &frame, const VideoGeometry &geometry, int longSide);

/// How good a frame is as a poster, 0..1: black and empty ones are near 0, sharp ones near 1.
[[nodiscard]] double posterWorth(const Pixels &picture);

} // namespace kinframe::media
