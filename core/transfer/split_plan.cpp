// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/split_plan.h"

#include <algorithm>

namespace kinframe::transfer {
namespace {

/// When places were taken a moment ago they still are.
constexpr qint64 askAgainMs = 500;
/// After about this long a range is asked for anew, behind who came meanwhile.
constexpr double pieceMs = 5000;

double speedOf(qint64 bytes, qint64 ms)
{
    return double(bytes) / double(std::max<qint64>(ms, 1));
}

} // namespace

void SplitPlan::begin(qint64 now, qint64 bytes)
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_begunAt = now;
        m_begunBytes = bytes;
    }
}

bool SplitPlan::wantsMore(qint64 now, qint64 bytes, qint64 size, int running)
{
    if (!m_hasBegun || running >= m_most || now < m_notBefore) {
        return false;
    }
    const qint64 looked = now - m_begunAt;
    const double speed = speedOf(bytes - m_begunBytes, looked);
    m_rangeSpeed = speed / double(std::max(running, 1));
    if (m_isSplit || size < m_policy.leastFile || looked < m_policy.lookFor.count()) {
        return m_isSplit;
    }
    return double(size - bytes) >= speed * double(m_policy.worth.count());
}

void SplitPlan::noPlace(qint64 now)
{
    m_notBefore = now + askAgainMs;
}

qint64 SplitPlan::pieceOf(qint64 unasked) const
{
    const qint64 share = unasked / (2 * std::max(m_most, 1));
    const bool isKnown = m_rangeSpeed > 0;
    const auto most = isKnown ? std::min(double(m_policy.mostRange), m_rangeSpeed * pieceMs) : m_policy.mostRange;
    return std::clamp(share, m_policy.leastRange, std::max(qint64(most), m_policy.leastRange));
}

qint64 SplitPlan::keptOf(qint64 rest, bool isFirst) const
{
    if (!isFirst) {
        return rest / 2;
    }
    // The first one asked for all of it and has to hang up in the end: that should not come soon.
    return std::clamp(rest / std::max(m_most, 1), m_policy.leastRange, 4 * m_policy.mostRange);
}

} // namespace kinframe::transfer
