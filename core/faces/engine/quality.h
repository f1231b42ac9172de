// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/aligner.h"

namespace kinframe::faces {

/// What a face's picture is worth for recognition, and as the cover of a person, 0..1: the product of what sharpness,
/// size, pose and the detector's score each leave of it. No face of
/// 28 pixels or more is too poor to found a group: shrunk to 28 pixels, strangers are not taken for one another more
/// often than at 90 (4 pairs in 100,000 at 0.45), and 93 in 100 pairs of one person are still recognised instead of 97.
struct FaceQuality
{
    float sharpness = 0; ///< of the aligned face; small, blurred and noiseless faces have little
    float size = 0;      ///< 1 from 96 pixels in the decoded picture on
    float pose = 0;      ///< 1 for a face seen from the front, 0.1 for a profile
    float score = 0;

    [[nodiscard]] float total() const;
};

[[nodiscard]] FaceQuality qualityOf(const cv::Mat &alignedFace, const FacePoints &points, float sizeInPicture,
                                    float score);

} // namespace kinframe::faces
