// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/cluster_rules.h"

#include <map>

namespace kinframe::faces {

ClusterRules::ClusterRules(const ClusterInput &input)
    : m_parents(input.faces.size())
    , m_bodies(input.faces.size())
{
    for (std::size_t place = 0; place < input.faces.size(); ++place) {
        m_placeOf.emplace(input.faces[place].id, place);
        m_parents[place] = place;
    }
    uniteConfirmed(input);
    uniteTogether(input);
    separatePhotos(input);
    separateRejected(input);
    for (const auto &[first, second] : input.apart)
        if (const auto a = m_placeOf.find(first), b = m_placeOf.find(second);
            a != m_placeOf.end() && b != m_placeOf.end())
            keepApart(a->second, b->second);
}

std::size_t ClusterRules::bodyOf(std::size_t face) const
{
    while (m_parents[face] != face) {
        m_parents[face] = m_parents[m_parents[face]];
        face = m_parents[face];
    }
    return face;
}

bool ClusterRules::mayUnite(std::size_t body, std::size_t other) const
{
    if (body == other)
        return true;
    const Body &a = m_bodies[body];
    const Body &b = m_bodies[other];
    return !(a.person && b.person && *a.person != *b.person) && mayBeAsked(body, other);
}

bool ClusterRules::mayBeAsked(std::size_t body, std::size_t other) const
{
    const Body &a = m_bodies[body];
    const Body &b = m_bodies[other];
    return a.enemies.size() < b.enemies.size() ? !a.enemies.contains(other) : !b.enemies.contains(body);
}

std::size_t ClusterRules::unite(std::size_t body, std::size_t other)
{
    if (body == other)
        return body;
    if (m_bodies[body].enemies.size() < m_bodies[other].enemies.size())
        std::swap(body, other);
    Body &kept = m_bodies[body];
    Body &gone = m_bodies[other];
    if (!kept.person)
        kept.person = gone.person;
    for (const std::size_t enemy : gone.enemies) {
        m_bodies[enemy].enemies.erase(other);
        if (enemy != body) {
            m_bodies[enemy].enemies.insert(body);
            kept.enemies.insert(enemy);
        }
    }
    gone.enemies.clear();
    m_parents[other] = body;
    return body;
}

void ClusterRules::keepApart(std::size_t face, std::size_t other)
{
    const std::size_t a = bodyOf(face);
    const std::size_t b = bodyOf(other);
    // What a person has put together stays together, be it twice in one photo.
    if (a == b)
        return;
    m_bodies[a].enemies.insert(b);
    m_bodies[b].enemies.insert(a);
}

void ClusterRules::uniteConfirmed(const ClusterInput &input)
{
    std::map<PersonId, std::size_t> bodies;
    for (std::size_t place = 0; place < input.faces.size(); ++place) {
        const ClusterFace &face = input.faces[place];
        if (!face.confirmed || !face.person)
            continue;
        m_bodies[place].person = face.person;
        const auto [entry, isNew] = bodies.try_emplace(*face.person, place);
        if (!isNew)
            entry->second = unite(entry->second, place);
    }
}

void ClusterRules::uniteTogether(const ClusterInput &input)
{
    for (const std::vector<FaceId> &group : input.together) {
        std::optional<std::size_t> body;
        for (const FaceId id : group) {
            const auto place = m_placeOf.find(id);
            if (place == m_placeOf.end())
                continue;
            const std::size_t own = bodyOf(place->second);
            if (!body)
                body = own;
            else if (mayUnite(*body, own))
                body = unite(*body, own);
        }
    }
}

void ClusterRules::separatePhotos(const ClusterInput &input)
{
    std::unordered_map<PhotoId, std::vector<std::size_t>> photos;
    for (std::size_t place = 0; place < input.faces.size(); ++place)
        photos[input.faces[place].photo].push_back(place);
    for (const auto &[photo, faces] : photos)
        for (std::size_t i = 0; i < faces.size(); ++i)
            for (std::size_t j = i + 1; j < faces.size(); ++j)
                keepApart(faces[i], faces[j]);
}

void ClusterRules::separateRejected(const ClusterInput &input)
{
    if (input.rejected.empty())
        return;
    std::unordered_map<PersonId, std::vector<std::size_t>> facesOf;
    for (std::size_t place = 0; place < input.faces.size(); ++place)
        if (input.faces[place].person)
            facesOf[*input.faces[place].person].push_back(place);
    for (const auto &[id, person] : input.rejected) {
        const auto place = m_placeOf.find(id);
        const auto faces = facesOf.find(person);
        if (place == m_placeOf.end() || faces == facesOf.end())
            continue;
        for (const std::size_t other : faces->second)
            if (other != place->second)
                keepApart(place->second, other);
    }
}

} // namespace kinframe::faces
