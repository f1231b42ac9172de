// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FactTexts)
};

/// The moment as the clocks showed it where the photo was taken.
QDateTime localTime(qint64 msUtc, std::optional<qint64> offsetMinutes)
{
    return offsetMinutes ? QDateTime::fromMSecsSinceEpoch(msUtc, Qt::OffsetFromUTC, int(*offsetMinutes) * 60)
                         : QDateTime::fromMSecsSinceEpoch(msUtc);
}

QString zoneText(qint64 offsetMinutes)
{
    const qint64 size = std::abs(offsetMinutes);
    const QChar sign = offsetMinutes < 0 ? QChar(u'−') : QChar(u'+');
    return u"UTC%1%2:%3"_s.arg(sign).arg(size / 60).arg(size % 60, 2, 10, QChar(u'0'));
}

/// Without decimals that say nothing.
QString shortNumber(double number, int decimals)
{
    QString text = QLocale().toString(number, 'f', decimals);
    while (decimals > 0 && text.endsWith(QLocale().zeroDigit())) {
        text.chop(1);
        --decimals;
    }
    if (text.endsWith(QLocale().decimalPoint())) {
        text.chop(QLocale().decimalPoint().size());
    }
    return text;
}

QString degrees(double value, const QString &positive, const QString &negative)
{
    return Texts::tr("%1° %2").arg(QLocale().toString(std::abs(value), 'f', 5), value < 0 ? negative : positive);
}

QString plainName(const PhotoBrief &brief)
{
    const QDateTime at =
        localTime(brief.createdAt, brief.hasOffset ? std::optional(brief.offsetMinutes) : std::nullopt);
    const QString when = QLocale().toString(at, QLocale::ShortFormat);
    if (brief.isVideo) {
        return Texts::tr("Video %1, %2, %3").arg(brief.name, when, durationText(brief.durationMs));
    }
    return Texts::tr("Photo %1, %2").arg(brief.name, when);
}

} // namespace

QString durationText(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    const QString rest = u"%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
    if (seconds < 3600) {
        return u"%1:%2"_s.arg(seconds / 60).arg(rest);
    }
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(rest);
}

QString spokenName(const PhotoBrief &brief)
{
    QStringList parts{plainName(brief)};
    if (brief.stacked > 0) {
        parts << Texts::tr("stack of %n photo(s)", nullptr, brief.stacked);
    }
    if (brief.isFavourite) {
        parts << Texts::tr("favourite");
    }
    if (brief.rating > 0) {
        parts << Texts::tr("%n star(s)", nullptr, brief.rating);
    }
    if (brief.isArchived) {
        parts << Texts::tr("in the archive");
    }
    return parts.join(Texts::tr(", "));
}

QString dateText(const library::Asset &asset)
{
    return QLocale().toString(localTime(asset.createdAt, asset.createdOffset).date(), QLocale::LongFormat);
}

QString timeText(const library::Asset &asset)
{
    const QString time =
        QLocale().toString(localTime(asset.createdAt, asset.createdOffset).time(), QLocale::ShortFormat);
    return asset.createdOffset ? Texts::tr("%1 (%2)").arg(time, zoneText(*asset.createdOffset)) : time;
}

QString dimensionsText(const library::Asset &asset)
{
    const qint64 width = asset.width.value_or(0);
    const qint64 height = asset.height.value_or(0);
    if (width <= 0 || height <= 0) {
        return {};
    }
    const QString sides = Texts::tr("%1 × %2").arg(width).arg(height);
    constexpr double million = 1'000'000;
    const double megapixels = double(width) * double(height) / million;
    return asset.isVideo || megapixels < 0.1
               ? sides
               : Texts::tr("%1 · %2 MP").arg(sides, QLocale().toString(megapixels, 'f', 1));
}

QString exposureText(const AssetFacts &facts)
{
    QStringList parts;
    if (!facts.exposureTime.isEmpty()) {
        parts << Texts::tr("%1 s").arg(facts.exposureTime);
    }
    if (facts.fNumber) {
        parts << Texts::tr("f/%1").arg(shortNumber(*facts.fNumber, 1));
    }
    if (facts.iso) {
        parts << Texts::tr("ISO %1").arg(shortNumber(*facts.iso, 0));
    }
    if (facts.focalLength) {
        parts << Texts::tr("%1 mm").arg(shortNumber(*facts.focalLength, 1));
    }
    return parts.join(u" · "_s);
}

QString coordinatesText(const AssetFacts &facts)
{
    if (!facts.latitude || !facts.longitude) {
        return {};
    }
    return Texts::tr("%1, %2").arg(degrees(*facts.latitude, Texts::tr("N"), Texts::tr("S")),
                                   degrees(*facts.longitude, Texts::tr("E"), Texts::tr("W")));
}

} // namespace kinframe::ui
