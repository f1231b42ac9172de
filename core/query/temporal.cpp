// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/temporal.h"

#include <QRegularExpression>

#include <chrono>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 nanosOfSecond = 1'000'000'000;
constexpr int digitsOfNanos = 9;
constexpr int lastYear = 32'767; // of std::chrono

qint64 floorDivided(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

int nanosFrom(QStringView digits)
{
    const QString nine = digits.left(digitsOfNanos).toString().leftJustified(digitsOfNanos, u'0');
    return nine.toInt();
}

} // namespace

std::optional<Date> parseDate(QStringView text)
{
    static const QRegularExpression shape(u"^(-?\\d{4,5})-(\\d\\d)-(\\d\\d)$"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int year = match.capturedView(1).toInt();
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(match.capturedView(2).toUInt()),
                                           std::chrono::day(match.capturedView(3).toUInt()));
    if (year < -lastYear || year > lastYear || !date.ok()) {
        return std::nullopt;
    }
    return Date{std::chrono::sys_days(date).time_since_epoch().count()};
}

std::optional<TimeOfDay> parseTimeOfDay(QStringView text)
{
    static const QRegularExpression shape(u"^(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,12}))?)?$"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 hour = match.capturedView(1).toInt();
    const qint64 minute = match.capturedView(2).toInt();
    const qint64 second = match.capturedView(3).isEmpty() ? 0 : match.capturedView(3).toInt();
    if (hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return TimeOfDay{(hour * 3600 + minute * 60 + second) * nanosOfSecond + nanosFrom(match.capturedView(4))};
}

std::optional<Moment> parseMoment(QStringView text)
{
    static const QRegularExpression shape(u"^(.+)[Tt](\\d\\d:[\\d:.]+)(?:([Zz])|([+-])(\\d\\d):(\\d\\d))?$"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto date = parseDate(match.capturedView(1));
    const auto time = parseTimeOfDay(match.capturedView(2));
    const int hours = match.capturedView(5).isEmpty() ? 0 : match.capturedView(5).toInt();
    const int minutes = match.capturedView(6).isEmpty() ? 0 : match.capturedView(6).toInt();
    if (!date || !time || hours > 23 || minutes > 59) {
        return std::nullopt;
    }
    const int offset = (hours * 60 + minutes) * (match.capturedView(4) == u'-' ? -1 : 1);
    return Moment{date->days * secondsOfDay + time->nanos / nanosOfSecond - qint64(offset) * 60,
                  int(time->nanos % nanosOfSecond), offset};
}

std::optional<Value> parseMomentOrDate(QStringView text)
{
    if (const auto moment = parseMoment(text)) {
        return *moment;
    }
    if (const auto date = parseDate(text)) {
        return *date;
    }
    return std::nullopt;
}

std::optional<Span> parseSpan(QStringView text)
{
    // Nine digits each: their sum in seconds stays far within 64 bits.
    static const QRegularExpression shape(u"^([+-]?)P(?:(\\d{1,9})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?"
                                          "(?:(\\d{1,9})(?:\\.(\\d{1,12}))?S)?)?$"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch() || text.endsWith(u'P')) {
        return std::nullopt;
    }
    const auto part = [&match](int group) { return match.capturedView(group).toLongLong(); };
    qint64 seconds = part(2) * secondsOfDay + part(3) * 3600 + part(4) * 60 + part(5);
    int nanos = nanosFrom(match.capturedView(6));
    if (match.capturedView(1) == u'-') {
        seconds = -seconds - (nanos > 0 ? 1 : 0);
        nanos = nanos > 0 ? int(nanosOfSecond - nanos) : 0;
    }
    return Span{seconds, nanos};
}

CalendarDate calendarDate(const Date &date)
{
    const std::chrono::year_month_day parts{std::chrono::sys_days(std::chrono::days(date.days))};
    return {int(parts.year()), int(unsigned(parts.month())), int(unsigned(parts.day()))};
}

Date dateOf(const Moment &moment)
{
    return {floorDivided(moment.seconds + qint64(moment.offsetMinutes) * 60, secondsOfDay)};
}

TimeOfDay timeOf(const Moment &moment)
{
    const qint64 local = moment.seconds + qint64(moment.offsetMinutes) * 60;
    return {(local - floorDivided(local, secondsOfDay) * secondsOfDay) * nanosOfSecond + moment.nanos};
}

Moment momentFromMs(qint64 ms)
{
    const qint64 seconds = floorDivided(ms, 1000);
    return {seconds, int(ms - seconds * 1000) * 1'000'000, 0};
}

} // namespace kinframe::query
