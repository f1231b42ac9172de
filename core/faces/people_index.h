// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/model_set.h"
#include "faces/engine/vector_index.h"
#include "storage/connection.h"

#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace kinframe::faces {

struct PersonMatch
{
    qint64 personId = 0;
    float similarity = 0;
};

/// The mean face of every person of one user, in memory: whom a new face is most like. It is the measure by which the
/// clusterer unites groups too, so that matching one by one and clustering all agree. Changed on the writer thread,
/// asked from any.
class PeopleIndex
{
public:
    explicit PeopleIndex(const ModelTraits &model);

    /// Reads everything anew. Throws SqlError.
    void load(storage::Connection &db, qint64 ownerId);

    /// People of at least that similarity, most similar first.
    [[nodiscard]] std::vector<PersonMatch> match(std::span<const float> embedding, size_t count, float least) const;
    [[nodiscard]] size_t faceCount() const;

    void add(qint64 personId, std::span<const float> embedding);
    void remove(qint64 personId, std::span<const float> embedding);

private:
    struct Sum
    {
        std::vector<float> total;
        size_t faces = 0;
    };
    void refresh(qint64 personId, const Sum &sum);

    const ModelTraits &m_model;
    mutable std::mutex m_mutex;
    std::unordered_map<qint64, Sum> m_sums;
    std::unique_ptr<VectorIndex> m_means;
    size_t m_faces = 0;
};

/// The indexes of all users, each read when it is first needed.
class PeopleIndexes
{
public:
    /// The user's index for that model. Throws SqlError.
    [[nodiscard]] std::shared_ptr<PeopleIndex> of(storage::Connection &db, qint64 ownerId, const ModelTraits &model);
    /// Forgets what it knows of a user; after a write that failed, or one that changed much.
    void forget(qint64 ownerId);

private:
    struct Entry
    {
        RecogniserKind model;
        std::shared_ptr<PeopleIndex> index;
    };
    std::mutex m_mutex;
    std::unordered_map<qint64, Entry> m_byOwner;
};

} // namespace kinframe::faces
