// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "faces/engine/detected_face.h"
#include "faces/engine/model_set.h"
#include "media/pixels.h"

#include <memory>
#include <vector>

namespace kinframe::faces {

/// A face as a direction: length 1, comparable by dot product with others of the same model only.
struct Embedding
{
    RecogniserKind model = RecogniserKind::FaceReidentification0095;
    std::vector<float> values; ///< empty for faces below leastRecognisedSize

    [[nodiscard]] bool isEmpty() const { return values.empty(); }
};

struct FaceFound
{
    DetectedFace face;
    Embedding embedding;
    float quality = 0; ///< 0..1: for the choice of covers and of the faces that may found a group
};

/// Gives every engine one thread, once before the first is loaded: two engines with one thread each do twice what one
/// engine with two does.
void prepareEngines();

/// Finds and measures the faces of pictures. Takes about 70 MB. One for each thread and never two threads in one: the
/// networks are not safe to share and fail silently. Whoever runs several calls cv::setNumThreads(1) once at the start,
/// since two engines with one thread each do twice what one engine with two does.
class FaceEngine
{
public:
    /// ModelMissing, ModelUnreadable.
    [[nodiscard]] static Result<std::unique_ptr<FaceEngine>> load(const ModelFiles &files);
    ~FaceEngine();

    [[nodiscard]] const ModelTraits &model() const;

    /// Every face of an upright picture, best first. The picture may be smaller than its original, whose upright size
    /// is given; half the original, or 1280 pixels, serves as well as the whole for all but the smallest faces.
    /// InvalidArgument for an empty picture; Internal where OpenCV fails.
    [[nodiscard]] Result<std::vector<FaceFound>> analyse(const media::Pixels &picture, int originalWidth,
                                                         int originalHeight);

    /// The face in a box drawn by hand: the box is kept; landmarks are looked for in and around it and guessed where
    /// there are none. InvalidArgument for a box that leaves nothing of the picture.
    [[nodiscard]] Result<FaceFound> analyseBox(const media::Pixels &picture, const Box &box, int originalWidth,
                                               int originalHeight);

private:
    struct Networks;
    explicit FaceEngine(std::unique_ptr<Networks> networks);

    std::unique_ptr<Networks> m_networks;
};

} // namespace kinframe::faces
