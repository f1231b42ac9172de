// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/vector_index.h"

#include <functional>
#include <unordered_map>

namespace kinframe::faces {

/// Compares with every vector: exact, and a few milliseconds for 100,000.
class ExactIndex : public VectorIndex
{
public:
    explicit ExactIndex(std::size_t dimensions);

    void add(VectorId id, std::span<const float> vector) override;
    bool remove(VectorId id) override;
    [[nodiscard]] std::vector<Neighbour> search(std::span<const float> query, std::size_t count,
                                                float minSimilarity) const override;
    [[nodiscard]] std::size_t size() const override { return m_ids.size(); }

    void forEach(const std::function<void(VectorId, std::span<const float>)> &visit) const;

private:
    [[nodiscard]] float *vectorAt(std::size_t place) const;

    std::size_t m_dimensions;
    /// Blocks, since one array would have to be copied, and be there twice, whenever it grows.
    std::vector<std::unique_ptr<float[]>> m_blocks;
    std::vector<VectorId> m_ids;
    std::unordered_map<VectorId, std::size_t> m_placeOf;
};

} // namespace kinframe::faces
