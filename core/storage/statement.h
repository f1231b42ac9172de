// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <concepts>
#include <functional>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kinframe::storage {

/// A compiled statement while it is used: reset when it goes, then back in the cache of its connection. Columns and
/// parameters as SQLite counts them: columns from 0, parameters from 1. Every call throws SqlError. Ids (QUuid) are
/// blobs of 16 bytes.
class Statement
{
public:
    using Return = std::function<void(sqlite3_stmt *)>;

    Statement(sqlite3 *connection, sqlite3_stmt *statement, Return giveBack);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Any integer or bool: which of C++'s integers has 64 bits differs between platforms.
    template <std::integral Integer>
    void bind(int index, Integer value)
    {
        bindInteger(index, qint64(value));
    }
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value);
    void bind(int index, const QUuid &value);
    void bind(int index, std::nullptr_t);
    void bind(int index, const char *) = delete;
    template <typename T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value) {
            bind(index, *value);
        } else {
            bind(index, nullptr);
        }
    }
    template <typename... Values>
    void bindAll(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }

    /// To the next row; false after the last.
    bool step();
    /// Ready to be bound and run again.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    /// SQLite's code for what is there: SQLITE_INTEGER, …
    [[nodiscard]] int type(int column) const;
    [[nodiscard]] qint64 int64(int column) const;
    [[nodiscard]] int integer(int column) const { return int(int64(column)); }
    [[nodiscard]] bool boolean(int column) const { return int64(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// The bytes of a blob or of a text in UTF-8, where they lie: until the next step or reset, or until the column is
    /// read as something else.
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] QUuid uuid(int column) const;
    [[nodiscard]] std::optional<qint64> optionalInt64(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;

private:
    void bindInteger(int index, qint64 value);

    sqlite3 *m_connection;
    sqlite3_stmt *m_statement;
    Return m_giveBack;
};

} // namespace kinframe::storage
