// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace kinframe::storage {
class Connection;
}

namespace kinframe::test {

/// The database of a library as another program reaches it, also while a server has it open.
class LiveDatabase
{
public:
    /// `data` is the library's folder.
    explicit LiveDatabase(const QString &data);
    ~LiveDatabase();

    /// Runs several statements without values; false, and a warning that says why, where it cannot.
    [[nodiscard]] bool run(const QByteArray &sql);

private:
    std::unique_ptr<storage::Connection> m_connection;
};

/// A table that is gone for as long as the handle lives.
class GoneTable
{
public:
    GoneTable(LiveDatabase &database, const QByteArray &table);
    ~GoneTable();
    GoneTable(const GoneTable &) = delete;
    GoneTable &operator=(const GoneTable &) = delete;

    [[nodiscard]] bool isGone() const { return m_isGone; }
    /// Brings it back before its time; false where that does not work.
    [[nodiscard]] bool bringBack();

private:
    LiveDatabase &m_database;
    QByteArray m_table;
    bool m_isGone;
};

} // namespace kinframe::test
