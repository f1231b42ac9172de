// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>

#include <chrono>

namespace kinframe {
namespace {

constexpr qsizetype dateLength = 10; // yyyy-MM-dd

// Texts without a zone get one before they are read: as local time an hour of the year does not exist.
QString withZone(const QString &iso)
{
    if (iso.size() <= dateLength) {
        return iso + QLatin1String("T00:00:00Z");
    }
    const QStringView time = QStringView(iso).mid(dateLength);
    const bool hasZone = time.endsWith(u'Z', Qt::CaseInsensitive) || time.contains(u'+') || time.contains(u'-');
    return hasZone ? iso : iso + u'Z';
}

// The years that can be written with four digits.
bool isWritable(const QDateTime &time)
{
    const int year = time.toUTC().date().year();
    return year >= 1 && year <= 9999;
}

} // namespace

qint64 wallMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QString toIso(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString toIsoShort(qint64 ms)
{
    return ms % 1000 == 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : toIso(ms);
}

std::optional<qint64> fromIso(QStringView text)
{
    QString value = text.trimmed().toString();
    const qsizetype space = value.lastIndexOf(u' ');
    if (space > dateLength) {
        value[space] = u'+';
    }
    const QDateTime time = QDateTime::fromString(withZone(value), Qt::ISODateWithMs);
    return time.isValid() && isWritable(time) ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace kinframe
