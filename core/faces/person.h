// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

/// Whether a person has said anything about somebody (`person p`). A macro, for SQL is put together by the compiler.
#define KINFRAME_SINGLED_OUT                                                                                           \
    "p.name <> '' OR p.is_favorite OR p.is_hidden OR p.birth_date IS NOT NULL OR p.color IS NOT NULL OR "              \
    "p.cover_face_id IS NOT NULL"

/// Whether nothing would be lost with somebody (`person p`): a group without a face about whom nobody has said
/// anything. One into whom others were merged is still asked for by their ids, and history may bring faces back.
#define KINFRAME_EMPTY_GROUP                                                                                           \
    "NOT (" KINFRAME_SINGLED_OUT ") AND p.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM face WHERE person_id = "   \
    "p.id) AND NOT EXISTS (SELECT 1 FROM person q WHERE q.merged_into = p.id) AND NOT EXISTS (SELECT 1 FROM "          \
    "history_person h WHERE h.person_id = p.id)"

namespace kinframe::faces {

/// One person of a user's library. A value as it was read.
struct Person
{
    qint64 id = 0;
    QUuid uuid;
    qint64 ownerId = 0;
    QString name;      ///< empty: nobody has named this group yet
    QString birthDate; ///< `YYYY-MM-DD`, or empty
    bool isHidden = false;
    bool isFavorite = false;
    QString color;
    std::optional<qint64> chosenCover; ///< row id of the face chosen by hand
    qint64 updatedAt = 0;              ///< change stamp
    qint64 assetCount = 0;             ///< photos and videos, without what lies in the trash
};

struct PeopleFilter
{
    bool withHidden = false;
    QString name;  ///< part of the name, in any case; empty: all
    int page = 1;  ///< from 1
    int size = 50; ///< 1 to 1000
};

struct PeoplePage
{
    std::vector<Person> people; ///< favourites and named first, then the groups without a name; larger before smaller
    qint64 total = 0;
    qint64 hidden = 0;
    bool hasNextPage = false;
};

// All throw SqlError.

/// The columns of personFrom, for queries over `person p`.
[[nodiscard]] const char *personColumns();
[[nodiscard]] Person personFrom(const storage::Statement &row);

/// The person with that id, or the one they were merged into.
[[nodiscard]] std::optional<Person> findPerson(storage::Connection &db, qint64 ownerId, const QUuid &uuid);
/// The person of that row id, or the one they are after all merges.
[[nodiscard]] std::optional<qint64> survivorOf(storage::Connection &db, qint64 id);
[[nodiscard]] std::optional<Person> findPersonById(storage::Connection &db, qint64 id);
/// As findPersonById, but `assetCount` stays 0: their photos are not counted, which takes long for who is in many.
[[nodiscard]] std::optional<Person> findPersonUncounted(storage::Connection &db, qint64 id);
/// The person of exactly that name (in any case), the one with most photos where there are several.
[[nodiscard]] std::optional<Person> findPersonByName(storage::Connection &db, qint64 ownerId, const QString &name);
[[nodiscard]] PeoplePage listPeople(storage::Connection &db, qint64 ownerId, const PeopleFilter &filter);

} // namespace kinframe::faces
