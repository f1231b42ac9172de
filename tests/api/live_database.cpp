// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/live_database.h"

#include "storage/connection.h"
#include "storage/sql_error.h"

namespace kinframe::test {

using namespace Qt::StringLiterals;
using storage::Connection;

LiveDatabase::LiveDatabase(const QString &data)
{
    auto opened = Connection::open(data + u"/kinframe.db"_s, Connection::Mode::ReadWrite);
    if (opened) {
        m_connection = std::move(*opened);
    } else {
        qWarning("the database does not open: %s", qPrintable(opened.error().forLog()));
    }
}

LiveDatabase::~LiveDatabase() = default;

bool LiveDatabase::run(const QByteArray &sql)
{
    if (!m_connection) {
        return false;
    }
    try {
        m_connection->runScript(sql);
        return true;
    } catch (const storage::SqlError &error) {
        qWarning("%s: %s", sql.constData(), error.what());
        return false;
    }
}

GoneTable::GoneTable(LiveDatabase &database, const QByteArray &table)
    : m_database(database)
    , m_table(table)
    , m_isGone(database.run("ALTER TABLE " + table + " RENAME TO gone"))
{
}

GoneTable::~GoneTable()
{
    (void)bringBack();
}

bool GoneTable::bringBack()
{
    m_isGone = m_isGone && !m_database.run("ALTER TABLE gone RENAME TO " + m_table);
    return !m_isGone;
}

} // namespace kinframe::test
