// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::library {

/// A folder whose photos are in a user's library. A value as it was read.
struct Folder
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    qint64 ownerId = 0;
    QString path;          ///< absolute
    QString place;         ///< below the root of its volume: where it is looked for when that is mounted elsewhere
    bool isCopied = false; ///< its photos are copied into the library, and stay there when their files go
    bool isWatched = true;
    bool isBeingRemoved = false;        ///< its photos are on their way to the trash
    std::optional<qint64> scannedAt;    ///< ms since 1970; none: not yet
    std::optional<qint64> missingSince; ///< the folder as a whole is not there

    /// Whether that file or folder lies in it.
    [[nodiscard]] bool holds(const QString &other) const;
};

/// By path; of one user, or (0) of everyone; also those that are being removed. Throw SqlError.
[[nodiscard]] std::vector<Folder> folderRows(storage::Connection &db, qint64 ownerId);
[[nodiscard]] std::optional<Folder> folderRow(storage::Connection &db, const QUuid &uuid);

} // namespace kinframe::library
