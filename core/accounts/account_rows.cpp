// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_rows.h"

#include "base/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::accounts::rows {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

#define USER_COLUMNS                                                                                                   \
    "id, uuid, name, email, password IS NOT NULL, is_admin, is_owner, must_change_password, avatar_color, "            \
    "preferences, created_at, updated_at, deleted_at, quota_bytes, used_bytes"

User userOf(const Statement &row)
{
    User user;
    user.id = row.int64(0);
    user.uuid = row.uuid(1);
    user.name = row.text(2);
    user.email = row.text(3);
    user.hasPassword = row.boolean(4);
    user.isAdmin = row.boolean(5);
    user.isOwner = row.boolean(6);
    user.mustChangePassword = row.boolean(7);
    user.avatarColor = row.text(8);
    user.preferences = QJsonDocument::fromJson(row.text(9).toUtf8()).object();
    user.createdAt = row.int64(10);
    user.updatedAt = row.int64(11);
    user.deletedAt = row.optionalInt64(12);
    user.quotaBytes = row.optionalInt64(13);
    user.usedBytes = row.int64(14);
    return user;
}

template <typename Value>
std::optional<User> one(Connection &db, std::string_view sql, const Value &value)
{
    Statement statement = db.prepare(sql);
    statement.bind(1, value);
    return statement.step() ? std::optional(userOf(statement)) : std::nullopt;
}

} // namespace

std::optional<User> userById(Connection &db, qint64 id)
{
    return one(db, "SELECT " USER_COLUMNS " FROM user WHERE id = ?1 AND deleted_at IS NULL", id);
}

std::optional<User> userByUuid(Connection &db, const QUuid &uuid)
{
    return one(db, "SELECT " USER_COLUMNS " FROM user WHERE uuid = ?1 AND deleted_at IS NULL", uuid);
}

std::optional<User> userByEmail(Connection &db, const QString &email)
{
    return one(db, "SELECT " USER_COLUMNS " FROM user WHERE email = ?1 AND deleted_at IS NULL",
               email.trimmed().toLower());
}

std::optional<User> deletedByUuid(Connection &db, const QUuid &uuid)
{
    return one(db, "SELECT " USER_COLUMNS " FROM user WHERE uuid = ?1 AND deleted_at IS NOT NULL", uuid);
}

std::optional<User> owner(Connection &db)
{
    return one(db, "SELECT " USER_COLUMNS " FROM user WHERE is_owner = ?1", 1);
}

std::vector<User> usersAfter(Connection &db, qint64 after, int limit)
{
    Statement statement =
        db.prepare("SELECT " USER_COLUMNS " FROM user WHERE id > ?1 AND deleted_at IS NULL ORDER BY id LIMIT ?2");
    statement.bindAll(after, limit);
    return allOf(statement, userOf);
}

std::vector<User> deletedUsers(Connection &db, int limit)
{
    Statement statement =
        db.prepare("SELECT " USER_COLUMNS " FROM user WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC LIMIT ?1");
    statement.bind(1, limit);
    return allOf(statement, userOf);
}

std::vector<User> usersByName(Connection &db, const QString &name)
{
    Statement statement =
        db.prepare("SELECT " USER_COLUMNS " FROM user WHERE name = ?1 AND deleted_at IS NULL LIMIT 2");
    statement.bind(1, name);
    return allOf(statement, userOf);
}

QString passwordOf(Connection &db, qint64 userId)
{
    Statement statement = db.prepare("SELECT password FROM user WHERE id = ?1");
    statement.bind(1, userId);
    return statement.step() ? statement.text(0) : QString();
}

Session sessionOf(const Statement &row)
{
    return {row.uuid(0), row.int64(1), row.text(2), row.text(3), row.text(4), row.int64(5), row.int64(6), row.int64(7)};
}

ApiKey keyOf(const Statement &row)
{
    return {row.uuid(0),  row.int64(1), row.text(2),         permissionsOf(row.text(3)),
            row.int64(4), row.int64(5), row.optionalInt64(6)};
}

std::vector<QString> permissionsOf(const QString &text)
{
    std::vector<QString> permissions;
    const QJsonArray listed = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &permission : listed) {
        permissions.push_back(permission.toString());
    }
    return permissions;
}

QString permissionsText(const std::vector<QString> &permissions)
{
    QJsonArray array;
    for (const QString &permission : permissions) {
        array.append(permission);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Principal principalOf(const User &user, Principal::Credential credential)
{
    return {user.id, user.uuid, user.name, user.email, user.isAdmin, user.isOwner, credential, {}, {}};
}

Error noSuch(const QString &what, const QUuid &uuid)
{
    return {ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, toText(uuid)}}, {}};
}

} // namespace kinframe::accounts::rows
