// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/people_index.h"

#include "faces/detections.h"

#include <cmath>

namespace kinframe::faces {

PeopleIndex::PeopleIndex(const ModelTraits &model)
    : m_model(model)
    , m_means(makeVectorIndex(size_t(model.dimensions)))
{
}

void PeopleIndex::load(storage::Connection &db, qint64 ownerId)
{
    storage::Statement statement =
        db.prepare("SELECT f.person_id, e.vector FROM face f JOIN embedding e ON e.detection_id = f.detection_id "
                   "WHERE f.owner_id = ?1 AND f.person_id IS NOT NULL AND e.model_id = (SELECT id FROM face_model "
                   "WHERE name = ?2)");
    statement.bindAll(ownerId, m_model.name);
    const std::scoped_lock lock(m_mutex);
    while (statement.step()) {
        const std::vector<float> vector = vectorFromBytes(statement.blob(1));
        Sum &sum = m_sums[statement.int64(0)];
        sum.total.resize(vector.size());
        for (size_t i = 0; i < vector.size(); ++i) {
            sum.total[i] += vector[i];
        }
        ++sum.faces;
        ++m_faces;
    }
    for (const auto &[person, sum] : m_sums) {
        refresh(person, sum);
    }
}

std::vector<PersonMatch> PeopleIndex::match(std::span<const float> embedding, size_t count, float least) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<PersonMatch> matches;
    for (const Neighbour &neighbour : m_means->search(embedding, count, least)) {
        matches.push_back({neighbour.id, neighbour.similarity});
    }
    return matches;
}

size_t PeopleIndex::faceCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_faces;
}

void PeopleIndex::add(qint64 personId, std::span<const float> embedding)
{
    if (embedding.empty()) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    Sum &sum = m_sums[personId];
    sum.total.resize(embedding.size());
    for (size_t i = 0; i < embedding.size(); ++i) {
        sum.total[i] += embedding[i];
    }
    ++sum.faces;
    ++m_faces;
    refresh(personId, sum);
}

void PeopleIndex::remove(qint64 personId, std::span<const float> embedding)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_sums.find(personId);
    if (embedding.empty() || found == m_sums.end()) {
        return;
    }
    Sum &sum = found->second;
    --m_faces;
    if (--sum.faces == 0) {
        m_means->remove(personId);
        m_sums.erase(found);
        return;
    }
    for (size_t i = 0; i < embedding.size(); ++i) {
        sum.total[i] -= embedding[i];
    }
    refresh(personId, sum);
}

void PeopleIndex::refresh(qint64 personId, const Sum &sum)
{
    float square = 0;
    for (const float value : sum.total) {
        square += value * value;
    }
    if (square <= 0) {
        return;
    }
    std::vector<float> mean = sum.total;
    for (float &value : mean) {
        value /= std::sqrt(square);
    }
    m_means->add(personId, mean);
}

std::shared_ptr<PeopleIndex> PeopleIndexes::of(storage::Connection &db, qint64 ownerId, const ModelTraits &model)
{
    const std::scoped_lock lock(m_mutex);
    Entry &entry = m_byOwner[ownerId];
    if (!entry.index || entry.model != model.kind) {
        auto index = std::make_shared<PeopleIndex>(model);
        index->load(db, ownerId);
        entry = {model.kind, std::move(index)};
    }
    return entry.index;
}

void PeopleIndexes::forget(qint64 ownerId)
{
    const std::scoped_lock lock(m_mutex);
    m_byOwner.erase(ownerId);
}

} // namespace kinframe::faces
