// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/engine/clusterer.h"

#include "faces/engine/agglomeration.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace kinframe::faces {

namespace {

bool isBetterCover(const ClusterFace &a, const ClusterFace &b)
{
    return a.quality != b.quality ? a.quality > b.quality : a.id < b.id;
}

/// The faces of each group as places in the input, in the order the result has them.
std::vector<std::vector<std::size_t>> collectGroups(const ClusterInput &input, const ClusterRules &rules)
{
    std::map<std::size_t, std::vector<std::size_t>> bodies;
    for (std::size_t place = 0; place < input.faces.size(); ++place)
        bodies[rules.bodyOf(place)].push_back(place);
    std::vector<std::vector<std::size_t>> groups;
    for (auto &[body, faces] : bodies) {
        std::sort(faces.begin(), faces.end(),
                  [&](std::size_t a, std::size_t b) { return input.faces[a].id < input.faces[b].id; });
        groups.push_back(std::move(faces));
    }
    std::sort(groups.begin(), groups.end(), [&](const auto &a, const auto &b) {
        return a.size() != b.size() ? a.size() > b.size() : input.faces[a.front()].id < input.faces[b.front()].id;
    });
    return groups;
}

PersonGroup describe(const ClusterInput &input, const std::vector<std::size_t> &places)
{
    PersonGroup group;
    const ClusterFace *cover = &input.faces[places.front()];
    for (const std::size_t place : places) {
        const ClusterFace &face = input.faces[place];
        group.faces.push_back(face.id);
        if (isBetterCover(face, *cover))
            cover = &face;
    }
    group.cover = cover->id;
    return group;
}

/// Who keeps which group: what is confirmed first, then the largest share of faces that people had before.
class GroupNamer
{
public:
    GroupNamer(const ClusterInput &input, const std::vector<std::vector<std::size_t>> &places)
        : m_input(input)
        , m_places(places)
        , m_rejected(input.rejected.begin(), input.rejected.end())
    {
    }

    void name(std::vector<PersonGroup> &groups, const ClusterRules &rules) const
    {
        std::set<PersonId> taken;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            groups[i].person = rules.personOf(rules.bodyOf(m_places[i].front()));
            if (groups[i].person)
                taken.insert(*groups[i].person);
        }
        for (const auto &[share, person, group] : shares())
            if (!groups[group].person && !isRejected(group, person) && taken.insert(person).second)
                groups[group].person = person;
    }

private:
    /// (−faces, person, group): sorted, the largest share comes first.
    std::set<std::tuple<std::ptrdiff_t, PersonId, std::size_t>> shares() const
    {
        std::set<std::tuple<std::ptrdiff_t, PersonId, std::size_t>> sorted;
        for (std::size_t group = 0; group < m_places.size(); ++group) {
            std::map<PersonId, std::ptrdiff_t> counts;
            for (const std::size_t place : m_places[group])
                if (m_input.faces[place].person)
                    ++counts[*m_input.faces[place].person];
            for (const auto &[person, count] : counts)
                sorted.emplace(-count, person, group);
        }
        return sorted;
    }

    bool isRejected(std::size_t group, PersonId person) const
    {
        return !m_rejected.empty() &&
               std::any_of(m_places[group].begin(), m_places[group].end(), [&](std::size_t place) {
                   return m_rejected.contains({m_input.faces[place].id, person});
               });
    }

    const ClusterInput &m_input;
    const std::vector<std::vector<std::size_t>> &m_places;
    std::set<std::pair<FaceId, PersonId>> m_rejected;
};

std::vector<GroupSuggestion> suggestionsFor(const std::vector<GroupSuggestion> &pairs,
                                            const std::vector<std::vector<std::size_t>> &groups)
{
    std::unordered_map<std::size_t, std::size_t> groupOf;
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (const std::size_t place : groups[group])
            groupOf[place] = group;
    std::map<std::pair<std::size_t, std::size_t>, float> best;
    for (const GroupSuggestion &pair : pairs) {
        const auto key = std::minmax(groupOf[pair.first], groupOf[pair.second]);
        float &similarity = best[key];
        similarity = std::max(similarity, pair.similarity);
    }
    std::vector<GroupSuggestion> suggestions;
    for (const auto &[key, similarity] : best)
        suggestions.push_back({key.first, key.second, similarity});
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const GroupSuggestion &a, const GroupSuggestion &b) { return a.similarity > b.similarity; });
    return suggestions;
}

} // namespace

ClusterResult clusterFaces(const ClusterInput &input)
{
    const ModelTraits &traits = traitsOf(input.model);
    const float same = input.sameThreshold.value_or(sameThresholdFor(traits, input.faces.size()));
    ClusterRules rules(input);
    Agglomeration agglomeration(input, rules, same, std::min(same, traits.suggestThreshold));
    if (!agglomeration.run())
        return {};
    const auto places = collectGroups(input, rules);
    ClusterResult result;
    for (const auto &faces : places)
        result.groups.push_back(describe(input, faces));
    GroupNamer(input, places).name(result.groups, rules);
    result.suggestions = suggestionsFor(agglomeration.almost(), places);
    return result;
}

} // namespace kinframe::faces
