// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_rows.h"
#include "accounts/accounts.h"
#include "base/ids.h"

#include <QJsonDocument>

#include <future>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Transaction;

constexpr qsizetype longestText = 200;

Result<void> checkText(const QString &field, const QString &text)
{
    if (text.trimmed().isEmpty() || text.size() > longestText) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, field},
                                                 {u"value"_s, text.left(longestText)},
                                                 {u"expected"_s, u"a text of 1 to 200 characters"_s}});
    }
    return {};
}

Result<void> checkEmail(Transaction &tx, const QString &email, qint64 of)
{
    if (auto checked = checkText(u"email"_s, email); !checked) {
        return checked;
    }
    const qsizetype at = email.indexOf(u'@');
    if (at < 1 || at == email.size() - 1 || email.contains(u' ')) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, u"email"_s}, {u"value"_s, email}, {u"expected"_s, u"an e-mail address"_s}});
    }
    if (const auto taken = rows::userByEmail(tx.db(), email); taken && taken->id != of) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the address “%1” is taken"_s.arg(email)}});
    }
    return {};
}

Result<User> found(std::optional<User> user, const QUuid &uuid)
{
    return user ? Result<User>(std::move(*user)) : Failure(rows::noSuch(u"user"_s, uuid));
}

Result<void> checkQuota(const std::optional<qint64> &bytes)
{
    if (bytes.value_or(0) < 0) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"quotaSizeInBytes"_s},
                                                 {u"value"_s, QString::number(*bytes)},
                                                 {u"expected"_s, u"a number of bytes"_s}});
    }
    return {};
}

Result<void> apply(Transaction &tx, const User &user, const UserChanges &changes)
{
    if (changes.name) {
        if (auto checked = checkText(u"name"_s, *changes.name); !checked) {
            return checked;
        }
    }
    if (changes.email) {
        if (auto checked = checkEmail(tx, *changes.email, user.id); !checked) {
            return checked;
        }
    }
    const std::optional<qint64> quota = changes.quotaBytes.value_or(user.quotaBytes);
    if (auto checked = checkQuota(quota); !checked) {
        return checked;
    }
    if (user.isOwner && changes.isAdmin == false) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the owner of this library stays an admin"_s}});
    }
    const QJsonObject preferences = changes.preferences.value_or(user.preferences);
    const QString color = changes.avatarColor.value_or(user.avatarColor);
    tx.run("UPDATE user SET name = ?2, email = ?3, is_admin = ?4, must_change_password = ?5, avatar_color = ?6, "
           "preferences = ?7, quota_bytes = ?8 WHERE id = ?1",
           user.id, changes.name.value_or(user.name).trimmed(), changes.email.value_or(user.email).trimmed().toLower(),
           changes.isAdmin.value_or(user.isAdmin), changes.mustChangePassword.value_or(user.mustChangePassword),
           color.isEmpty() ? std::nullopt : std::optional(color),
           QString::fromUtf8(QJsonDocument(preferences).toJson(QJsonDocument::Compact)), quota);
    return {};
}

} // namespace

Result<User> Accounts::createUser(const NewUser &user)
{
    std::optional<QString> hash;
    if (!user.password.isEmpty()) {
        auto made = m_passwords->hash(user.password);
        if (!made) {
            return failed(made);
        }
        hash = *made;
    }
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<User> {
        if (auto checked = checkText(u"name"_s, user.name); !checked) {
            return failed(checked);
        }
        if (auto checked = checkEmail(tx, user.email, 0); !checked) {
            return failed(checked);
        }
        if (auto checked = checkQuota(user.quotaBytes); !checked) {
            return failed(checked);
        }
        const QUuid uuid = newUuid();
        tx.run("INSERT INTO user(uuid, name, email, password, is_admin, must_change_password, created_at, updated_at, "
               "quota_bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)",
               uuid, user.name.trimmed(), user.email.trimmed().toLower(), hash, user.isAdmin, user.mustChangePassword,
               now, user.quotaBytes);
        return found(rows::userByUuid(tx.db(), uuid), uuid);
    });
}

Result<std::vector<User>> Accounts::users(qint64 after, int limit)
{
    return m_database.read([&](Connection &db) -> Result<std::vector<User>> {
        return rows::usersAfter(db, after, std::clamp(limit, 1, 1000));
    });
}

Result<User> Accounts::user(const QUuid &uuid)
{
    return m_database.read([&](Connection &db) { return found(rows::userByUuid(db, uuid), uuid); });
}

