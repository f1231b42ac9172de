// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/reader_pool.h"

#include "base/log.h"
#include "storage/sql_error.h"

namespace kinframe::storage {
namespace {

constexpr size_t mostIdle = 16;
// Those that are taken first keep their pages; the others are for moments of hurry, and would keep as much each.
constexpr size_t mostWarm = 2;

} // namespace

Result<ReaderPool::Lease> ReaderPool::take()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(*this, std::move(connection));
        }
    }
    auto opened = Connection::open(m_path, Connection::Mode::ReadOnly);
    if (!opened) {
        return failed(opened);
    }
    return Lease(*this, std::move(*opened));
}

void ReaderPool::giveBack(std::unique_ptr<Connection> connection)
{
    // A snapshot that could not be ended would stay open for whoever comes next.
    const std::scoped_lock lock(m_mutex);
    if (m_idle.size() < mostIdle && !connection->inTransaction()) {
        m_idle.push_back(std::move(connection));
        if (m_idle.size() > mostWarm) {
            m_idle[m_idle.size() - mostWarm - 1]->forgetPages();
        }
    }
}

Snapshot::~Snapshot()
{
    try {
        // Also after an interrupted or failed SELECT, which leaves the transaction open.
        if (m_connection.inTransaction()) {
            m_connection.run("COMMIT");
        }
    } catch (const SqlError &error) {
        qCWarning(logStorage) << "a snapshot did not end:" << error.what();
    }
}

} // namespace kinframe::storage
