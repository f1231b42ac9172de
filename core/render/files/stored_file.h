// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/statement.h"

#include <QByteArray>
#include <QString>

namespace kinframe::render {

/// Who asks for a file: a user reaches their own, an admin everybody's.
struct Asker
{
    qint64 userId = 0;
    bool isAdmin = false;
};

/// A file for renders, which one user has. A value.
struct StoredFile
{
    qint64 id = 0; ///< `asset_id`
    qint64 ownerId = 0;
    QByteArray sha256; ///< 32 bytes
    QByteArray md5;    ///< 16 bytes
    qint64 size = 0;   ///< bytes
    QString fileName;  ///< for people; never used as a path
    QString fileType;  ///< as the client said; may be empty
    qint64 createdAt = 0;
    qint64 usedAt = 0;

    /// The key that it always has: `assets/<md5>`.
    [[nodiscard]] QString storageKey() const;
};

/// The columns of a StoredFile, of `render_file f JOIN blob b`.
inline constexpr const char *storedFileColumns =
    "f.id, f.owner_id, b.sha256, b.md5, b.size, f.file_name, f.file_type, f.created_at, f.used_at ";
/// Reads those columns. Throws SqlError.
[[nodiscard]] StoredFile storedFileOf(const storage::Statement &row);

/// `assets/<md5>` of 16 bytes.
[[nodiscard]] QString storageKeyOf(const QByteArray &md5);

} // namespace kinframe::render
