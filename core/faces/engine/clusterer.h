// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/model_set.h"
#include "faces/engine/vector_index.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace kinframe::faces {

using FaceId = VectorId;
using PhotoId = std::int64_t;
using PersonId = std::int64_t;

struct ClusterFace
{
    FaceId id = 0;
    PhotoId photo = 0;
    std::span<const float> embedding; ///< length 1, of the input's model; must outlive the call
    float quality = 0;
    /// Whom the face belongs to now, if anyone.
    std::optional<PersonId> person;
    /// A person said so: the face stays with `person` whatever it looks like.
    bool confirmed = false;
};

/// All faces that shall be sorted into people, and what is known about them for certain.
struct ClusterInput
{
    RecogniserKind model = RecogniserKind::FaceReidentification0095;
    std::vector<ClusterFace> faces;
    /// Faces that are not the same person. Two faces of one photo never are; those need not be listed.
    std::vector<std::pair<FaceId, FaceId>> apart;
    /// Faces that are one person, whoever that is. A confirmed person outranks it.
    std::vector<std::vector<FaceId>> together;
    /// "Not this person": the face goes neither into a group that gets the person nor to any face that the person has.
    std::vector<std::pair<FaceId, PersonId>> rejected;
    /// Holds the faces under their ids. Without it one is made, which takes long for more than 100,000 faces.
    const VectorIndex *index = nullptr;
    /// Otherwise what the model's traits say for that many faces.
    std::optional<float> sameThreshold;
    /// Hears now and then which part (0..1) is done; false ends it, with an empty result.
    std::function<bool(float)> onProgress;
};

struct PersonGroup
{
    /// The confirmed person, else who had most of these faces before, else nobody: a new person.
    std::optional<PersonId> person;
    std::vector<FaceId> faces; ///< by id
    FaceId cover = 0;          ///< the face of the best quality
};

/// Two groups that may be one person; somebody should be asked.
struct GroupSuggestion
{
    std::size_t first = 0; ///< places in ClusterResult::groups
    std::size_t second = 0;
    float similarity = 0;
};

struct ClusterResult
{
    std::vector<PersonGroup> groups;          ///< largest first, then by their first face
    std::vector<GroupSuggestion> suggestions; ///< most similar first; no pair that is known to be two people
};

/// Sorts faces into people: merges the two most similar groups, by the cosine of their mean faces, until none reach
/// the threshold. Every group's mean stands for all its faces, so that no chain of likenesses makes strangers one
/// person, as single linkage does. A pure function of its input: neither the order of the faces nor that of the rules
/// matters, nor which numbers the ids are.
[[nodiscard]] ClusterResult clusterFaces(const ClusterInput &input);

} // namespace kinframe::faces
