// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/server_rows.h"

#include "base/error_json.h"
#include "storage/sql_text.h"
#include "storage/transaction.h"

namespace kinframe::transfer::rows {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr std::string_view columns =
    "SELECT s.id, s.name, s.url, s.fingerprint, s.uses_key, s.email, s.secret, s.needs_sign_in, s.version, "
    "s.remote_user, s.user_name, s.created_at, s.is_whole, s.is_wanted, s.synced_at, s.sync_error, "
    "s.walk_after IS NOT NULL OR s.generation > 0, "
    "(SELECT count(*) FROM remote_asset a WHERE a.server_id = s.id AND a.is_trashed = 0 AND a.is_own = 1) "
    "FROM remote_server s";

ServerRow rowOf(const Statement &row)
{
    ServerRow found;
    RemoteServer &server = found.server;
    server.id = row.int64(0);
    server.name = row.text(1);
    server.url = QUrl(row.text(2));
    server.fingerprint = row.text(3);
    server.usesKey = row.boolean(4);
    server.email = row.text(5);
    found.secret = row.text(6);
    server.needsSignIn = row.boolean(7);
    server.version = RemoteVersion::parse(row.text(8));
    server.userId = row.uuid(9);
    server.userName = row.text(10);
    server.createdAt = row.int64(11);
    server.isSyncing = row.boolean(13);
    server.syncedAt = row.optionalInt64(14);
    if (!row.isNull(15)) {
        server.syncError = errorFromJsonText(row.text(15));
    }
    const bool isBegun = row.boolean(16);
    server.mirror = row.boolean(12) ? MirrorState::Whole : isBegun ? MirrorState::Partial : MirrorState::Never;
    server.assets = row.int64(17);
    return found;
}

std::vector<ServerRow> rowsOf(Statement statement)
{
    std::vector<ServerRow> rows;
    while (statement.step()) {
        rows.push_back(rowOf(statement));
    }
    return rows;
}

std::optional<ServerRow> oneOf(Statement statement)
{
    return statement.step() ? std::optional(rowOf(statement)) : std::nullopt;
}

QString keyOf(const QString &name)
{
    return name.toCaseFolded();
}

/// The name is this server's from now on, unless another has it now.
Result<void> takeName(Transaction &transaction, qint64 serverId, const QString &name)
{
    Statement others = transaction.prepare("SELECT s.id, s.name FROM remote_name n JOIN remote_server s "
                                           "ON s.id = n.server_id WHERE n.name_key = ?1");
    others.bindAll(keyOf(name));
    if (others.step() && others.int64(0) != serverId && keyOf(others.text(1)) == keyOf(name)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"there is a server of that name"_s}});
    }
    transaction.run("INSERT INTO remote_name(name_key, server_id) VALUES (?1, ?2) "
                    "ON CONFLICT (name_key) DO UPDATE SET server_id = excluded.server_id",
                    keyOf(name), serverId);
    return {};
}

} // namespace

std::vector<ServerRow> allServers(Connection &db)
{
    return rowsOf(db.prepare(storage::joined({columns, " ORDER BY s.name COLLATE NOCASE, s.id"})));
}

std::optional<ServerRow> serverNamed(Connection &db, const QString &name)
{
    Statement row =
        db.prepare(storage::joined({columns, " WHERE s.id = (SELECT server_id FROM remote_name WHERE name_key = ?1)"}));
    row.bindAll(keyOf(name));
    return oneOf(std::move(row));
}

std::optional<ServerRow> serverWithId(Connection &db, qint64 id)
{
    Statement row = db.prepare(storage::joined({columns, " WHERE s.id = ?1"}));
    row.bindAll(id);
    return oneOf(std::move(row));
}

std::vector<ServerRow> wantedServers(Connection &db)
{
    return rowsOf(db.prepare(storage::joined({columns, " WHERE s.is_wanted = 1 ORDER BY s.id"})));
}

Result<qint64> insertServer(Transaction &transaction, const ServerRow &row)
{
    const RemoteServer &server = row.server;
    transaction.run("INSERT INTO remote_server(name, url, fingerprint, uses_key, email, secret, version, remote_user, "
                    "user_name, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                    server.name, server.url.toString(QUrl::FullyEncoded), server.fingerprint, server.usesKey,
                    server.email, row.secret, server.version.text(), server.userId, server.userName, server.createdAt);
    const qint64 id = transaction.db().lastInsertId();
    const auto taken = takeName(transaction, id, server.name);
    return taken ? Result<qint64>(id) : failed(taken);
}

Result<void> updateServer(Transaction &transaction, const ServerRow &row)
{
    const RemoteServer &server = row.server;
    transaction.run("UPDATE remote_server SET name = ?2, url = ?3, fingerprint = ?4, uses_key = ?5, email = ?6, "
                    "secret = ?7, version = ?8, user_name = ?9, needs_sign_in = ?10 WHERE id = ?1",
                    server.id, server.name, server.url.toString(QUrl::FullyEncoded), server.fingerprint, server.usesKey,
                    server.email, row.secret, server.version.text(), server.userName, server.needsSignIn);
    return takeName(transaction, server.id, server.name);
}

void setNeedsSignIn(Transaction &transaction, qint64 serverId, bool needed)
{
    transaction.run("UPDATE remote_server SET needs_sign_in = ?2 WHERE id = ?1", serverId, needed);
}

MirrorRow mirrorOf(Connection &db, qint64 serverId)
{
    MirrorRow mirror;
    Statement row = db.prepare("SELECT generation, is_whole, walk_after, walk_last, walk_last_created, updated_after, "
                               "epoch FROM remote_server WHERE id = ?1");
    row.bindAll(serverId);
    if (row.step()) {
        mirror.generation = row.int64(0);
        mirror.isWhole = row.boolean(1);
        mirror.walkAfter = row.isNull(2) ? std::nullopt : std::optional(row.text(2));
        mirror.walkLast = row.isNull(3) ? QUuid() : row.uuid(3);
        mirror.walkLastCreated = row.text(4);
        mirror.updatedAfter = row.isNull(5) ? std::nullopt : std::optional(row.text(5));
        mirror.epoch = row.text(6);
    }
    return mirror;
}

void writeMirror(Transaction &transaction, qint64 serverId, const MirrorRow &row)
{
    const auto last = row.walkLast.isNull() ? std::nullopt : std::optional(row.walkLast);
    transaction.run("UPDATE remote_server SET generation = ?2, is_whole = ?3, walk_after = ?4, walk_last = ?5, "
                    "walk_last_created = ?6, updated_after = ?7, epoch = ?8 WHERE id = ?1",
                    serverId, row.generation, row.isWhole, row.walkAfter, last, row.walkLastCreated, row.updatedAfter,
                    row.epoch);
}

void setWanted(Transaction &transaction, qint64 serverId, bool wanted)
{
    transaction.run("UPDATE remote_server SET is_wanted = ?2 WHERE id = ?1", serverId, wanted);
}

void writeSyncEnd(Transaction &transaction, qint64 serverId, qint64 now, const std::optional<Error> &error)
{
    const std::optional<qint64> syncedAt = error ? std::nullopt : std::optional(now);
    const auto text = error ? std::optional(toJsonText(*error)) : std::nullopt;
    transaction.run("UPDATE remote_server SET is_wanted = 0, synced_at = coalesce(?2, synced_at), sync_error = ?3 "
                    "WHERE id = ?1",
                    serverId, syncedAt, text);
}

} // namespace kinframe::transfer::rows
