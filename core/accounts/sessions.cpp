// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_rows.h"
#include "accounts/accounts.h"
#include "base/ids.h"

#include <future>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

constexpr qint64 sessionLastsMs = 30LL * 24 * 3600 * 1000;
constexpr qsizetype longestDevice = 200;

} // namespace

Result<Login> Accounts::login(const LoginRequest &request)
{
    std::promise<Result<Login>> answered;
    loginLater(request, [&](Result<Login> login) { answered.set_value(std::move(login)); });
    return answered.get_future().get();
}

void Accounts::loginLater(LoginRequest request, std::function<void(Result<Login>)> done)
{
    struct Found
    {
        std::optional<User> user;
        QString password;
    };
    const auto found = m_database.read([&](Connection &db) -> Result<Found> {
        Found one{rows::userByEmail(db, request.email), {}};
        if (one.user) {
            one.password = rows::passwordOf(db, one.user->id);
        }
        return one;
    });
    if (!found) {
        done(failed(found));
        return;
    }
    const QString password = request.password;
    m_passwords->verifyLater(
        password, found->password,
        [this, request = std::move(request), user = found->user, done = std::move(done)](const Result<bool> &isRight) {
            if (!isRight) {
                done(failed(isRight));
            } else if (!*isRight || !user) {
                done(fail(ErrorCode::Unauthorized));
            } else {
                done(beginSession(request, *user));
            }
        });
}

Result<Login> Accounts::beginSession(const LoginRequest &request, const User &user)
{
    const qint64 now = m_options.clock();
    Login login{newToken(u"ks_"), user, {}};
    login.session = {newUuid(),
                     user.id,
                     request.deviceType.left(longestDevice),
                     request.deviceOs.left(longestDevice),
                     request.appVersion.left(longestDevice),
                     now,
                     now,
                     now + sessionLastsMs};
    const QByteArray hash = m_secret.hashOf(login.token.toUtf8());
    const auto written = m_database.write([&](Transaction &tx) -> Result<void> {
        // The password was checked a moment ago; the user may have been deleted since.
        if (!rows::userById(tx.db(), user.id)) {
            return fail(ErrorCode::Unauthorized);
        }
        const Session &session = login.session;
        tx.run("INSERT INTO session(uuid, user_id, token_hash, device_type, device_os, app_version, created_at, "
               "last_used_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)",
               session.uuid, user.id, hash, session.deviceType, session.deviceOs, session.appVersion, now,
               session.expiresAt);
        return {};
    });
    return written ? Result<Login>(std::move(login)) : failed(written);
}

Result<std::vector<Session>> Accounts::sessions(qint64 userId)
{
    const qint64 now = m_options.clock();
    return m_database.read([&](Connection &db) -> Result<std::vector<Session>> {
        Statement statement = db.prepare("SELECT " KINFRAME_SESSION_COLUMNS " FROM session WHERE user_id = ?1 AND "
                                         "expires_at > ?2 ORDER BY id DESC LIMIT 1000");
        statement.bindAll(userId, now);
        return rows::allOf(statement, rows::sessionOf);
    });
}

Result<void> Accounts::revokeSession(qint64 userId, const QUuid &uuid)
{
    return m_database.write([&](Transaction &tx) -> Result<void> {
        if (tx.run("DELETE FROM session WHERE user_id = ?1 AND uuid = ?2", userId, uuid) == 0) {
            return Failure(rows::noSuch(u"session"_s, uuid));
        }
        tx.afterCommit([this, uuid] { m_cache.forgetCredential(uuid); });
        return {};
    });
}

Result<qint64> Accounts::revokeOtherSessions(qint64 userId, const QUuid &kept)
{
    return m_database.write([&](Transaction &tx) -> Result<qint64> {
        tx.afterCommit([this, userId] { m_cache.forgetUser(userId); });
        return tx.run("DELETE FROM session WHERE user_id = ?1 AND uuid <> ?2", userId, kept);
    });
}

Result<qint64> Accounts::sweepSessions()
{
    const qint64 now = m_options.clock();
    return m_database.write(
        [&](Transaction &tx) -> Result<qint64> { return tx.run("DELETE FROM session WHERE expires_at <= ?1", now); });
}

} // namespace kinframe::accounts
