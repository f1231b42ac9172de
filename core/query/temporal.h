// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <optional>

namespace kinframe::query {

/// The whole text as OData writes such a value: `2024-02-29`, `-0044-03-15`.
[[nodiscard]] std::optional<Date> parseDate(QStringView text);
/// `12:30`, `12:30:59.5`; what is finer than a nanosecond is cut off.
[[nodiscard]] std::optional<TimeOfDay> parseTimeOfDay(QStringView text);
/// `2024-02-29T12:30Z`, `…T12:30:59.5+02:00`; without a zone it is UTC.
[[nodiscard]] std::optional<Moment> parseMoment(QStringView text);
/// Either of them: what a text in the metadata is compared as.
[[nodiscard]] std::optional<Value> parseMomentOrDate(QStringView text);
/// `P1DT2H3M4.5S`, `-PT30M`.
[[nodiscard]] std::optional<Span> parseSpan(QStringView text);

struct CalendarDate
{
    int year;
    int month;
    int day;
};
[[nodiscard]] CalendarDate calendarDate(const Date &date);
/// In the moment's own offset.
[[nodiscard]] Date dateOf(const Moment &moment);
[[nodiscard]] TimeOfDay timeOf(const Moment &moment);
[[nodiscard]] Moment momentFromMs(qint64 ms);

} // namespace kinframe::query