Result<User> Accounts::findUser(const QString &nameOrEmail)
{
    return m_database.read([&](Connection &db) -> Result<User> {
        if (auto user = rows::userByEmail(db, nameOrEmail)) {
            return *user;
        }
        const std::vector<User> named = rows::usersByName(db, nameOrEmail);
        if (named.size() > 1) {
            return fail(ErrorCode::Conflict,
                        {{u"reason"_s, u"several users are called “%1”; give the e-mail address"_s.arg(nameOrEmail)}});
        }
        return named.empty() ? Result<User>(fail(ErrorCode::NotFound, {{u"what"_s, u"user"_s}, {u"id"_s, nameOrEmail}}))
                             : named.front();
    });
}

Result<User> Accounts::updateUser(const QUuid &uuid, const UserChanges &changes)
{
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<User> {
        auto user = found(rows::userByUuid(tx.db(), uuid), uuid);
        if (!user) {
            return user;
        }
        if (auto applied = apply(tx, *user, changes); !applied) {
            return failed(applied);
        }
        tx.run("UPDATE user SET updated_at = ?2 WHERE id = ?1", user->id, now);
        tx.afterCommit([this, id = user->id] { forget(id); });
        return found(rows::userByUuid(tx.db(), uuid), uuid);
    });
}

Result<void> Accounts::setPassword(const QUuid &uuid, const QString &password, const QUuid &keptSession)
{
    std::optional<QString> hash;
    if (!password.isEmpty()) {
        auto made = m_passwords->hash(password);
        if (!made) {
            return failed(made);
        }
        hash = *made;
    }
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<void> {
        const auto user = rows::userByUuid(tx.db(), uuid);
        if (!user) {
            return Failure(rows::noSuch(u"user"_s, uuid));
        }
        tx.run("UPDATE user SET password = ?2, must_change_password = 0, updated_at = ?3 WHERE id = ?1", user->id, hash,
               now);
        // Whoever had the old password is out.
        tx.run("DELETE FROM session WHERE user_id = ?1 AND uuid <> ?2", user->id, keptSession);
        tx.afterCommit([this, id = user->id] { forget(id); });
        return {};
    });
}

Result<void> Accounts::changePassword(const Principal &principal, const QString &present, const QString &password)
{
    if (auto checked = checkPassword(password); !checked) {
        return checked;
    }
    const auto hash =
        m_database.read([&](Connection &db) -> Result<QString> { return rows::passwordOf(db, principal.userId); });
    if (!hash) {
        return failed(hash);
    }
    std::promise<Result<bool>> verified;
    m_passwords->verifyLater(present, *hash, [&](Result<bool> isRight) { verified.set_value(std::move(isRight)); });
    const Result<bool> isRight = verified.get_future().get();
    if (!isRight) {
        return failed(isRight);
    }
    if (!*isRight) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"password"_s},
                                                 {u"value"_s, u"not the present one"_s},
                                                 {u"expected"_s, u"your present password"_s}});
    }
    const bool isSession = principal.credential == Principal::Credential::Session;
    return setPassword(principal.uuid, password, isSession ? principal.credentialId : QUuid());
}

Result<void> Accounts::deleteUser(const QUuid &uuid)
{
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<void> {
        const auto user = rows::userByUuid(tx.db(), uuid);
        if (!user) {
            return Failure(rows::noSuch(u"user"_s, uuid));
        }
        if (user->isOwner) {
            return fail(ErrorCode::Conflict, {{u"reason"_s, u"the owner of this library cannot be deleted"_s}});
        }
        tx.run("UPDATE user SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1", user->id, now);
        tx.run("DELETE FROM session WHERE user_id = ?1", user->id);
        tx.run("DELETE FROM api_key WHERE user_id = ?1", user->id);
        tx.afterCommit([this, id = user->id] { forget(id); });
        return {};
    });
}

Result<std::vector<User>> Accounts::deletedUsers(int limit)
{
    return m_database.read([&](Connection &db) -> Result<std::vector<User>> {
        return rows::deletedUsers(db, std::clamp(limit, 1, 1000));
    });
}

Result<User> Accounts::restoreUser(const QUuid &uuid)
{
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<User> {
        if (auto present = rows::userByUuid(tx.db(), uuid)) {
            return *present;
        }
        const auto user = found(rows::deletedByUuid(tx.db(), uuid), uuid);
        if (!user) {
            return failed(user);
        }
        if (auto checked = checkEmail(tx, user->email, user->id); !checked) {
            return failed(checked);
        }
        tx.run("UPDATE user SET deleted_at = NULL, updated_at = ?2 WHERE id = ?1", user->id, now);
        tx.afterCommit([this, id = user->id] { forget(id); });
        return found(rows::userByUuid(tx.db(), uuid), uuid);
    });
}

void Accounts::forget(qint64 userId)
{
    m_cache.forgetUser(userId);
    const std::scoped_lock lock(m_ownerMutex);
    m_owner.reset();
    ++m_ownerGeneration;
}

} // namespace kinframe::accounts
