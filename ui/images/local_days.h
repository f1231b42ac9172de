// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <optional>

namespace kinframe::ui {

/// The day on which a moment was for who lived it: Julian day numbers. Quick for many moments in a row. One thread at
/// a time.
class LocalDays
{
public:
    explicit LocalDays(const QTimeZone &zone = QTimeZone::systemTimeZone());

    /// `offset` is in minutes east of UTC; without it the zone's own at that moment.
    [[nodiscard]] qint32 dayOf(qint64 msUtc, std::optional<qint64> offset);

private:
    [[nodiscard]] qint64 zoneOffsetMs(qint64 msUtc);

    QTimeZone m_zone;
    qint64 m_from = 0; ///< between these two moments the zone's offset is the one below
    qint64 m_until = 0;
    qint64 m_offsetMs = 0;
};

} // namespace kinframe::ui
