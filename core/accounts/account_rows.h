// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "accounts/user.h"
#include "base/result.h"
#include "storage/transaction.h"

#include <vector>

#define KINFRAME_SESSION_COLUMNS                                                                                       \
    "uuid, user_id, device_type, device_os, app_version, created_at, last_used_at, expires_at"
#define KINFRAME_KEY_COLUMNS "uuid, user_id, name, permissions, created_at, updated_at, last_used_at"

/// The SQL that users, sessions and keys share. For the .cpp files of this folder only. Throws SqlError.
namespace kinframe::accounts::rows {

/// Every row that the statement gives, as `read` reads one.
template <typename Row>
[[nodiscard]] std::vector<Row> allOf(storage::Statement &statement, Row (*read)(const storage::Statement &))
{
    std::vector<Row> all;
    while (statement.step()) {
        all.push_back(read(statement));
    }
    return all;
}

[[nodiscard]] std::optional<User> userById(storage::Connection &db, qint64 id);
[[nodiscard]] std::optional<User> userByUuid(storage::Connection &db, const QUuid &uuid);
[[nodiscard]] std::optional<User> deletedByUuid(storage::Connection &db, const QUuid &uuid);
[[nodiscard]] std::optional<User> userByEmail(storage::Connection &db, const QString &email);
[[nodiscard]] std::optional<User> owner(storage::Connection &db);
[[nodiscard]] std::vector<User> usersAfter(storage::Connection &db, qint64 after, int limit);
/// Those deleted last come first.
[[nodiscard]] std::vector<User> deletedUsers(storage::Connection &db, int limit);
[[nodiscard]] std::vector<User> usersByName(storage::Connection &db, const QString &name);
/// Empty where there is none.
[[nodiscard]] QString passwordOf(storage::Connection &db, qint64 userId);

[[nodiscard]] Session sessionOf(const storage::Statement &row);
[[nodiscard]] ApiKey keyOf(const storage::Statement &row);
[[nodiscard]] std::vector<QString> permissionsOf(const QString &text);
[[nodiscard]] QString permissionsText(const std::vector<QString> &permissions);
[[nodiscard]] Principal principalOf(const User &user, Principal::Credential credential);

[[nodiscard]] Error noSuch(const QString &what, const QUuid &uuid);

} // namespace kinframe::accounts::rows
