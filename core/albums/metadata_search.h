// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/owner.h"
#include "storage/connection.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kinframe::albums {

/// Conditions on photos of one user, all of which hold, as a statement's text and the values behind its parameters.
/// Made of our own words only. The photos are `asset a`.
class MetadataSearch
{
public:
    using Value = std::variant<qint64, double, QString, QByteArray, QUuid>;

    explicit MetadataSearch(const library::Owner &owner);

    /// `condition` has a ? for each of the values.
    void add(const std::string &condition, const std::vector<Value> &values = {});
    /// A text, or nothing where the value is null, at that name of what the file says: city, make, …
    void addExif(const char *name, const std::optional<QString> &value);
    /// That contain the text, ASCII letters in either case.
    void addContains(const std::string &column, const QString &text);
    /// That are in the album; none where the user has none such.
    void addAlbum(const QUuid &album);
    /// With somebody's face.
    void addPerson(const QUuid &person);
    /// That have the tag or one below it. NotFound where the user has no such tag. Throws SqlError.
    [[nodiscard]] Result<void> addTag(storage::Connection &db, const QUuid &tag);

    enum class Order { NewestFirst, OldestFirst, Random };

    /// Row ids of the photos in order, behind the first `skip`; one more than `count` where there are more. Throws
    /// SqlError.
    [[nodiscard]] std::vector<qint64> find(storage::Connection &db, Order order, qint64 count, qint64 skip) const;
    [[nodiscard]] qint64 count(storage::Connection &db) const;
    struct Month
    {
        QString first; ///< its first day, as ISO 8601
        qint64 count = 0;
    };
    /// The months that they were taken in, where that was, the earliest first. Throws SqlError.
    [[nodiscard]] std::vector<Month> months(storage::Connection &db) const;
    /// What their files say at that name, each once and sorted; not what stands nowhere. Throws SqlError.
    [[nodiscard]] QStringList texts(storage::Connection &db, const char *name) const;

private:
    [[nodiscard]] storage::Statement prepared(storage::Connection &db, const std::string &before,
                                              const std::string &behind) const;

    library::Owner m_owner;
    std::string m_where;
    std::vector<Value> m_values;
};

} // namespace kinframe::albums
