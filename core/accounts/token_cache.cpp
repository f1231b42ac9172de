// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/token_cache.h"

namespace kinframe::accounts {

quint64 TokenCache::generation() const
{
    const std::scoped_lock lock(m_mutex);
    return m_generation;
}

void TokenCache::put(const QByteArray &hash, Entry entry, quint64 generation)
{
    const std::scoped_lock lock(m_mutex);
    if (generation != m_generation || m_byHash.contains(hash)) {
        return;
    }
    m_slots.push_front({hash, std::move(entry)});
    m_byHash.emplace(hash, m_slots.begin());
    if (m_slots.size() > m_capacity) {
        m_byHash.erase(m_slots.back().hash);
        m_slots.pop_back();
    }
}

std::optional<TokenCache::Entry> TokenCache::get(const QByteArray &hash)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_byHash.find(hash);
    if (found == m_byHash.end()) {
        return std::nullopt;
    }
    m_slots.splice(m_slots.begin(), m_slots, found->second);
    return found->second->entry;
}

bool TokenCache::isUseDue(const QByteArray &hash, qint64 now, qint64 every)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_byHash.find(hash);
    if (found == m_byHash.end() || now - found->second->entry.usedAt < every) {
        return false;
    }
    Entry &entry = found->second->entry;
    if (entry.expiresAt != 0) {
        entry.expiresAt += now - entry.usedAt;
    }
    entry.usedAt = now;
    return true;
}

template <typename Condition>
void TokenCache::forget(Condition condition)
{
    const std::scoped_lock lock(m_mutex);
    ++m_generation;
    for (auto slot = m_slots.begin(); slot != m_slots.end();) {
        if (condition(slot->entry.principal)) {
            m_byHash.erase(slot->hash);
            slot = m_slots.erase(slot);
        } else {
            ++slot;
        }
    }
}

void TokenCache::forgetCredential(const QUuid &credentialId)
{
    forget([&](const Principal &principal) { return principal.credentialId == credentialId; });
}

void TokenCache::forgetUser(qint64 userId)
{
    forget([=](const Principal &principal) { return principal.userId == userId; });
}

} // namespace kinframe::accounts
