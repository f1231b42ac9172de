// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of dates and times. Texts are read as dates where they are some: open metadata has no others.
#include "query/sql_functions.h"
#include "query/sql_value.h"
#include "query/temporal.h"

#include <sqlite3.h>

#include <array>

namespace kinframe::query {
namespace {

constexpr qint64 nanosOfSecond = 1'000'000'000;

Value pointOf(sqlite3_value *argument)
{
    Value value = decoded(argument);
    if (const auto *text = std::get_if<QString>(&value)) {
        return parseMomentOrDate(*text).value_or(Value());
    }
    return value;
}

std::optional<Date> dayOf(sqlite3_value *argument)
{
    const Value value = pointOf(argument);
    if (const auto *moment = std::get_if<Moment>(&value)) {
        return dateOf(*moment);
    }
    const auto *date = std::get_if<Date>(&value);
    return date != nullptr ? std::optional(*date) : std::nullopt;
}

std::optional<TimeOfDay> clockOf(sqlite3_value *argument)
{
    Value value = decoded(argument);
    if (const auto *text = std::get_if<QString>(&value)) {
        if (const auto time = parseTimeOfDay(*text)) {
            return time;
        }
        value = pointOf(argument);
    }
    if (const auto *moment = std::get_if<Moment>(&value)) {
        return timeOf(*moment);
    }
    const auto *time = std::get_if<TimeOfDay>(&value);
    return time != nullptr ? std::optional(*time) : std::nullopt;
}

template <Value (*part)(const Date &)>
void ofDay(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto date = dayOf(arguments[0]);
    giveResult(context, date ? part(*date) : Value());
}

template <Value (*part)(const TimeOfDay &)>
void ofClock(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto time = clockOf(arguments[0]);
    giveResult(context, time ? part(*time) : Value());
}

Value year(const Date &date)
{
    return qint64(calendarDate(date).year);
}

Value month(const Date &date)
{
    return qint64(calendarDate(date).month);
}

Value day(const Date &date)
{
    return qint64(calendarDate(date).day);
}

Value wholeDate(const Date &date)
{
    return date;
}

Value hour(const TimeOfDay &time)
{
    return time.nanos / (3600 * nanosOfSecond);
}

Value minute(const TimeOfDay &time)
{
    return time.nanos / (60 * nanosOfSecond) % 60;
}

Value second(const TimeOfDay &time)
{
    return time.nanos / nanosOfSecond % 60;
}

Value fraction(const TimeOfDay &time)
{
    return double(time.nanos % nanosOfSecond) / double(nanosOfSecond);
}

Value wholeTime(const TimeOfDay &time)
{
    return time;
}

void offset(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const Value value = pointOf(arguments[0]);
    const auto *moment = std::get_if<Moment>(&value);
    giveResult(context, moment != nullptr ? Value(qint64(moment->offsetMinutes)) : Value());
}

void totalSeconds(sqlite3_context *context, int, sqlite3_value **arguments)
{
    Value value = decoded(arguments[0]);
    if (const auto *text = std::get_if<QString>(&value)) {
        const auto span = parseSpan(*text);
        value = span ? Value(*span) : Value();
    }
    const auto *span = std::get_if<Span>(&value);
    if (span == nullptr) {
        giveResult(context, {});
    } else if (span->nanos == 0) {
        giveResult(context, span->seconds);
    } else {
        giveResult(context, double(span->seconds) + span->nanos / 1e9);
    }
}

constexpr std::array functions{
    SqlFunction{"kf_year", 1, ofDay<year>},
    SqlFunction{"kf_month", 1, ofDay<month>},
    SqlFunction{"kf_day", 1, ofDay<day>},
    SqlFunction{"kf_date", 1, ofDay<wholeDate>},
    SqlFunction{"kf_hour", 1, ofClock<hour>},
    SqlFunction{"kf_minute", 1, ofClock<minute>},
    SqlFunction{"kf_second", 1, ofClock<second>},
    SqlFunction{"kf_fractionalseconds", 1, ofClock<fraction>},
    SqlFunction{"kf_time", 1, ofClock<wholeTime>},
    SqlFunction{"kf_offset", 1, offset},
    SqlFunction{"kf_totalseconds", 1, totalSeconds},
};

} // namespace

std::span<const SqlFunction> timeFunctions()
{
    return functions;
}

} // namespace kinframe::query
