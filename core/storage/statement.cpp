// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/sql_error.h"

#include <sqlite3.h>

namespace kinframe::storage {
namespace {

void check(sqlite3 *connection, sqlite3_stmt *statement, int code)
{
    if (code != SQLITE_OK) {
        throw SqlError(connection, code, sqlite3_sql(statement));
    }
}

// The bytes live until the statement is reset or bound again, which the caller's value may not: SQLite copies them.
const sqlite3_destructor_type copied = SQLITE_TRANSIENT; // NOLINT(cppcoreguidelines-pro-type-cstyle-cast)

} // namespace

Statement::Statement(sqlite3 *connection, sqlite3_stmt *statement, Return giveBack)
    : m_connection(connection)
    , m_statement(statement)
    , m_giveBack(std::move(giveBack))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_giveBack(std::move(other.m_giveBack))
{
}

Statement::~Statement()
{
    if (m_statement != nullptr) {
        // An unfinished SELECT would keep its snapshot and make the next write of this connection fail as locked.
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        m_giveBack(m_statement);
    }
}

void Statement::bindInteger(int index, qint64 value)
{
    check(m_connection, m_statement, sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value)
{
    check(m_connection, m_statement, sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    check(m_connection, m_statement,
          sqlite3_bind_text64(m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()), copied, SQLITE_UTF8));
}

void Statement::bind(int index, const QByteArray &value)
{
    check(m_connection, m_statement,
          sqlite3_bind_blob64(m_statement, index, value.constData(), sqlite3_uint64(value.size()), copied));
}

void Statement::bind(int index, const QUuid &value)
{
    bind(index, value.toRfc4122());
}

void Statement::bind(int index, std::nullptr_t)
{
    check(m_connection, m_statement, sqlite3_bind_null(m_statement, index));
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    throw SqlError(m_connection, code, sqlite3_sql(m_statement));
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

qint64 Statement::int64(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArrayView Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

QUuid Statement::uuid(int column) const
{
    return QUuid::fromRfc4122(blob(column));
}

std::optional<qint64> Statement::optionalInt64(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(int64(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

} // namespace kinframe::storage
