// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <functional>
#include <vector>

namespace kinframe::storage {

/// What a write function works with: the writer's connection inside its transaction. Only on the writer thread, only
/// during the call.
class Transaction
{
public:
    Transaction(Connection &connection, std::function<qint64()> makeStamp)
        : m_connection(connection)
        , m_makeStamp(std::move(makeStamp))
    {
    }

    [[nodiscard]] Connection &db() { return m_connection; }
    [[nodiscard]] Statement prepare(std::string_view sql) { return m_connection.prepare(sql); }
    template <typename... Values>
    qint64 run(std::string_view sql, const Values &...values)
    {
        return m_connection.run(sql, values...);
    }

    /// The change stamp of this transaction, max(wall clock, last stamp + 1) in ms: the same for all that it changes,
    /// and greater than that of any transaction before.
    [[nodiscard]] qint64 stamp()
    {
        if (m_stamp == 0) {
            m_stamp = m_makeStamp();
        }
        return m_stamp;
    }
    [[nodiscard]] bool isStamped() const { return m_stamp != 0; }

    /// Called on the writer thread once the transaction is on the disk; never where this write or the commit failed.
    /// For events and waking workers; must return at once.
    void afterCommit(std::function<void()> hook) { m_hooks.push_back(std::move(hook)); }

    /// Called on the writer thread where this write, or the commit, failed: for state in memory that ran ahead of it.
    void onRollback(std::function<void()> hook) { m_rollbackHooks.push_back(std::move(hook)); }

private:
    friend class Writer;
    Connection &m_connection;
    std::function<qint64()> m_makeStamp;
    qint64 m_stamp = 0;
    std::vector<std::function<void()>> m_hooks;
    std::vector<std::function<void()>> m_rollbackHooks;
};

} // namespace kinframe::storage
