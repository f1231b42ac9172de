// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/clusterer.h"

#include <unordered_map>

namespace kinframe::faces {

/// Who a new face may be.
struct Match
{
    enum class Kind {
        Nobody,  ///< a new person
        Suggest, ///< somebody should be asked whether it is `person`
        Same,    ///< it is `person`
    };

    Kind kind = Kind::Nobody;
    std::optional<PersonId> person; ///< the most similar person, also where the kind is Nobody
    float similarity = -1;
    std::optional<PersonId> second; ///< the next one
    float secondSimilarity = -1;
};

/// Compares new faces with the mean face of everybody there is, by the same measure as clusterFaces, between two runs
/// of that. A few milliseconds for 100,000 people. From any thread while nobody changes it.
class PersonMatcher
{
public:
    explicit PersonMatcher(RecogniserKind model);

    void addFace(PersonId person, std::span<const float> embedding);
    /// `embedding` is one that was added for that person.
    void removeFace(PersonId person, std::span<const float> embedding);
    void removePerson(PersonId person);
    [[nodiscard]] std::size_t faces() const { return m_faces; }

    /// `excluded`: people that were rejected for this face and those who are in its photo already.
    [[nodiscard]] Match match(std::span<const float> embedding, std::span<const PersonId> excluded) const;

private:
    struct Profile
    {
        std::vector<float> sum;
        std::size_t faces = 0;
        float norm = 0;
    };

    const ModelTraits &m_traits;
    std::unordered_map<PersonId, Profile> m_profiles;
    std::size_t m_faces = 0;
};

} // namespace kinframe::faces
