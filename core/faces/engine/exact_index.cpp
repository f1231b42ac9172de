// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/exact_index.h"

#include "faces/engine/dot_product.h"

#include <algorithm>
#include <array>

namespace kinframe::faces {

namespace {

constexpr std::size_t blockSize = 1024;

bool isBetter(const Neighbour &a, const Neighbour &b)
{
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
}

/// Keeps the best so many; the heap's front is the worst of them.
class BestNeighbours
{
public:
    BestNeighbours(std::size_t count, float minSimilarity)
        : m_count(count)
        , m_least(minSimilarity)
    {
    }

    void offer(VectorId id, float similarity)
    {
        if (!(similarity >= m_least) || m_count == 0)
            return;
        const Neighbour neighbour{id, similarity};
        if (m_heap.size() == m_count) {
            if (!isBetter(neighbour, m_heap.front()))
                return;
            std::pop_heap(m_heap.begin(), m_heap.end(), isBetter);
            m_heap.back() = neighbour;
        } else {
            m_heap.push_back(neighbour);
        }
        std::push_heap(m_heap.begin(), m_heap.end(), isBetter);
        if (m_heap.size() == m_count)
            m_least = m_heap.front().similarity;
    }

    std::vector<Neighbour> take()
    {
        std::sort_heap(m_heap.begin(), m_heap.end(), isBetter);
        return std::move(m_heap);
    }

private:
    std::size_t m_count;
    float m_least;
    std::vector<Neighbour> m_heap;
};

} // namespace

ExactIndex::ExactIndex(std::size_t dimensions)
    : m_dimensions(dimensions)
{
}

float *ExactIndex::vectorAt(std::size_t place) const
{
    return m_blocks[place / blockSize].get() + place % blockSize * m_dimensions;
}

void ExactIndex::add(VectorId id, std::span<const float> vector)
{
    const auto [entry, isNew] = m_placeOf.try_emplace(id, m_ids.size());
    if (isNew) {
        if (m_ids.size() == m_blocks.size() * blockSize)
            m_blocks.push_back(std::make_unique<float[]>(blockSize * m_dimensions));
        m_ids.push_back(id);
    }
    std::copy_n(vector.begin(), m_dimensions, vectorAt(entry->second));
}

bool ExactIndex::remove(VectorId id)
{
    const auto entry = m_placeOf.find(id);
    if (entry == m_placeOf.end())
        return false;
    const std::size_t place = entry->second;
    const std::size_t last = m_ids.size() - 1;
    m_placeOf.erase(entry);
    if (place != last) {
        std::copy_n(vectorAt(last), m_dimensions, vectorAt(place));
        m_ids[place] = m_ids[last];
        m_placeOf[m_ids[place]] = place;
    }
    m_ids.pop_back();
    if (m_blocks.size() * blockSize >= m_ids.size() + 2 * blockSize)
        m_blocks.pop_back();
    return true;
}

std::vector<Neighbour> ExactIndex::search(std::span<const float> query, std::size_t count, float minSimilarity) const
{
    BestNeighbours best(count, minSimilarity);
    std::array<float, blockSize> similarities;
    for (std::size_t start = 0; start < m_ids.size(); start += blockSize) {
        const std::size_t filled = std::min(blockSize, m_ids.size() - start);
        dotProducts(query.data(), vectorAt(start), filled, m_dimensions, similarities.data());
        for (std::size_t i = 0; i < filled; ++i)
            best.offer(m_ids[start + i], similarities[i]);
    }
    return best.take();
}

void ExactIndex::forEach(const std::function<void(VectorId, std::span<const float>)> &visit) const
{
    for (std::size_t place = 0; place < m_ids.size(); ++place)
        visit(m_ids[place], {vectorAt(place), m_dimensions});
}

} // namespace kinframe::faces
