// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/statement.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
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
    /// Gives back the memory in which it keeps pages of the database.
    void forgetPages();
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

    /// While the handle lives, statements also end so once the time has come. Handles within each other: the one made
    /// last holds.
    class Deadline
    {
    public:
        Deadline(Connection &connection, std::chrono::steady_clock::time_point end);
        ~Deadline();
        Deadline(const Deadline &) = delete;
        Deadline &operator=(const Deadline &) = delete;

    private:
        Connection &m_connection;
        std::optional<std::chrono::steady_clock::time_point> m_before;
    };
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    struct Cache;
    explicit Connection(sqlite3 *handle);
    /// Has SQLite ask now and then whether a statement is to end, if anything can end it.
    void watch();
    [[nodiscard]] bool mustEnd() const;

    sqlite3 *m_handle;
    const std::stop_token *m_stop = nullptr;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    std::unique_ptr<Cache> m_cache;
};

} // namespace kinframe::storage
