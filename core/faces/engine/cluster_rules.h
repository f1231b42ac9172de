// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/clusterer.h"

#include <unordered_map>
#include <unordered_set>

namespace kinframe::faces {

/// Who must be and who cannot be one person, while groups of faces grow. Faces are places in the input's list.
class ClusterRules
{
public:
    explicit ClusterRules(const ClusterInput &input);

    /// The body of a face: all faces that are already one person share it, whatever they look like.
    [[nodiscard]] std::size_t bodyOf(std::size_t face) const;
    [[nodiscard]] std::optional<PersonId> personOf(std::size_t body) const { return m_bodies[body].person; }
    [[nodiscard]] bool mayUnite(std::size_t body, std::size_t other) const;
    /// Whether anything speaks against the two being one person but that people have made two of them, who may have
    /// named the same one twice.
    [[nodiscard]] bool mayBeAsked(std::size_t body, std::size_t other) const;
    /// Makes two bodies one; the one that goes on is returned.
    std::size_t unite(std::size_t body, std::size_t other);

private:
    struct Body
    {
        std::optional<PersonId> person;
        std::unordered_set<std::size_t> enemies;
    };

    void keepApart(std::size_t face, std::size_t other);
    void uniteConfirmed(const ClusterInput &input);
    void uniteTogether(const ClusterInput &input);
    void separatePhotos(const ClusterInput &input);
    void separateRejected(const ClusterInput &input);

    std::unordered_map<FaceId, std::size_t> m_placeOf;
    mutable std::vector<std::size_t> m_parents;
    std::vector<Body> m_bodies;
};

} // namespace kinframe::faces
