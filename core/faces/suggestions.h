// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "base/result.h"
#include "faces/face.h"
#include "faces/people_index.h"
#include "faces/person.h"
#include "library/services.h"

#include <QUuid>

#include <vector>

namespace kinframe::faces {

/// "Same person?": `other`, a group without a name where one is, may be `person`.
struct Suggestion
{
    QUuid uuid;
    double similarity = 0;
    Person person;
    Person other;
    std::optional<Face> personFace; ///< the covers, to be looked at side by side
    std::optional<Face> otherFace;
};

struct SuggestionPage
{
    std::vector<Suggestion> items; ///< most similar first, but after all others those about two named people
    qint64 total = 0;
};

/// Questions that recognition has for people. `act`, where there is one, gets the answer's id in the history; undone,
/// the question is open again. Every call from any thread but the writer's.
class Suggestions
{
public:
    Suggestions(const library::Services &services, PeopleIndexes &indexes, EventBus &events);

    [[nodiscard]] Result<SuggestionPage> list(qint64 userId, int page, int size);
    /// They are one person: merges `other` into `person`.
    [[nodiscard]] Result<Person> confirm(qint64 userId, const QUuid &suggestion, QUuid *act = nullptr);
    /// They are not: never asked again, never matched.
    [[nodiscard]] Result<void> reject(qint64 userId, const QUuid &suggestion, QUuid *act = nullptr);

private:
    struct Pair;
    [[nodiscard]] Result<Pair> find(qint64 userId, const QUuid &suggestion);

    library::Services m_services;
    PeopleIndexes &m_indexes;
    EventBus &m_events;
};

} // namespace kinframe::faces
