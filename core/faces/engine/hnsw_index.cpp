// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/hnsw_index.h"

#include "faces/engine/dot_product.h"

// Its SSE branch reads one link past the end to prefetch it, and defines functions without `inline`. The distance,
// which is what takes the time, is ours anyway.
#define NO_MANUAL_VECTORIZATION
#include <hnswlib/hnswlib.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <unordered_set>

namespace kinframe::faces {

namespace {

// bench_search measures what they give: 0.99 of the ten nearest among 100,000.
constexpr std::size_t linksPerVector = 16;
constexpr std::size_t buildBreadth = 120;
constexpr std::size_t searchBreadth = 150;
constexpr std::size_t firstCapacity = 1024;
constexpr std::size_t seed = 7;

hnswlib::labeltype labelOf(VectorId id)
{
    return static_cast<hnswlib::labeltype>(id);
}

/// 1 - dot product. The library's own chooses its instructions when it is compiled; ours looks at the processor.
class DotSpace : public hnswlib::SpaceInterface<float>
{
public:
    explicit DotSpace(std::size_t dimensions)
        : m_dimensions(dimensions)
    {
    }

    std::size_t get_data_size() override { return m_dimensions * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distance; }
    void *get_dist_func_param() override { return &m_dimensions; }

private:
    static float distance(const void *a, const void *b, const void *dimensions)
    {
        return 1 - dotProduct(static_cast<const float *>(a), static_cast<const float *>(b),
                              *static_cast<const std::size_t *>(dimensions));
    }

    std::size_t m_dimensions;
};

} // namespace

struct HnswIndex::Graph
{
    Graph(std::size_t dimensions, std::size_t capacity)
        : space(dimensions)
        , links(&space, capacity, linksPerVector, buildBreadth, seed)
    {
        links.setEf(searchBreadth);
    }

    DotSpace space;
    hnswlib::HierarchicalNSW<float> links;
    std::unordered_set<VectorId> ids;
};

HnswIndex::HnswIndex(std::size_t dimensions)
    : m_dimensions(dimensions)
    , m_graph(std::make_unique<Graph>(dimensions, firstCapacity))
{
}

HnswIndex::~HnswIndex() = default;

void HnswIndex::add(VectorId id, std::span<const float> vector)
{
    auto &links = m_graph->links;
    // What is marked as deleted still takes a place until the graph is built anew.
    if (links.cur_element_count == links.max_elements_)
        links.resizeIndex(links.max_elements_ * 2);
    m_graph->ids.insert(id);
    try {
        links.addPoint(vector.data(), labelOf(id));
    } catch (const std::runtime_error &) {
        // With room for one more, the only thing it throws is that there is no memory.
        m_graph->ids.erase(id);
        throw std::bad_alloc();
    }
}

bool HnswIndex::remove(VectorId id)
{
    if (m_graph->ids.erase(id) == 0)
        return false;
    m_graph->links.markDelete(labelOf(id));
    if (m_graph->links.cur_element_count > 2 * m_graph->ids.size() + firstCapacity)
        rebuild();
    return true;
}

void HnswIndex::rebuild()
{
    auto fresh = std::make_unique<Graph>(m_dimensions, std::max(firstCapacity, m_graph->ids.size()));
    std::vector<VectorId> ids(m_graph->ids.begin(), m_graph->ids.end());
    std::sort(ids.begin(), ids.end());
    for (const VectorId id : ids) {
        const std::vector<float> vector = m_graph->links.getDataByLabel<float>(labelOf(id));
        fresh->links.addPoint(vector.data(), labelOf(id));
        fresh->ids.insert(id);
    }
    m_graph = std::move(fresh);
}

std::vector<Neighbour> HnswIndex::search(std::span<const float> query, std::size_t count, float minSimilarity) const
{
    std::vector<Neighbour> found;
    if (m_graph->ids.empty() || count == 0)
        return found;
    auto nearest = m_graph->links.searchKnn(query.data(), count);
    for (; !nearest.empty(); nearest.pop()) {
        const auto &[distance, label] = nearest.top();
        if (const float similarity = 1 - distance; similarity >= minSimilarity)
            found.push_back({static_cast<VectorId>(label), similarity});
    }
    std::sort(found.begin(), found.end(), [](const Neighbour &a, const Neighbour &b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
    });
    return found;
}

std::size_t HnswIndex::size() const
{
    return m_graph->ids.size();
}

} // namespace kinframe::faces
