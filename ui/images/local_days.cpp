// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/local_days.h"

#include <QDateTime>

namespace kinframe::ui {
namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 julianDayOf1970 = 2'440'588;

} // namespace

LocalDays::LocalDays(const QTimeZone &zone)
    : m_zone(zone)
{
}

qint32 LocalDays::dayOf(qint64 msUtc, std::optional<qint64> offset)
{
    const qint64 local = msUtc + (offset ? *offset * 60'000 : zoneOffsetMs(msUtc));
    const qint64 day = local >= 0 ? local / dayMs : -((dayMs - 1 - local) / dayMs);
    return qint32(julianDayOf1970 + day);
}

// Asking the zone costs microseconds, which a hundred thousand photos would feel.
qint64 LocalDays::zoneOffsetMs(qint64 msUtc)
{
    if (msUtc < m_from || msUtc >= m_until) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(msUtc, Qt::UTC);
        m_offsetMs = qint64(m_zone.offsetFromUtc(at)) * 1000;
        const auto before =
            m_zone.hasTransitions() ? m_zone.previousTransition(at.addMSecs(1)) : QTimeZone::OffsetData();
        const auto after = m_zone.hasTransitions() ? m_zone.nextTransition(at) : QTimeZone::OffsetData();
        // Where the zone does not tell, the answer holds for the day.
        m_from = before.atUtc.isValid() ? before.atUtc.toMSecsSinceEpoch() : msUtc - msUtc % dayMs;
        m_until = after.atUtc.isValid() ? after.atUtc.toMSecsSinceEpoch() : m_from + dayMs;
        if (msUtc < m_from || msUtc >= m_until) {
            m_from = msUtc;
            m_until = msUtc + 1;
        }
    }
    return m_offsetMs;
}

} // namespace kinframe::ui
