// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/vector_index.h"

#include "faces/engine/exact_index.h"
#include "faces/engine/hnsw_index.h"

namespace kinframe::faces {

namespace {

class GrowingIndex : public VectorIndex
{
public:
    GrowingIndex(std::size_t dimensions, std::size_t exactLimit, std::size_t expected)
        : m_dimensions(dimensions)
        , m_exactLimit(exactLimit)
    {
        if (expected > exactLimit)
            m_graph = std::make_unique<HnswIndex>(dimensions);
        else
            m_exact = std::make_unique<ExactIndex>(dimensions);
    }

    void add(VectorId id, std::span<const float> vector) override
    {
        current().add(id, vector);
        if (m_exact && m_exact->size() > m_exactLimit)
            becomeApproximate();
    }

    bool remove(VectorId id) override { return current().remove(id); }

    [[nodiscard]] std::vector<Neighbour> search(std::span<const float> query, std::size_t count,
                                                float minSimilarity) const override
    {
        return m_exact ? m_exact->search(query, count, minSimilarity) : m_graph->search(query, count, minSimilarity);
    }

    [[nodiscard]] std::size_t size() const override { return m_exact ? m_exact->size() : m_graph->size(); }

private:
    VectorIndex &current()
    {
        if (m_exact)
            return *m_exact;
        return *m_graph;
    }

    void becomeApproximate()
    {
        m_graph = std::make_unique<HnswIndex>(m_dimensions);
        m_exact->forEach([this](VectorId id, std::span<const float> vector) { m_graph->add(id, vector); });
        m_exact.reset();
    }

    std::size_t m_dimensions;
    std::size_t m_exactLimit;
    std::unique_ptr<ExactIndex> m_exact;
    std::unique_ptr<HnswIndex> m_graph;
};

} // namespace

std::unique_ptr<VectorIndex> makeVectorIndex(std::size_t dimensions, std::size_t exactLimit, std::size_t expected)
{
    return std::make_unique<GrowingIndex>(dimensions, exactLimit, expected);
}

} // namespace kinframe::faces
