// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_rows.h"
#include "accounts/accounts.h"
#include "accounts/permission.h"
#include "base/ids.h"

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr qsizetype longestName = 200;

Result<QString> checkedName(const QString &name)
{
    if (name.size() > longestName) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"name"_s},
                                                 {u"value"_s, u"%1 characters long"_s.arg(name.size())},
                                                 {u"expected"_s, u"a text of at most 200 characters"_s}});
    }
    return name.trimmed().isEmpty() ? u"API Key"_s : name.trimmed();
}

Result<ApiKey> find(Connection &db, qint64 userId, const QUuid &uuid)
{
    Statement row = db.prepare("SELECT " KINFRAME_KEY_COLUMNS " FROM api_key WHERE user_id = ?1 AND uuid = ?2");
    row.bindAll(userId, uuid);
    return row.step() ? Result<ApiKey>(rows::keyOf(row)) : Failure(rows::noSuch(u"API key"_s, uuid));
}

} // namespace

Result<CreatedKey> Accounts::createKey(const Principal &by, const QString &name,
                                       const std::vector<QString> &permissions)
{
    if (auto granted = checkGrant(by, permissions); !granted) {
        return failed(granted);
    }
    const auto checked = checkedName(name);
    if (!checked) {
        return failed(checked);
    }
    const qint64 now = m_options.clock();
    CreatedKey created{newToken(u"kk_"), {newUuid(), by.userId, *checked, permissions, now, now, {}}};
    const QByteArray hash = m_secret.hashOf(created.secret.toUtf8());
    const auto written = m_database.write([&](Transaction &tx) -> Result<void> {
        if (!rows::userById(tx.db(), by.userId)) {
            return Failure(rows::noSuch(u"user"_s, by.uuid));
        }
        tx.run("INSERT INTO api_key(uuid, user_id, name, key_hash, permissions, created_at, updated_at) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
               created.key.uuid, by.userId, created.key.name, hash, rows::permissionsText(permissions), now);
        return {};
    });
    return written ? Result<CreatedKey>(std::move(created)) : failed(written);
}

Result<std::vector<ApiKey>> Accounts::keys(qint64 userId)
{
    return m_database.read([&](Connection &db) -> Result<std::vector<ApiKey>> {
        Statement statement =
            db.prepare("SELECT " KINFRAME_KEY_COLUMNS " FROM api_key WHERE user_id = ?1 ORDER BY id DESC LIMIT 1000");
        statement.bind(1, userId);
        return rows::allOf(statement, rows::keyOf);
    });
}

Result<ApiKey> Accounts::key(qint64 userId, const QUuid &uuid)
{
    return m_database.read([&](Connection &db) { return find(db, userId, uuid); });
}

Result<ApiKey> Accounts::updateKey(const Principal &by, const QUuid &uuid, const std::optional<QString> &name,
                                   const std::optional<std::vector<QString>> &permissions)
{
    if (permissions) {
        if (auto granted = checkGrant(by, *permissions); !granted) {
            return failed(granted);
        }
    }
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<ApiKey> {
        auto present = find(tx.db(), by.userId, uuid);
        if (!present) {
            return present;
        }
        const auto checked = checkedName(name.value_or(present->name));
        if (!checked) {
            return failed(checked);
        }
        tx.run("UPDATE api_key SET name = ?2, permissions = ?3, updated_at = ?4 WHERE uuid = ?1", uuid, *checked,
               rows::permissionsText(permissions.value_or(present->permissions)), now);
        tx.afterCommit([this, uuid] { m_cache.forgetCredential(uuid); });
        return find(tx.db(), by.userId, uuid);
    });
}

Result<void> Accounts::revokeKey(qint64 userId, const QUuid &uuid)
{
    return m_database.write([&](Transaction &tx) -> Result<void> {
        if (tx.run("DELETE FROM api_key WHERE user_id = ?1 AND uuid = ?2", userId, uuid) == 0) {
            return Failure(rows::noSuch(u"API key"_s, uuid));
        }
        tx.afterCommit([this, uuid] { m_cache.forgetCredential(uuid); });
        return {};
    });
}

} // namespace kinframe::accounts
