// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/file_rows.h"

#include "library/blob_row.h"
#include "render/files/file_key.h"
#include "render/files/files.h"
#include "storage/sql_text.h"

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;
using storage::Transaction;

constexpr qint64 dayMs = 86'400'000;
constexpr const char *fromFiles = "FROM render_file f JOIN blob b ON b.id = f.blob_id ";
constexpr const char *isUnused = "f.used_at < ?1 AND NOT EXISTS (SELECT 1 FROM render_task t WHERE t.scene_file_id = "
                                 "f.id) AND NOT EXISTS (SELECT 1 FROM render_task_file r WHERE r.file_id = f.id) AND "
                                 "NOT EXISTS (SELECT 1 FROM asset a WHERE a.blob_id = f.blob_id) ";

std::optional<StoredFile> firstOf(Statement &statement)
{
    return statement.step() ? std::optional(storedFileOf(statement)) : std::nullopt;
}

/// Two files with one MD5 cannot both be `assets/<md5>`.
Result<void> checkMd5(Transaction &transaction, qint64 userId, const Digests &digests)
{
    Statement statement = transaction.prepare("SELECT 1 FROM render_file f JOIN blob b ON b.id = f.blob_id "
                                              "WHERE f.owner_id = ?1 AND b.md5 = ?2 AND b.sha256 <> ?3");
    statement.bindAll(userId, digests.md5, digests.sha256);
    if (!statement.step()) {
        return {};
    }
    return fail(ErrorCode::Conflict, {{u"reason"_s, u"another file has the same MD5"_s}});
}

void keepKey(Transaction &transaction, qint64 userId, const QString &key, qint64 fileId)
{
    // As in any object store, what is put under a key takes the place of what was there.
    transaction.run("INSERT INTO render_file_key(owner_id, key, file_id) VALUES (?1, ?2, ?3) "
                    "ON CONFLICT (owner_id, key) DO UPDATE SET file_id = excluded.file_id",
                    userId, key, fileId);
}

} // namespace

std::optional<StoredFile> findFile(Connection &db, qint64 id)
{
    Statement statement = db.prepare(joined({"SELECT ", storedFileColumns, fromFiles, "WHERE f.id = ?1"}));
    statement.bindAll(id);
    return firstOf(statement);
}

std::optional<StoredFile> findFileByKey(Connection &db, const Asker &asker, const QString &key)
{
    if (const auto md5 = md5OfKey(key)) {
        auto found = findFilesByMd5(db, asker, {&*md5, 1});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    }
    Statement statement = db.prepare(joined({"SELECT ", storedFileColumns, fromFiles,
                                             "JOIN render_file_key k ON k.file_id = f.id WHERE k.key = ?1 AND "
                                             "(k.owner_id = ?2 OR ?3) ORDER BY k.owner_id <> ?2, f.id LIMIT 1"}));
    statement.bindAll(key, asker.userId, asker.isAdmin);
    return firstOf(statement);
}

std::vector<StoredFile> findFilesByMd5(Connection &db, const Asker &asker, std::span<const QByteArray> md5s)
{
    constexpr qsizetype md5Size = 16;
    QByteArray all;
    for (const QByteArray &md5 : md5s) {
        Q_ASSERT(md5.size() == md5Size);
        all.append(md5);
    }
    // All of them in one parameter: a list of thousands of parameters is more than SQLite takes.
    Statement statement =
        db.prepare(joined({"WITH RECURSIVE n(i) AS (SELECT 0 WHERE ?2 > 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < "
                           "?2) SELECT ",
                           storedFileColumns,
                           ", n.i FROM n CROSS JOIN blob b ON b.md5 = substr(?1, n.i * 16 + 1, 16) "
                           "JOIN render_file f ON f.blob_id = b.id WHERE f.owner_id = ?3 OR ?4 "
                           "ORDER BY n.i, f.owner_id <> ?3, f.id"}));
    statement.bindAll(all, md5s.size(), asker.userId, asker.isAdmin);
    std::vector<StoredFile> files;
    qint64 last = -1;
    while (statement.step()) {
        constexpr int placeColumn = 9;
        if (const qint64 place = statement.int64(placeColumn); place != last) {
            files.push_back(storedFileOf(statement));
            last = place;
        }
    }
    return files;
}

Result<AddedFile> insertFile(Transaction &transaction, qint64 userId, const Digests &digests, const FileFacts &facts,
                             qint64 now)
{
    if (auto checked = checkMd5(transaction, userId, digests); !checked) {
        return failed(checked);
    }
    const qint64 blobId = library::ensureBlob(transaction, digests, true);
    const qint64 made = transaction.run("INSERT INTO render_file(owner_id, blob_id, file_name, file_type, created_at, "
                                        "used_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT DO NOTHING",
                                        userId, blobId, facts.fileName, facts.fileType, now);
    if (made == 0) {
        transaction.run("UPDATE render_file SET used_at = max(used_at, ?3) WHERE owner_id = ?1 AND blob_id = ?2",
                        userId, blobId, now);
    }
    Statement statement = transaction.prepare(
        joined({"SELECT ", storedFileColumns, fromFiles, "WHERE f.owner_id = ?1 AND f.blob_id = ?2"}));
    statement.bindAll(userId, blobId);
    AddedFile added{firstOf(statement).value_or(StoredFile()), made > 0};
    if (!facts.key.isEmpty()) {
        keepKey(transaction, userId, facts.key, added.file.id);
    }
    return added;
}

void markUsed(Transaction &transaction, std::span<const qint64> ids, qint64 now)
{
    for (const qint64 id : ids) {
        transaction.run("UPDATE render_file SET used_at = ?2 WHERE id = ?1 AND used_at < ?3", id, now, now - dayMs);
    }
}

std::vector<StoredFile> unusedFiles(Connection &db, qint64 before, int limit, qint64 offset)
{
    Statement statement = db.prepare(joined(
        {"SELECT ", storedFileColumns, fromFiles, "WHERE ", isUnused, "ORDER BY f.used_at, f.id LIMIT ?2 OFFSET ?3"}));
    statement.bindAll(before, limit, offset);
    std::vector<StoredFile> files;
    while (statement.step()) {
        files.push_back(storedFileOf(statement));
    }
    return files;
}

Collected countUnusedFiles(Connection &db, qint64 before)
{
    Statement statement =
        db.prepare(joined({"SELECT count(*), coalesce(sum(b.size), 0) ", fromFiles, "WHERE ", isUnused}));
    statement.bindAll(before);
    statement.step();
    return {statement.int64(0), statement.int64(1)};
}

std::optional<qint64> deleteUnusedFile(Transaction &transaction, qint64 id, qint64 before)
{
    Statement statement = transaction.prepare(
        joined({"DELETE FROM render_file AS f WHERE f.id = ?2 AND ", isUnused, "RETURNING blob_id"}));
    statement.bindAll(before, id);
    std::optional<qint64> blobId;
    while (statement.step()) {
        blobId = statement.int64(0);
    }
    return blobId;
}

} // namespace kinframe::render
