// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/cluster_rules.h"
#include "faces/engine/node_set.h"

#include <memory>
#include <queue>
#include <span>

namespace kinframe::faces {

/// Groups of faces that grow by merging the two most similar ones. Costs n log n merges with a bounded number of
/// comparisons each, since only groups with faces among one another's nearest are compared.
class Agglomeration
{
public:
    Agglomeration(const ClusterInput &input, ClusterRules &rules, float sameThreshold, float suggestThreshold);

    /// False where the input's `onProgress` ended it.
    bool run();
    /// Pairs of groups that stayed apart although they reach `suggestThreshold`, as one face of each; none twice.
    [[nodiscard]] std::vector<GroupSuggestion> almost() const;

private:
    /// A group that still looks like one face; a person may have several.
    struct Node
    {
        std::vector<float> sum; ///< of the faces; empty while there is one, whose embedding it would be
        float norm = 0;
        std::uint32_t version = 0;
        bool isAlive = true;
        std::size_t face = 0;
        NodeSet neighbours;
    };

    struct Pair
    {
        float similarity;
        std::size_t first;
        std::size_t second;
        std::uint32_t firstVersion;
        std::uint32_t secondVersion;

        bool operator<(const Pair &other) const;
    };

    void makeNodes();
    /// Null where the clustering was ended meanwhile.
    [[nodiscard]] std::unique_ptr<VectorIndex> makeIndex();
    void findNeighbours(const VectorIndex &index);
    [[nodiscard]] std::span<const float> sumOf(const Node &node) const;
    [[nodiscard]] float similarityOf(const Node &a, const Node &b) const;
    void consider(std::size_t first, std::size_t second);
    void merge(std::size_t kept, std::size_t gone);
    [[nodiscard]] bool goesOn(std::size_t done) const;

    const ClusterInput &m_input;
    ClusterRules &m_rules;
    float m_sameThreshold;
    float m_suggestThreshold;
    std::vector<Node> m_nodes;
    std::priority_queue<Pair> m_pairs;
    bool m_isWanted = true;
};

} // namespace kinframe::faces
