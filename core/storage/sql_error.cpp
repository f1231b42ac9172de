// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_error.h"

#include <sqlite3.h>

namespace kinframe::storage {

using namespace Qt::StringLiterals;

SqlError::SqlError(sqlite3 *connection, int code, const char *sql)
    : m_code(connection != nullptr ? sqlite3_extended_errcode(connection) : code)
{
    m_what = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    if (sql != nullptr) {
        m_what += " in: ";
        m_what += sql;
    }
    if (connection != nullptr) {
        const char *path = sqlite3_db_filename(connection, "main");
        m_path = QString::fromUtf8(path);
    }
}

Error SqlError::toError() const
{
    const QString detail = QString::fromUtf8(m_what.c_str());
    switch (m_code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, {{u"path"_s, m_path}, {u"missing"_s, u"100 MB"_s}}, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::DatabaseDamaged, {{u"path"_s, m_path}}, detail};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {ErrorCode::DiskReadOnly, {{u"path"_s, m_path}}, detail};
    case SQLITE_IOERR:
        return {ErrorCode::DiskFailed, {{u"path"_s, m_path}, {u"reason"_s, detail}}, detail};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Canceled, {}, detail};
    default:
        return {ErrorCode::DatabaseFailed, {{u"reason"_s, detail}}, detail};
    }
}

} // namespace kinframe::storage
