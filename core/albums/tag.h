// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "base/result.h"
#include "library/owner.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::albums {

/// A word that photos of a user have. One with slashes lies below others: `a/b` below `a`. A value as it was read.
struct Tag
{
    QUuid id;
    QString value; ///< all of it
    QString color; ///< `#rrggbb`; empty: none
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
};

/// A tag's id is made of its text, so that it is the same wherever it is said.
[[nodiscard]] QUuid tagId(const QUuid &owner, const QString &value);
/// The last part of a tag's text.
[[nodiscard]] QString tagName(const QString &value);
/// The text of the tag that it lies below; empty: none.
[[nodiscard]] QString tagParent(const QString &value);

// Each of these throws SqlError.

/// All of the user's in the order of their texts, also those that nothing has and those that others lie below.
[[nodiscard]] std::vector<Tag> tagsOf(storage::Connection &db, const library::Owner &owner);
/// NotFound where the user has no such tag.
[[nodiscard]] Result<Tag> findTag(storage::Connection &db, const library::Owner &owner, const QUuid &id);
/// Row ids of the photos that have it or one below it.
[[nodiscard]] std::vector<qint64> assetsTagged(storage::Connection &db, qint64 ownerId, const QString &value);

// Called inside a write.

/// These, and all that they lie below, where they are not there yet; in the order of `values`, each once.
/// InvalidArgument for what can be no tag.
[[nodiscard]] Result<std::vector<Tag>> makeTags(storage::Transaction &transaction, const library::Owner &owner,
                                                const QStringList &values);
/// Conflict where there is one with that text. `color`: of the form `#RGB` or `#RRGGBB` with or without alpha.
[[nodiscard]] Result<Tag> createTag(storage::Transaction &transaction, const library::Owner &owner,
                                    const QString &value, const QString &color);
/// An empty colour takes it away. What has the tag changes too.
[[nodiscard]] Result<Tag> colourTag(storage::Transaction &transaction, const library::Services &services,
                                    const library::Owner &owner, const QUuid &id, const QString &color);
/// With all below it, from the photos too.
[[nodiscard]] Result<void> deleteTag(storage::Transaction &transaction, const library::Services &services,
                                     const library::Owner &owner, const QUuid &id);

/// One outcome for each photo, in order: Conflict where it has all of the tags already, NotFound where the user has no
/// such photo, or why its record cannot take them.
[[nodiscard]] std::vector<ItemOutcome> addTags(storage::Transaction &transaction, const library::Services &services,
                                               qint64 ownerId, const QStringList &values,
                                               std::span<const QUuid> assets);
/// NotFound also where it does not have the tag.
[[nodiscard]] std::vector<ItemOutcome> removeTag(storage::Transaction &transaction, const library::Services &services,
                                                 qint64 ownerId, const QString &value, std::span<const QUuid> assets);

} // namespace kinframe::albums
