// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"

#include <QByteArray>

#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace kinframe::accounts {

/// What a token's hash gave, kept so that a request costs no look into the database. Bounded: the one used longest ago
/// goes. Every call from any thread.
class TokenCache
{
public:
    struct Entry
    {
        Principal principal;
        qint64 expiresAt = 0; ///< 0: never
        qint64 usedAt = 0;    ///< as the database knows it
    };

    explicit TokenCache(size_t capacity = 4096)
        : m_capacity(capacity)
    {
    }

    /// Counts what was forgotten. Taken before the database is read and given to put(), it keeps what was revoked
    /// between the two from coming in.
    [[nodiscard]] quint64 generation() const;
    void put(const QByteArray &hash, Entry entry, quint64 generation);
    [[nodiscard]] std::optional<Entry> get(const QByteArray &hash);
    /// True for one caller at a time, where the last use was noted `every` ms ago or more; `now` is noted then.
    [[nodiscard]] bool isUseDue(const QByteArray &hash, qint64 now, qint64 every);
    void forgetCredential(const QUuid &credentialId);
    void forgetUser(qint64 userId);

private:
    struct Slot
    {
        QByteArray hash;
        Entry entry;
    };
    template <typename Condition>
    void forget(Condition condition);

    size_t m_capacity;
    mutable std::mutex m_mutex;
    quint64 m_generation = 0;
    std::list<Slot> m_slots; ///< the last used first
    std::unordered_map<QByteArray, std::list<Slot>::iterator> m_byHash;
};

} // namespace kinframe::accounts
