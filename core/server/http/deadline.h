// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "server/http/refusal.h"

#include <chrono>

namespace kinframe::http {

/// When a connection's patience with its client ends, and how much had come or gone when that was set. One thread.
class Deadline
{
public:
    void set(std::chrono::milliseconds time, qint64 bytes)
    {
        m_at = steadyMs() + time.count();
        m_span = time;
        m_bytes = bytes;
    }
    void clear() { m_at = 0; }
    [[nodiscard]] bool hasPassed(qint64 now) const { return m_at != 0 && now >= m_at; }
    /// Whether fewer than `rate` bytes a second came or went since it was set; `bytes` is their number now.
    [[nodiscard]] bool wasTooSlow(qint64 bytes, qint64 rate) const
    {
        return bytes - m_bytes < rate * m_span.count() / 1000;
    }
    [[nodiscard]] Refusal refusal(int route) const;

private:
    qint64 m_at = 0; ///< steadyMs(); 0: none
    qint64 m_bytes = 0;
    std::chrono::milliseconds m_span{0};
};

} // namespace kinframe::http
