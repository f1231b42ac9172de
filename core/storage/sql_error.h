// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <exception>

struct sqlite3;

namespace kinframe::storage {

/// What SQLite refused, thrown by Statement and Connection. It never leaves a function given to Database::read or
/// Database::write: those turn it into a Result.
class SqlError : public std::exception
{
public:
    SqlError(sqlite3 *connection, int code, const char *sql);

    [[nodiscard]] const char *what() const noexcept override { return m_what.c_str(); }
    /// SQLite's extended result code.
    [[nodiscard]] int code() const { return m_code; }
    [[nodiscard]] Error toError() const;

private:
    int m_code;
    std::string m_what;
    QString m_path;
};

} // namespace kinframe::storage
