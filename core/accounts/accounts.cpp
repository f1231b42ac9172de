// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accounts.h"

#include "accounts/account_rows.h"
#include "base/ids.h"
#include "base/log.h"

#include <QDir>

namespace kinframe::accounts {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

// How exactly "last used" is known; a write for each request would be far too many.
constexpr qint64 noteUseEveryMs = 60'000;

Failure unauthorized()
{
    return fail(ErrorCode::Unauthorized);
}

} // namespace

Result<std::unique_ptr<Accounts>> Accounts::open(storage::Database &database, AccountsOptions options)
{
    const QDir folder(options.dataFolder);
    auto secret = ServerSecret::open(folder.filePath(u"secret.key"_s));
    if (!secret) {
        return failed(secret);
    }
    auto ownerKey = OwnerKey::open(folder.filePath(u"owner.key"_s));
    if (!ownerKey) {
        return failed(ownerKey);
    }
    std::unique_ptr<Accounts> accounts(
        new Accounts(database, std::move(options), std::move(*secret), std::move(*ownerKey)));
    if (auto made = accounts->ensureOwner(); !made) {
        return failed(made);
    }
    return accounts;
}

Accounts::Accounts(storage::Database &database, AccountsOptions options, ServerSecret secret, OwnerKey ownerKey)
    : m_database(database)
    , m_options(std::move(options))
    , m_secret(std::move(secret))
    , m_ownerKey(std::move(ownerKey))
    , m_passwords(std::make_unique<Passwords>(m_options.cost))
{
}

Accounts::~Accounts() = default;

Result<void> Accounts::ensureOwner()
{
    const qint64 now = m_options.clock();
    return m_database.write([&](Transaction &tx) -> Result<void> {
        if (m_secret.isNew()) {
            // Nothing can match these any more; keys in a list that open nothing would only mislead.
            const qint64 gone = tx.run("DELETE FROM session") + tx.run("DELETE FROM api_key");
            if (gone > 0) {
                qCWarning(logAccounts) << "the server secret is new:" << gone << "sessions and API keys have ended";
            }
        }
        if (!rows::owner(tx.db())) {
            tx.run("INSERT INTO user(uuid, name, email, is_admin, is_owner, created_at, updated_at) "
                   "VALUES (?1, 'owner', 'owner@localhost', 1, 1, ?2, ?2)",
                   newUuid(), now);
        }
        return {};
    });
}

Result<Principal> Accounts::owner(Principal::Credential credential)
{
    std::unique_lock lock(m_ownerMutex);
    if (!m_owner) {
        const quint64 generation = m_ownerGeneration;
        lock.unlock();
        const auto user =
            m_database.read([](Connection &db) -> Result<std::optional<User>> { return rows::owner(db); });
        if (!user) {
            return failed(user);
        }
        if (!*user) {
            return unauthorized();
        }
        const Principal fresh = rows::principalOf(**user, credential);
        lock.lock();
        if (generation == m_ownerGeneration) {
            m_owner = fresh;
        }
        return fresh;
    }
    Principal principal = *m_owner;
    principal.credential = credential;
    return principal;
}

Principal Accounts::principalOf(const User &user)
{
    return rows::principalOf(user, Principal::Credential::OwnerKey);
}

Result<Principal> Accounts::authenticate(const CredentialText &credentials)
{
    std::vector<QString> given{credentials.bearer, credentials.apiKey};
    given.insert(given.end(), credentials.cookies.begin(), credentials.cookies.end());
    Result<Principal> outcome = unauthorized();
    for (const QString &token : given) {
        if (token.isEmpty()) {
            continue;
        }
        outcome = authenticateOne(token);
        if (outcome || outcome.error().code != ErrorCode::Unauthorized) {
            break;
        }
    }
    return outcome;
}

