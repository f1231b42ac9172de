// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <mutex>
#include <set>

namespace kinframe::render {

/// What somebody has to themselves for a while, by id. Any thread.
class ClaimedIds
{
public:
    /// Gives back what it has when it goes. Of one thread at a time; what it was made from outlives it.
    class Claim
    {
    public:
        explicit Claim(ClaimedIds &all)
            : m_all(all)
        {
        }
        ~Claim()
        {
            if (m_id != 0) {
                const std::scoped_lock lock(m_all.m_mutex);
                m_all.m_ids.erase(m_id);
            }
        }
        Claim(const Claim &) = delete;
        Claim &operator=(const Claim &) = delete;

        /// False where somebody else has it. Once it is ours it may be asked for again.
        [[nodiscard]] bool take(qint64 id)
        {
            const std::scoped_lock lock(m_all.m_mutex);
            m_id = m_id == id || m_all.m_ids.insert(id).second ? id : m_id;
            return m_id == id;
        }

    private:
        ClaimedIds &m_all;
        qint64 m_id = 0;
    };

    [[nodiscard]] bool contains(qint64 id)
    {
        const std::scoped_lock lock(m_mutex);
        return m_ids.contains(id);
    }

private:
    std::mutex m_mutex;
    std::set<qint64> m_ids;
};

} // namespace kinframe::render
