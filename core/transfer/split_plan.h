// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/file_download.h"

namespace kinframe::transfer {

/// Whether and how a file is fetched in several ranges at once: only where one connection would take long, and as many
/// as there are places for and the server wants. Times are milliseconds that never go back; bytes those that are there.
class SplitPlan
{
public:
    explicit SplitPlan(SplitPolicy policy)
        : m_policy(policy)
        , m_most(policy.ranges)
    {
    }

    /// An address begins to send.
    void begin(qint64 now, qint64 bytes);
    /// Whether one more range is worth asking for beside so many.
    [[nodiscard]] bool wantsMore(qint64 now, qint64 bytes, qint64 size, int running);
    /// Ranges are asked for from now on, whatever is left: nobody is to fetch the end alone.
    void split() { m_isSplit = true; }
    /// There was no place for another one.
    void noPlace(qint64 now);
    /// The server wants no more than that.
    void limit(int ranges) { m_most = std::max(ranges, 1); }

    /// How much of what nobody has asked for the next range has: less and less, so that all end together, and never so
    /// much that it keeps its place from others for long.
    [[nodiscard]] qint64 pieceOf(qint64 unasked) const;
    /// How much of its rest a range keeps when others take from it.
    [[nodiscard]] qint64 keptOf(qint64 rest, bool isFirst) const;
    [[nodiscard]] bool mayTakeFrom(qint64 rest) const { return rest >= 2 * m_policy.leastRange; }

private:
    SplitPolicy m_policy;
    int m_most;
    bool m_hasBegun = false;
    bool m_isSplit = false;
    qint64 m_begunAt = 0;
    qint64 m_begunBytes = 0;
    qint64 m_notBefore = 0;
    double m_rangeSpeed = 0; ///< bytes per millisecond; 0: not known
};

} // namespace kinframe::transfer
