// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/matcher.h"

#include "faces/engine/dot_product.h"

#include <algorithm>
#include <cmath>

namespace kinframe::faces {

namespace {

// A face that is nearly as much like somebody else is a question, not an answer.
constexpr float leastMargin = 0.05f;

float normOf(const std::vector<float> &sum)
{
    return std::sqrt(dotProduct(sum.data(), sum.data(), sum.size()));
}

} // namespace

PersonMatcher::PersonMatcher(RecogniserKind model)
    : m_traits(traitsOf(model))
{
}

void PersonMatcher::addFace(PersonId person, std::span<const float> embedding)
{
    Profile &profile = m_profiles[person];
    profile.sum.resize(embedding.size(), 0.0f);
    std::transform(embedding.begin(), embedding.end(), profile.sum.begin(), profile.sum.begin(), std::plus());
    profile.norm = normOf(profile.sum);
    ++profile.faces;
    ++m_faces;
}

void PersonMatcher::removeFace(PersonId person, std::span<const float> embedding)
{
    const auto entry = m_profiles.find(person);
    if (entry == m_profiles.end())
        return;
    if (entry->second.faces == 1) {
        removePerson(person);
        return;
    }
    Profile &profile = entry->second;
    std::transform(profile.sum.begin(), profile.sum.end(), embedding.begin(), profile.sum.begin(), std::minus());
    profile.norm = normOf(profile.sum);
    --profile.faces;
    --m_faces;
}

void PersonMatcher::removePerson(PersonId person)
{
    const auto entry = m_profiles.find(person);
    if (entry == m_profiles.end())
        return;
    m_faces -= entry->second.faces;
    m_profiles.erase(entry);
}

Match PersonMatcher::match(std::span<const float> embedding, std::span<const PersonId> excluded) const
{
    Match match;
    for (const auto &[person, profile] : m_profiles) {
        if (std::find(excluded.begin(), excluded.end(), person) != excluded.end() || !(profile.norm > 0))
            continue;
        const float similarity = dotProduct(embedding.data(), profile.sum.data(), profile.sum.size()) / profile.norm;
        if (similarity > match.similarity || (similarity == match.similarity && person < match.person)) {
            match.second = std::exchange(match.person, person);
            match.secondSimilarity = std::exchange(match.similarity, similarity);
        } else if (similarity > match.secondSimilarity ||
                   (similarity == match.secondSimilarity && person < match.second)) {
            match.second = person;
            match.secondSimilarity = similarity;
        }
    }
    const bool isClear = match.similarity - match.secondSimilarity >= leastMargin;
    if (match.similarity >= sameThresholdFor(m_traits, m_faces) && isClear)
        match.kind = Match::Kind::Same;
    else if (match.similarity >= m_traits.suggestThreshold)
        match.kind = Match::Kind::Suggest;
    return match;
}

} // namespace kinframe::faces
