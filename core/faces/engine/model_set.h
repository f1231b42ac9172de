// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace kinframe::faces {

enum class RecogniserKind { FaceReidentification0095, SFace2021 };

/// Where the two networks are. The recogniser is an .onnx file or the .xml of an OpenVINO pair with its .bin beside it.
struct ModelFiles
{
    QString detector;
    QString recogniser;
    RecogniserKind kind = RecogniserKind::FaceReidentification0095;
};

/// What is known about a recogniser. Embeddings are comparable, and thresholds valid, only within one model.
struct ModelTraits
{
    RecogniserKind kind;
    QString name; ///< stable: stored beside every embedding
    int dimensions;
    /// Cosine from which on two groups of faces are one person and a face gets a person's name by itself.
    float sameThreshold;
    /// The same in libraries of many faces, where even a rare likeness of strangers occurs.
    float largeLibraryThreshold;
    /// Cosine from which on people are asked whether it is the same person.
    float suggestThreshold;
};

[[nodiscard]] const ModelTraits &traitsOf(RecogniserKind kind);
[[nodiscard]] QString detectorName();

/// The threshold for a library of that many faces: grows from `sameThreshold` to `largeLibraryThreshold`.
[[nodiscard]] float sameThresholdFor(const ModelTraits &traits, std::size_t faces);

/// Faces smaller than this in the original are shown but neither recognised nor grouped.
inline constexpr float leastRecognisedSize = 28;

} // namespace kinframe::faces
