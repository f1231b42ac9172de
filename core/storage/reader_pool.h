// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <memory>
#include <mutex>
#include <vector>

namespace kinframe::storage {

/// Read-only connections, lent to one thread at a time. As many as read at the same moment are open; a thread that
/// ends leaves none behind, as one held by the thread itself would.
class ReaderPool
{
public:
    class Lease
    {
    public:
        Lease(ReaderPool &pool, std::unique_ptr<Connection> connection)
            : m_pool(&pool)
            , m_connection(std::move(connection))
        {
        }
        ~Lease()
        {
            if (m_connection) {
                m_pool->giveBack(std::move(m_connection));
            }
        }
        Lease(Lease &&) noexcept = default;
        Lease &operator=(Lease &&) = delete;
        Connection &operator*() const { return *m_connection; }

    private:
        ReaderPool *m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    explicit ReaderPool(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] Result<Lease> take();

private:
    void giveBack(std::unique_ptr<Connection> connection);

    QString m_path;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

/// One snapshot of the database for all reads while it lives. Throws SqlError.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection)
        : m_connection(connection)
    {
        m_connection.run("BEGIN");
    }
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
};

} // namespace kinframe::storage
