// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/agglomeration.h"

#include "faces/engine/dot_product.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinframe::faces {

namespace {

// A face's own person is almost always among so many nearest; more cost time and change nothing.
constexpr std::size_t neighbourCount = 48;
// The mean faces of two groups are more alike than their single faces, so pairs below the threshold matter, too.
constexpr float neighbourSlack = 0.2f;
// Finding neighbours takes almost all the time.
constexpr float neighbourShare = 0.95f;
constexpr std::size_t checkEvery = 256;

} // namespace

bool Agglomeration::Pair::operator<(const Pair &other) const
{
    if (similarity != other.similarity)
        return similarity < other.similarity;
    return std::pair(first, second) > std::pair(other.first, other.second);
}

Agglomeration::Agglomeration(const ClusterInput &input, ClusterRules &rules, float sameThreshold,
                             float suggestThreshold)
    : m_input(input)
    , m_rules(rules)
    , m_sameThreshold(sameThreshold)
    , m_suggestThreshold(suggestThreshold)
{
    makeNodes();
    if (input.index) {
        findNeighbours(*input.index);
        return;
    }
    if (const auto index = makeIndex())
        findNeighbours(*index);
}

std::unique_ptr<VectorIndex> Agglomeration::makeIndex()
{
    auto index = makeVectorIndex(static_cast<std::size_t>(traitsOf(m_input.model).dimensions), mostCompared,
                                 m_input.faces.size());
    for (std::size_t i = 0; i < m_input.faces.size(); ++i) {
        if (i % checkEvery == 0)
            m_isWanted = goesOn(0);
        if (!m_isWanted)
            return nullptr;
        index->add(m_input.faces[i].id, m_input.faces[i].embedding);
    }
    return index;
}

void Agglomeration::makeNodes()
{
    // In the order of what the faces look like: nothing may depend on the order of the input or on the ids.
    std::vector<std::size_t> order(m_input.faces.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        const auto &x = m_input.faces[a];
        const auto &y = m_input.faces[b];
        const auto [inX, inY] =
            std::mismatch(x.embedding.begin(), x.embedding.end(), y.embedding.begin(), y.embedding.end());
        if (inX != x.embedding.end() && inY != y.embedding.end())
            return *inX < *inY;
        return x.id < y.id;
    });
    m_nodes.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        m_nodes[i].norm = 1;
        m_nodes[i].face = order[i];
    }
}

void Agglomeration::findNeighbours(const VectorIndex &index)
{
    std::unordered_map<FaceId, std::size_t> nodeOf;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        nodeOf.emplace(m_input.faces[m_nodes[i].face].id, i);
    const float least = std::min(m_suggestThreshold, m_sameThreshold - neighbourSlack);
    for (std::size_t i = 0; i < m_nodes.size() && m_isWanted; ++i) {
        if (i % checkEvery == 0)
            m_isWanted = goesOn(i);
        for (const Neighbour &neighbour : index.search(sumOf(m_nodes[i]), neighbourCount, least)) {
            const auto other = nodeOf.find(neighbour.id);
            if (other == nodeOf.end() || other->second == i)
                continue;
            m_nodes[i].neighbours.append(std::uint32_t(other->second));
            m_nodes[other->second].neighbours.append(std::uint32_t(i));
        }
    }
    for (Node &node : m_nodes)
        node.neighbours.settle();
}

bool Agglomeration::goesOn(std::size_t done) const
{
    return !m_input.onProgress ||
           m_input.onProgress(neighbourShare * static_cast<float>(done) / static_cast<float>(m_nodes.size()));
}

std::span<const float> Agglomeration::sumOf(const Node &node) const
{
    return node.sum.empty() ? m_input.faces[node.face].embedding : node.sum;
}

float Agglomeration::similarityOf(const Node &a, const Node &b) const
{
    const std::span<const float> sum = sumOf(a);
    return dotProduct(sum.data(), sumOf(b).data(), sum.size()) / (a.norm * b.norm);
}

void Agglomeration::consider(std::size_t first, std::size_t second)
{
    if (first > second)
        std::swap(first, second);
    const float similarity = similarityOf(m_nodes[first], m_nodes[second]);
    if (similarity >= m_sameThreshold)
        m_pairs.push({similarity, first, second, m_nodes[first].version, m_nodes[second].version});
}

bool Agglomeration::run()
{
    std::size_t turn = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        for (const std::size_t other : m_nodes[i].neighbours)
            if (i < other)
                consider(i, other);
    while (m_isWanted && !m_pairs.empty()) {
        if (++turn % checkEvery == 0)
            m_isWanted = goesOn(m_nodes.size());
        const Pair pair = m_pairs.top();
        m_pairs.pop();
        const Node &first = m_nodes[pair.first];
        const Node &second = m_nodes[pair.second];
        if (!first.isAlive || !second.isAlive || first.version != pair.firstVersion ||
            second.version != pair.secondVersion)
            continue;
        // A pair that the rules forbid stays forbidden, whatever the two grow into.
        if (m_rules.mayUnite(m_rules.bodyOf(first.face), m_rules.bodyOf(second.face)))
            merge(pair.first, pair.second);
    }
    return m_isWanted;
}

void Agglomeration::merge(std::size_t kept, std::size_t gone)
{
    Node &node = m_nodes[kept];
    Node &other = m_nodes[gone];
    m_rules.unite(m_rules.bodyOf(node.face), m_rules.bodyOf(other.face));
    if (node.sum.empty()) {
        const std::span<const float> alone = sumOf(node);
        node.sum.assign(alone.begin(), alone.end());
    }
    std::transform(node.sum.begin(), node.sum.end(), sumOf(other).begin(), node.sum.begin(), std::plus());
    node.norm = std::sqrt(dotProduct(node.sum.data(), node.sum.data(), node.sum.size()));
    ++node.version;
    other.isAlive = false;
    for (const std::uint32_t neighbour : other.neighbours) {
        m_nodes[neighbour].neighbours.erase(std::uint32_t(gone));
        if (neighbour != kept)
            m_nodes[neighbour].neighbours.insert(std::uint32_t(kept));
    }
    node.neighbours.insert(other.neighbours);
    node.neighbours.erase(std::uint32_t(gone));
    node.neighbours.erase(std::uint32_t(kept));
    other.sum = {};
    other.neighbours = {};
    for (const std::size_t neighbour : node.neighbours)
        consider(kept, neighbour);
}

std::vector<GroupSuggestion> Agglomeration::almost() const
{
    std::vector<GroupSuggestion> pairs;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        for (const std::size_t other : m_nodes[i].neighbours) {
            if (!m_nodes[i].isAlive || other <= i)
                continue;
            const std::size_t body = m_rules.bodyOf(m_nodes[i].face);
            const std::size_t otherBody = m_rules.bodyOf(m_nodes[other].face);
            const float similarity = similarityOf(m_nodes[i], m_nodes[other]);
            if (body != otherBody && similarity >= m_suggestThreshold && m_rules.mayBeAsked(body, otherBody))
                pairs.push_back({m_nodes[i].face, m_nodes[other].face, similarity});
        }
    }
    return pairs;
}

} // namespace kinframe::faces
