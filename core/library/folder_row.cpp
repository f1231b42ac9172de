// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folder_row.h"

namespace kinframe::library {
namespace {

using storage::Connection;
using storage::Statement;

#define KINFRAME_FOLDER_COLUMNS                                                                                        \
    "id, uuid, owner_id, path, place, is_copied, is_watched, is_being_removed, scanned_at, missing_since"

Folder folderOf(const Statement &row)
{
    Folder folder;
    folder.id = row.int64(0);
    folder.uuid = row.uuid(1);
    folder.ownerId = row.int64(2);
    folder.path = row.text(3);
    folder.place = row.text(4);
    folder.isCopied = row.boolean(5);
    folder.isWatched = row.boolean(6);
    folder.isBeingRemoved = row.boolean(7);
    folder.scannedAt = row.optionalInt64(8);
    folder.missingSince = row.optionalInt64(9);
    return folder;
}

} // namespace

bool Folder::holds(const QString &other) const
{
    return other == path || other.startsWith(path.endsWith(u'/') ? path : path + u'/');
}

std::vector<Folder> folderRows(Connection &db, qint64 ownerId)
{
    std::vector<Folder> folders;
    Statement statement =
        db.prepare("SELECT " KINFRAME_FOLDER_COLUMNS " FROM folder WHERE ?1 IN (0, owner_id) ORDER BY path, id");
    statement.bindAll(ownerId);
    while (statement.step()) {
        folders.push_back(folderOf(statement));
    }
    return folders;
}

std::optional<Folder> folderRow(Connection &db, const QUuid &uuid)
{
    Statement statement = db.prepare("SELECT " KINFRAME_FOLDER_COLUMNS " FROM folder WHERE uuid = ?1");
    statement.bindAll(uuid);
    return statement.step() ? std::optional(folderOf(statement)) : std::nullopt;
}

} // namespace kinframe::library
