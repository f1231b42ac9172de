// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/owner_key.h"
#include "accounts/pairings.h"
#include "accounts/passwords.h"
#include "accounts/principal.h"
#include "accounts/server_secret.h"
#include "accounts/token_cache.h"
#include "accounts/user.h"
#include "base/clock.h"
#include "storage/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace kinframe::accounts {

/// The credentials of a request as they came; empty where there were none.
struct CredentialText
{
    QString bearer = {};
    QString apiKey = {};
    std::vector<QString> cookies = {};
};

struct LoginRequest
{
    QString email = {};
    QString password = {};
    QString deviceType = {};
    QString deviceOs = {};
    QString appVersion = {};
};

struct Login
{
    QString token; ///< shown once
    User user;
    Session session;
};

struct CreatedKey
{
    QString secret; ///< shown once
    ApiKey key;
};

struct AccountsOptions
{
    QString dataFolder; ///< holds `owner.key` and `secret.key`
    PasswordCost cost = {};
    Clock clock = wallMs;
};

/// Who there is, and who asks. Sessions last 30 days from their last use; keys until they are revoked. What changes
/// something waits for the disk, and where it takes a password for about 0.1 s: not on the GUI thread nor on those of
/// the network. Every call from any thread, never from inside a write.
class Accounts
{
public:
    /// Makes the owner and the two key files where they are missing. The database outlives this.
    [[nodiscard]] static Result<std::unique_ptr<Accounts>> open(storage::Database &database, AccountsOptions options);
    ~Accounts();

    // Who asks.
    /// Whom the first valid credential names; Unauthorized. Mostly from memory.
    [[nodiscard]] Result<Principal> authenticate(const CredentialText &credentials);
    /// The owner without credentials: this computer's own window and requests where that is allowed.
    [[nodiscard]] Result<Principal> owner(Principal::Credential credential = Principal::Credential::Loopback);
    /// Somebody the command line acts for.
    [[nodiscard]] static Principal principalOf(const User &user);
    [[nodiscard]] const OwnerKey &ownerKey() const { return m_ownerKey; }

    // Signing in. Unauthorized, RateLimited.
    [[nodiscard]] Result<Login> login(const LoginRequest &request);
    /// `done` is called on a thread of the password pool, or at once.
    void loginLater(LoginRequest request, std::function<void(Result<Login>)> done);
    /// Newest first.
    [[nodiscard]] Result<std::vector<Session>> sessions(qint64 userId);
    /// NotFound where it is not the user's.
    [[nodiscard]] Result<void> revokeSession(qint64 userId, const QUuid &uuid);
    /// All of the user's but one; gives how many.
    [[nodiscard]] Result<qint64> revokeOtherSessions(qint64 userId, const QUuid &kept);
    /// Takes away sessions that have expired; once a day or so.
    [[nodiscard]] Result<qint64> sweepSessions();

    // Users.
    /// Conflict where the address is taken.
    [[nodiscard]] Result<User> createUser(const NewUser &user);
    /// By row id; those not deleted.
    [[nodiscard]] Result<std::vector<User>> users(qint64 after = 0, int limit = 100);
    [[nodiscard]] Result<User> user(const QUuid &uuid);
    /// By e-mail address, or else by name where only one has it.
    [[nodiscard]] Result<User> findUser(const QString &nameOrEmail);
    [[nodiscard]] Result<User> updateUser(const QUuid &uuid, const UserChanges &changes);
    /// All other sessions of the user end. An empty password takes it away.
    [[nodiscard]] Result<void> setPassword(const QUuid &uuid, const QString &password, const QUuid &keptSession = {});
    /// As setPassword, after the present one was given. InvalidArgument where that is wrong.
    [[nodiscard]] Result<void> changePassword(const Principal &principal, const QString &present,
                                              const QString &password);
    /// Keeps the photos; ends sessions and keys. Conflict for the owner.
    [[nodiscard]] Result<void> deleteUser(const QUuid &uuid);
    /// Deleted ones, the last first.
    [[nodiscard]] Result<std::vector<User>> deletedUsers(int limit = 100);
    /// Undoes deleteUser, but for the sessions and keys. Nothing happens to one who is there. Conflict where somebody
    /// else has the address meanwhile.
    [[nodiscard]] Result<User> restoreUser(const QUuid &uuid);

    // API keys.
    /// `by` gives no more than it has itself. Permission names as in permission.h.
    [[nodiscard]] Result<CreatedKey> createKey(const Principal &by, const QString &name,
                                               const std::vector<QString> &permissions);
    [[nodiscard]] Result<std::vector<ApiKey>> keys(qint64 userId);
    [[nodiscard]] Result<ApiKey> key(qint64 userId, const QUuid &uuid);
    [[nodiscard]] Result<ApiKey> updateKey(const Principal &by, const QUuid &uuid, const std::optional<QString> &name,
                                           const std::optional<std::vector<QString>> &permissions);
    [[nodiscard]] Result<void> revokeKey(qint64 userId, const QUuid &uuid);

    /// How devices are let in.
    [[nodiscard]] Pairings &pairings() { return m_pairings; }

    // Signed links.
    /// What lets whoever has it GET that path as that user until then: goes into the query of the URL.
    [[nodiscard]] QString signLink(const QString &path, qint64 userId, qint64 expiresAt) const;
    /// The user's row id; Unauthorized where it is of another path, forged or too old.
    [[nodiscard]] Result<qint64> checkLink(const QString &path, const QString &signature) const;

private:
    Accounts(storage::Database &database, AccountsOptions options, ServerSecret secret, OwnerKey ownerKey);
    [[nodiscard]] Result<void> ensureOwner();
    [[nodiscard]] Result<Principal> authenticateOne(const QString &token);
    [[nodiscard]] Result<TokenCache::Entry> findToken(const QString &token, const QByteArray &hash);
    void noteUse(const TokenCache::Entry &entry, const QByteArray &hash);
    [[nodiscard]] Result<Login> beginSession(const LoginRequest &request, const User &user);
    void forget(qint64 userId);

    storage::Database &m_database;
    AccountsOptions m_options;
    ServerSecret m_secret;
    OwnerKey m_ownerKey;
    TokenCache m_cache;
    Pairings m_pairings;
    std::mutex m_ownerMutex;
    std::optional<Principal> m_owner;       ///< kept: the window asks often
    quint64 m_ownerGeneration = 0;          ///< grows when users change; a read that began before is not kept
    std::unique_ptr<Passwords> m_passwords; ///< last: its threads use the rest
};

} // namespace kinframe::accounts
