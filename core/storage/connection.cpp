// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "storage/sql_error.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace kinframe::storage {
namespace {

// Statements are few and fixed in the code, but for those built from requests: once it is full it is filled anew with
// what is asked then.
constexpr size_t mostCachedStatements = 256;
constexpr int busyTimeoutMs = 10'000;
// Of SQLite's machine: some microseconds' worth.
constexpr int instructionsBetweenLooks = 1000;

} // namespace

// The same SQL may be in use twice at a time (a recursion, say), so each text has a list of idle statements.
struct Connection::Cache
{
    std::unordered_map<std::string, std::vector<sqlite3_stmt *>> idle;
    size_t count = 0;

    void clear()
    {
        for (const auto &[sql, statements] : idle) {
            for (sqlite3_stmt *statement : statements) {
                sqlite3_finalize(statement);
            }
        }
        idle.clear();
        count = 0;
    }
};

Connection::Connection(sqlite3 *handle)
    : m_handle(handle)
    , m_cache(std::make_unique<Cache>())
{
}

Connection::~Connection()
{
    m_cache->clear();
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, access | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK) {
        return Failure(SqlError(handle, code, nullptr).toError());
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    try {
        connection->runScript("PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;");
        if (mode == Mode::ReadOnly) {
            connection->runScript("PRAGMA temp_store = MEMORY;");
        } else {
            // What a savepoint would undo is kept in a file: in memory it is a list that every statement walks to its
            // end, so that writes of many rows would take the square of their time.
            connection->runScript("PRAGMA temp_store = FILE;");
            // A write of many rows all over the database reads and writes its pages once, not as often as they leave
            // a small cache.
            connection->runScript("PRAGMA cache_size = -64000;");
            // FULL: an acknowledged upload is on the disk, for its sender deletes its own copy.
            connection->runScript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000;");
        }
    } catch (const SqlError &error) {
        return Failure(error.toError());
    }
    return connection;
}

Statement Connection::prepare(std::string_view sql)
{
    std::string key(sql);
    sqlite3_stmt *statement = nullptr;
    if (auto found = m_cache->idle.find(key); found != m_cache->idle.end() && !found->second.empty()) {
        statement = found->second.back();
        found->second.pop_back();
        --m_cache->count;
    } else {
        const int code =
            sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) {
            throw SqlError(m_handle, code, key.c_str());
        }
    }
    Cache *cache = m_cache.get();
    return {m_handle, statement, [cache, key = std::move(key)](sqlite3_stmt *used) {
                if (cache->count >= mostCachedStatements) {
                    cache->clear();
                }
                cache->idle[key].push_back(used);
                ++cache->count;
            }};
}

void Connection::runScript(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw SqlError(m_handle, code, nullptr);
    }
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

void Connection::forgetPages()
{
    sqlite3_db_release_memory(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::watch()
{
    if (m_stop == nullptr && !m_deadline) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        m_handle, instructionsBetweenLooks,
        [](void *connection) { return static_cast<const Connection *>(connection)->mustEnd() ? 1 : 0; }, this);
}

bool Connection::mustEnd() const
{
    return (m_stop != nullptr && m_stop->stop_requested()) ||
           (m_deadline && std::chrono::steady_clock::now() >= *m_deadline);
}

Connection::StopWatch::StopWatch(Connection &connection, const std::stop_token &stop)
    : m_connection(connection)
{
    m_connection.m_stop = stop.stop_possible() ? &stop : nullptr;
    m_connection.watch();
}

Connection::StopWatch::~StopWatch()
{
    m_connection.m_stop = nullptr;
    m_connection.watch();
}

Connection::Deadline::Deadline(Connection &connection, std::chrono::steady_clock::time_point end)
    : m_connection(connection)
    , m_before(std::exchange(connection.m_deadline, end))
{
    m_connection.watch();
}

Connection::Deadline::~Deadline()
{
    m_connection.m_deadline = m_before;
    m_connection.watch();
}

} // namespace kinframe::storage
