// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/capture_time.h"

#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 86'400'000;

/// Reads a text from its beginning, one number or character at a time; never past its end.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text.trimmed())
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QStringView rest() const { return m_rest; }

    bool skip(QStringView anyOf)
    {
        if (m_rest.isEmpty() || !anyOf.contains(m_rest.front())) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// Exactly `digits` ASCII digits.
    std::optional<int> number(qsizetype digits)
    {
        if (m_rest.size() < digits) {
            return std::nullopt;
        }
        int value = 0;
        for (const QChar c : m_rest.first(digits)) {
            if (c < u'0' || c > u'9') {
                return std::nullopt;
            }
            value = value * 10 + (c.unicode() - u'0');
        }
        m_rest = m_rest.sliced(digits);
        return value;
    }

    /// As many digits as there are, read as the decimals of a second.
    int milliseconds()
    {
        int value = 0;
        int scale = 100;
        while (const auto digit = number(1)) {
            value += *digit * scale;
            scale /= 10;
        }
        return value;
    }

private:
    QStringView m_rest;
};

std::optional<qint64> wallOf(int year, int month, int day, int hour, int minute, int second, int ms)
{
    // Some cameras write the leap second, and some write 24:00:00; both are the next moment.
    const QDate date(year, month, day);
    if (!date.isValid() || hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute > 0 || second > 0))) {
        return std::nullopt;
    }
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return days * dayMs + ((hour * 60LL + minute) * 60 + second) * 1000 + ms;
}

/// `hh:mm[:ss[.fff]]` after a date; leaves the zone unread.
std::optional<qint64> readClock(Scanner &scanner, int year, int month, int day)
{
    const auto hour = scanner.number(2);
    if (!hour || !scanner.skip(u":")) {
        return std::nullopt;
    }
    const auto minute = scanner.number(2);
    if (!minute) {
        return std::nullopt;
    }
    int second = 0;
    int ms = 0;
    if (scanner.skip(u":")) {
        second = scanner.number(2).value_or(0);
        if (scanner.skip(u".,")) {
            ms = scanner.milliseconds();
        }
    }
    return wallOf(year, month, day, *hour, *minute, second, ms);
}

bool isRealOffset(int minutes)
{
    if (minutes < -12 * 60 || minutes > 14 * 60) {
        return false;
    }
    // Nepal, Eucla and the Chatham Islands (summer and winter) are the only quarters.
    constexpr std::array quarters{345, 525, 765, 825};
    return minutes % 30 == 0 || std::ranges::find(quarters, minutes) != quarters.end();
}

} // namespace

qint64 CaptureTime::utcMs(const QTimeZone &zone) const
{
    if (offsetMinutes) {
        return wallMs - *offsetMinutes * minuteMs;
    }
    const QDateTime asUtc = QDateTime::fromMSecsSinceEpoch(wallMs, Qt::UTC);
    return QDateTime(asUtc.date(), asUtc.time(), zone).toMSecsSinceEpoch();
}

QString CaptureTime::zoneName() const
{
    if (!offsetMinutes) {
        return {};
    }
    if (*offsetMinutes == 0) {
        return u"UTC"_s;
    }
    const int minutes = std::abs(*offsetMinutes);
    QString name = (*offsetMinutes < 0 ? u"UTC-"_s : u"UTC+"_s) + QString::number(minutes / 60);
    if (minutes % 60 != 0) {
        name += u':' + QString::number(minutes % 60).rightJustified(2, u'0');
    }
    return name;
}

std::optional<int> parseOffset(QStringView text)
{
    Scanner scanner(text);
    if (scanner.skip(u"Zz")) {
        return scanner.atEnd() ? std::optional(0) : std::nullopt;
    }
    const bool west = scanner.skip(u"-\u2212");
    if (!west && !scanner.skip(u"+")) {
        return std::nullopt;
    }
    auto hours = scanner.number(2);
    if (!hours) {
        hours = scanner.number(1);
    }
    if (!hours) {
        return std::nullopt;
    }
    int minutes = 0;
    scanner.skip(u":");
    if (!scanner.atEnd()) {
        const auto written = scanner.number(2);
        if (!written || *written > 59 || !scanner.atEnd()) {
            return std::nullopt;
        }
        minutes = *written;
    }
    const int offset = (*hours * 60 + minutes) * (west ? -1 : 1);
    return offset >= -12 * 60 && offset <= 14 * 60 ? std::optional(offset) : std::nullopt;
}

std::optional<CaptureTime> parseExifTime(QStringView text, QStringView subSeconds, QStringView offset)
{
    // The standard has colons in the date; enough programs write dashes, slashes or the T of ISO 8601.
    constexpr QStringView separators = u":-/.";
    Scanner scanner(text);
    const auto year = scanner.number(4);
    scanner.skip(separators);
    const auto month = scanner.number(2);
    scanner.skip(separators);
    const auto day = scanner.number(2);
    if (!year || !month || !day || !scanner.skip(u" T")) {
        return std::nullopt;
    }
    const auto wall = readClock(scanner, *year, *month, *day);
    if (!wall) {
        return std::nullopt;
    }
    CaptureTime time{*wall, parseOffset(offset)};
    if (!time.offsetMinutes) {
        time.offsetMinutes = parseOffset(scanner.rest());
    }
    if (time.wallMs % 1000 == 0) {
        time.wallMs += Scanner(subSeconds).milliseconds();
    }
    return time;
}

std::optional<CaptureTime> parseIsoTime(QStringView text)
{
    Scanner scanner(text);
    const auto year = scanner.number(4);
    if (!year) {
        return std::nullopt;
    }
    int month = 1;
    int day = 1;
    if (scanner.skip(u"-:")) {
        month = scanner.number(2).value_or(0);
        if (scanner.skip(u"-:")) {
            day = scanner.number(2).value_or(0);
        }
    }
    if (!scanner.skip(u"T ")) {
        const auto wall = scanner.atEnd() ? wallOf(*year, month, day, 0, 0, 0, 0) : std::nullopt;
        return wall ? std::optional(CaptureTime{*wall, std::nullopt}) : std::nullopt;
    }
    const auto wall = readClock(scanner, *year, month, day);
    if (!wall) {
        return std::nullopt;
    }
    return CaptureTime{*wall, parseOffset(scanner.rest())};
}

std::optional<int> offsetFromGps(qint64 wallMs, qint64 gpsMs)
{
    // A receiver repeats its last fix for some minutes; half of the smallest step between zones is the most that can be
    // told apart.
    constexpr double stalest = 5;
    const double minutes = double(wallMs - gpsMs) / minuteMs;
    if (!(std::abs(minutes) < 24 * 60)) {
        return std::nullopt;
    }
    const int rounded = int(std::lround(minutes / 15)) * 15;
    if (std::abs(minutes - rounded) > stalest || !isRealOffset(rounded)) {
        return std::nullopt;
    }
    return rounded;
}

bool isPlausible(const CaptureTime &time, qint64 nowMs)
{
    // 1826 is the year of the oldest photo; a scan may bear its date.
    static const qint64 oldest = *wallOf(1826, 1, 1, 0, 0, 0, 0);
    static const qint64 quickTimeZero = *wallOf(1904, 1, 1, 0, 0, 0, 0);
    const qint64 wall = time.wallMs;
    const bool zero = wall == 0 || std::abs(wall - quickTimeZero) <= dayMs;
    return !zero && wall >= oldest && wall - nowMs <= dayMs;
}

} // namespace kinframe::media
