// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_values.h"

#include <QStringList>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {

std::optional<GeoPoint> geoPoint(double latitude, double longitude, std::optional<double> altitude)
{
    const bool onGlobe = std::abs(latitude) <= 90 && std::abs(longitude) <= 180;
    if (!onGlobe || (latitude == 0 && longitude == 0)) {
        return std::nullopt;
    }
    // From the deepest trench to the edge of space.
    if (altitude && !(*altitude > -12'000 && *altitude < 100'000)) {
        altitude.reset();
    }
    return GeoPoint{latitude, longitude, altitude};
}

std::optional<double> parseXmpDegrees(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 2) {
        return std::nullopt;
    }
    const QChar side = text.back().toUpper();
    const bool negative = side == u'S' || side == u'W';
    if (!negative && side != u'N' && side != u'E') {
        return std::nullopt;
    }
    double degrees = 0;
    double unit = 1;
    const auto parts = text.chopped(1).split(u',');
    if (parts.size() > 3) {
        return std::nullopt;
    }
    for (const QStringView part : parts) {
        bool isNumber = false;
        const double number = part.toDouble(&isNumber);
        if (!isNumber || !(number >= 0 && number <= 180)) {
            return std::nullopt;
        }
        degrees += number / unit;
        unit *= 60;
    }
    return negative ? -degrees : degrees;
}

std::optional<GeoPoint> parseIso6709(QStringView text)
{
    std::array<double, 3> numbers{};
    std::size_t found = 0;
    text = text.trimmed();
    while (found < numbers.size() && !text.isEmpty() && (text.front() == u'+' || text.front() == u'-')) {
        qsizetype end = 1;
        while (end < text.size() && (text[end].isDigit() || text[end] == u'.')) {
            ++end;
        }
        bool isNumber = false;
        numbers[found] = text.first(end).toDouble(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
        ++found;
        text = text.sliced(end);
    }
    if (found < 2) {
        return std::nullopt;
    }
    return geoPoint(numbers[0], numbers[1], found == 3 ? std::optional(numbers[2]) : std::nullopt);
}

QString exposureText(double seconds)
{
    if (!(seconds > 0) || !std::isfinite(seconds)) {
        return {};
    }
    // Up to a quarter of a second people speak of fractions.
    if (seconds < 0.25001) {
        return u"1/"_s + QString::number(std::round(1 / seconds), 'f', 0);
    }
    const QString text = QString::number(seconds, 'f', 1);
    return text.endsWith(".0"_L1) ? text.chopped(2) : text;
}

int starsOfPercent(qint64 percent)
{
    if (percent <= 0) {
        return 0;
    }
    return percent >= 99 ? 5 : int(percent / 25) + 1;
}

} // namespace kinframe::media