Result<Principal> Accounts::authenticateOne(const QString &token)
{
    if (token.startsWith(OwnerKey::prefix)) {
        return m_ownerKey.matches(token) ? owner(Principal::Credential::OwnerKey) : Result<Principal>(unauthorized());
    }
    // What cannot be one of ours costs nothing.
    if (token.size() != 46 || !(token.startsWith(u"ks_") || token.startsWith(u"kk_"))) {
        return unauthorized();
    }
    const QByteArray hash = m_secret.hashOf(token.toUtf8());
    std::optional<TokenCache::Entry> entry = m_cache.get(hash);
    if (!entry) {
        const quint64 generation = m_cache.generation();
        auto found = findToken(token, hash);
        if (!found) {
            return failed(found);
        }
        entry = std::move(*found);
        m_cache.put(hash, *entry, generation);
    }
    if (entry->expiresAt != 0 && entry->expiresAt <= m_options.clock()) {
        return unauthorized();
    }
    noteUse(*entry, hash);
    return entry->principal;
}

Result<TokenCache::Entry> Accounts::findToken(const QString &token, const QByteArray &hash)
{
    const bool isSession = token.startsWith(u"ks_");
    return m_database.read([&](Connection &db) -> Result<TokenCache::Entry> {
        Statement row = db.prepare(isSession ? "SELECT user_id, uuid, last_used_at, expires_at, '[]' FROM session "
                                               "WHERE token_hash = ?1"
                                             : "SELECT user_id, uuid, coalesce(last_used_at, 0), 0, permissions "
                                               "FROM api_key WHERE key_hash = ?1");
        row.bind(1, hash);
        const auto user = row.step() ? rows::userById(db, row.int64(0)) : std::nullopt;
        if (!user) {
            return unauthorized();
        }
        TokenCache::Entry entry{
            rows::principalOf(*user, isSession ? Principal::Credential::Session : Principal::Credential::ApiKey),
            row.int64(3), row.int64(2)};
        entry.principal.credentialId = row.uuid(1);
        entry.principal.permissions = rows::permissionsOf(row.text(4));
        return entry;
    });
}

void Accounts::noteUse(const TokenCache::Entry &entry, const QByteArray &hash)
{
    const qint64 now = m_options.clock();
    if (!m_cache.isUseDue(hash, now, noteUseEveryMs)) {
        return;
    }
    const bool isSession = entry.principal.credential == Principal::Credential::Session;
    m_database.writeThen(
        [hash, now, isSession](Transaction &tx) -> Result<void> {
            if (isSession) {
                // The days it has left begin anew.
                tx.run("UPDATE session SET expires_at = expires_at + ?2 - last_used_at, last_used_at = ?2 "
                       "WHERE token_hash = ?1 AND last_used_at < ?2",
                       hash, now);
            } else {
                tx.run("UPDATE api_key SET last_used_at = ?2 WHERE key_hash = ?1", hash, now);
            }
            return {};
        },
        [](const Result<void> &noted) {
            if (!noted) {
                qCWarning(logAccounts).noquote() << "use not noted:" << noted.error().forLog();
            }
        });
}

QString Accounts::signLink(const QString &path, qint64 userId, qint64 expiresAt) const
{
    const QString claim = QString::number(userId) + u'.' + QString::number(expiresAt);
    const QByteArray signature = m_secret.sign((claim + u'\n' + path).toUtf8());
    return claim + u'.' + QString::fromLatin1(signature.toHex());
}

Result<qint64> Accounts::checkLink(const QString &path, const QString &signature) const
{
    const QList<QStringView> parts = QStringView(signature).split(u'.');
    if (parts.size() != 3) {
        return unauthorized();
    }
    const QString claim = parts[0] + u'.' + parts[1];
    const QByteArray given = QByteArray::fromHex(parts[2].toLatin1());
    if (!m_secret.isSignatureOf(given, (claim + u'\n' + path).toUtf8())) {
        return unauthorized();
    }
    return parts[1].toLongLong() > m_options.clock() ? Result<qint64>(parts[0].toLongLong()) : unauthorized();
}

} // namespace kinframe::accounts
