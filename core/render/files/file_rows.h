// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "render/files/stored_file.h"
#include "storage/transaction.h"

#include <optional>
#include <span>
#include <vector>

namespace kinframe::render {

struct AddedFile;
struct Collected;
struct FileFacts;

// Files for renders in the database. All throw SqlError.

[[nodiscard]] std::optional<StoredFile> findFile(storage::Connection &db, qint64 id);
/// By `assets/<md5>` or a key given at upload: the asker's own, else, for an admin, anybody's.
[[nodiscard]] std::optional<StoredFile> findFileByKey(storage::Connection &db, const Asker &asker, const QString &key);
/// Those of the MD5s that the asker has, each once, in their order.
[[nodiscard]] std::vector<StoredFile> findFilesByMd5(storage::Connection &db, const Asker &asker,
                                                     std::span<const QByteArray> md5s);

/// Records the file, whose bytes lie in the blob store, with its key. Conflict, see Files::addSpooled.
[[nodiscard]] Result<AddedFile> insertFile(storage::Transaction &transaction, qint64 userId, const Digests &digests,
                                           const FileFacts &facts, qint64 now);

/// Nothing that was used within a day is written again for it.
void markUsed(storage::Transaction &transaction, std::span<const qint64> ids, qint64 now);

/// Files last used before `before` that no task and no asset refers to, the oldest first.
[[nodiscard]] std::vector<StoredFile> unusedFiles(storage::Connection &db, qint64 before, int limit, qint64 offset);
[[nodiscard]] Collected countUnusedFiles(storage::Connection &db, qint64 before);
/// Whether it is still such a one; gone then. Gives its blob's row id.
[[nodiscard]] std::optional<qint64> deleteUnusedFile(storage::Transaction &transaction, qint64 id, qint64 before);

} // namespace kinframe::render
