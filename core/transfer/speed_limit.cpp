// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/speed_limit.h"

#include <algorithm>
#include <cmath>

namespace kinframe::transfer {
namespace {

/// Often enough to look smooth and to keep the network's own buffers moving, seldom enough to cost nothing.
constexpr double portionMs = 20;
/// What was not used for a while is not made up for by a burst.
constexpr double longestSavingMs = 100;

} // namespace

void SpeedLimit::set(qint64 bytesPerSecond, qint64 now)
{
    earn(now);
    m_perMs = double(std::max<qint64>(bytesPerSecond, 0)) / 1000;
    m_at = now;
    // Debts of a faster time would hold a slow one up for long.
    m_credit = std::max(m_credit, -m_perMs * longestSavingMs);
}

void SpeedLimit::earn(qint64 now)
{
    m_credit = std::min(m_credit + double(now - m_at) * m_perMs, m_perMs * longestSavingMs);
    m_at = now;
}

double SpeedLimit::portion() const
{
    return m_perMs * portionMs;
}

bool SpeedLimit::mayTake(qint64 now)
{
    if (m_perMs <= 0) {
        return true;
    }
    earn(now);
    return m_credit > 0;
}

void SpeedLimit::took(qint64 bytes)
{
    if (m_perMs > 0) {
        m_credit -= double(bytes);
    }
}

qint64 SpeedLimit::waitMs(qint64 now)
{
    if (mayTake(now)) {
        return 0;
    }
    return std::max<qint64>(qint64(std::ceil((portion() - m_credit) / m_perMs)), 1);
}

} // namespace kinframe::transfer
