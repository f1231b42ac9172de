// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http_date.h"

#include "base/clock.h"
#include "server/http/header_value.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace kinframe::http {
namespace {

constexpr std::array<QByteArrayView, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<QByteArrayView, 7> longDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
constexpr std::array<QByteArrayView, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

using Seconds = std::chrono::sys_seconds;

void appendPadded(QByteArray &text, int number, int width)
{
    for (int unit = width == 4 ? 1000 : 10; unit > 0; unit /= 10) {
        text += char('0' + number / unit % 10);
    }
}

template <std::size_t count>
bool isOneOf(const std::array<QByteArrayView, count> &names, QByteArrayView text)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

std::optional<int> number(QByteArrayView text, qsizetype width)
{
    const std::optional<qint64> value = text.size() == width ? digits(text) : std::nullopt;
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// hh:mm:ss; a leap second counts as the one after it.
std::optional<std::chrono::seconds> timeOfDay(QByteArrayView text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') {
        return {};
    }
    const auto hour = number(text.first(2), 2);
    const auto minute = number(text.sliced(3, 2), 2);
    const auto second = number(text.sliced(6), 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return {};
    }
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::optional<qint64> assembled(std::optional<int> year, QByteArrayView monthName, std::optional<int> day,
                                QByteArrayView time)
{
    const auto month = std::find(months.begin(), months.end(), monthName);
    const std::optional<std::chrono::seconds> seconds = timeOfDay(time);
    if (!year || month == months.end() || !day || !seconds) {
        return {};
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(month - months.begin() + 1)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return {};
    }
    const Seconds moment = std::chrono::sys_days(date) + *seconds;
    return moment.time_since_epoch().count() * 1000;
}

/// Cut at single spaces; an empty word means that two stood together.
std::vector<QByteArrayView> words(QByteArrayView text)
{
    std::vector<QByteArrayView> found;
    for (qsizetype start = 0; start <= text.size() && found.size() < 8;) {
        qsizetype end = text.indexOf(' ', start);
        end = end < 0 ? text.size() : end;
        found.push_back(text.sliced(start, end - start));
        start = end + 1;
    }
    return found;
}

/// Sun, 06 Nov 1994 08:49:37 GMT
std::optional<qint64> fromFixed(const std::vector<QByteArrayView> &word)
{
    if (word.size() != 6 || !word[0].endsWith(',') || !isOneOf(days, word[0].chopped(1)) || word[5] != "GMT") {
        return {};
    }
    return assembled(number(word[3], 4), word[2], number(word[1], 2), word[4]);
}

/// Sunday, 06-Nov-94 08:49:37 GMT
std::optional<qint64> fromLong(const std::vector<QByteArrayView> &word, qint64 nowMs)
{
    if (word.size() != 4 || !word[0].endsWith(',') || !isOneOf(longDays, word[0].chopped(1)) || word[3] != "GMT" ||
        word[1].size() != 9 || word[1][2] != '-' || word[1][6] != '-') {
        return {};
    }
    const std::optional<int> shortYear = number(word[1].sliced(7), 2);
    if (!shortYear) {
        return {};
    }
    const auto today = std::chrono::floor<std::chrono::days>(Seconds(std::chrono::seconds(nowMs / 1000)));
    const int thisYear = static_cast<int>(std::chrono::year_month_day(today).year());
    int year = thisYear - thisYear % 100 + *shortYear;
    year -= year > thisYear + 50 ? 100 : 0;
    return assembled(year, word[1].sliced(3, 3), number(word[1].first(2), 2), word[2]);
}

/// Sun Nov  6 08:49:37 1994
std::optional<qint64> fromAsctime(std::vector<QByteArrayView> word)
{
    const bool hasShortDay = word.size() == 6 && word[2].isEmpty();
    if (hasShortDay) {
        word.erase(word.begin() + 2);
    }
    if (word.size() != 5 || !isOneOf(days, word[0])) {
        return {};
    }
    return assembled(number(word[4], 4), word[1], number(word[2], hasShortDay ? 1 : 2), word[3]);
}

} // namespace

QByteArray httpDate(qint64 ms)
{
    const Seconds moment = std::chrono::floor<std::chrono::seconds>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(ms)));
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    QByteArray text;
    text.reserve(29);
    text += days[std::chrono::weekday(day).c_encoding()];
    text += ", ";
    appendPadded(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
    text += ' ';
    text += months[static_cast<unsigned>(date.month()) - 1];
    text += ' ';
    appendPadded(text, static_cast<int>(date.year()), 4);
    text += ' ';
    appendPadded(text, static_cast<int>(time.hours().count()), 2);
    text += ':';
    appendPadded(text, static_cast<int>(time.minutes().count()), 2);
    text += ':';
    appendPadded(text, static_cast<int>(time.seconds().count()), 2);
    return text + " GMT";
}

std::optional<qint64> fromHttpDate(QByteArrayView text)
{
    return fromHttpDate(text, wallMs());
}

std::optional<qint64> fromHttpDate(QByteArrayView text, qint64 nowMs)
{
    const std::vector<QByteArrayView> word = words(trimmed(text));
    if (const std::optional<qint64> fixed = fromFixed(word)) {
        return fixed;
    }
    if (const std::optional<qint64> spelled = fromLong(word, nowMs)) {
        return spelled;
    }
    return fromAsctime(word);
}

} // namespace kinframe::http
