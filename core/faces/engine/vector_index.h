// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kinframe::faces {

using VectorId = std::int64_t;

struct Neighbour
{
    VectorId id = 0;
    float similarity = 0;
};

/// Finds the vectors most like another one. All have length 1 and the dimension given at the start, so that the dot
/// product is the similarity. From any thread while nobody changes it; changes need the only access.
class VectorIndex
{
public:
    virtual ~VectorIndex() = default;

    /// Takes the vector in, in the place of an older one of that id.
    virtual void add(VectorId id, std::span<const float> vector) = 0;
    /// Whether it was there.
    virtual bool remove(VectorId id) = 0;
    /// At most `count` of at least that similarity, most similar first, those equally similar by id.
    [[nodiscard]] virtual std::vector<Neighbour> search(std::span<const float> query, std::size_t count,
                                                        float minSimilarity) const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
};

/// Up to so many vectors, a search that compares with everything takes a few ms.
inline constexpr std::size_t mostCompared = 100'000;

/// An index that compares with everything up to `exactLimit` vectors and is approximate above. The addition that goes
/// over the limit builds the approximate index: about a millisecond for each vector, to be done in the background.
/// Where more than that are `expected` it is approximate from the beginning, and no addition takes long.
[[nodiscard]] std::unique_ptr<VectorIndex>
makeVectorIndex(std::size_t dimensions, std::size_t exactLimit = mostCompared, std::size_t expected = 0);

} // namespace kinframe::faces
