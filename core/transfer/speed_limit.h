// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kinframe::transfer {

/// How many bytes may come so that they are no more than so many a second, in small portions rather than in bursts.
/// Times are milliseconds that never go back, and the caller's. One thread.
class SpeedLimit
{
public:
    /// 0: no limit.
    void set(qint64 bytesPerSecond, qint64 now);

    /// Whether a piece may be taken now. It may be larger than what is left: the next one waits for that.
    [[nodiscard]] bool mayTake(qint64 now);
    void took(qint64 bytes);
    /// After so many milliseconds there is a portion worth waking for; 0: now.
    [[nodiscard]] qint64 waitMs(qint64 now);

private:
    void earn(qint64 now);
    [[nodiscard]] double portion() const;

    double m_perMs = 0; ///< 0: no limit
    double m_credit = 0;
    qint64 m_at = 0;
};

} // namespace kinframe::transfer
