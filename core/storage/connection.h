// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/statement.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <string_view>

struct sqlite3;

namespace kinframe::storage {

/// One connection to the database file, closed with its statements when it goes. One thread at a time.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens and sets the pragmas of the project (WAL, foreign keys, synchronous=FULL). `:memory:` names are not
    /// shared.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// A compiled statement, from this connection's cache where it was used before. Throws SqlError.
    [[nodiscard]] Statement prepare(std::string_view sql);

    /// Runs one statement with its values bound in order; gives the number of rows it changed. Throws SqlError.
    template <typename... Values>
    qint64 run(std::string_view sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        statement.bindAll(values...);
        while (statement.step()) {
        }
        return changes();
    }

    /// Runs several statements without values. Throws SqlError.
    void runScript(const QByteArray &sql);

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    /// False where SQLite itself has rolled the transaction back (a full disk, for example).
    [[nodiscard]] bool inTransaction() const;
    /// While the handle lives, statements end with SQLITE_INTERRUPT once the token asks to stop: whether it asks while
    /// one runs or before, which an interrupt of SQLite's own would miss. The token outlives the handle.
    class StopWatch
    {
    public:
        StopWatch(Connection &connection, const std::stop_token &stop);
        ~StopWatch();
        StopWatch(const StopWatch &) = delete;
        StopWatch &operator=(const StopWatch &) = delete;

    private:
        Connection &m_connection;
    };
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    struct Cache;
    explicit Connection(sqlite3 *handle);
    sqlite3 *m_handle;
    std::unique_ptr<Cache> m_cache;
};

} // namespace kinframe::storage
