// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/metadata_exiv2.h"
#include "media/metadata_parts.h"
#include "media/metadata_text.h"
#include "media/metadata_values.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace kinframe::media {
namespace {

/// Degrees, minutes and seconds of one coordinate; negative where its reference is `negative`, none without reference.
std::optional<double> degrees(const ExifIndex &exif, const char *key, const char *referenceKey, char positive,
                              char negative)
{
    const auto *datum = exif.find(key);
    const auto *reference = exif.find(referenceKey);
    if (datum == nullptr || reference == nullptr) {
        return std::nullopt;
    }
    const QByteArray side = QByteArray::fromStdString(reference->toString()).trimmed().toUpper();
    if (side.isEmpty() || (side[0] != positive && side[0] != negative)) {
        return std::nullopt;
    }
    const auto whole = finiteNumber(*datum, 0);
    const auto minutes = finiteNumber(*datum, 1);
    if (!whole || *whole < 0 || (datum->count() > 1 && !minutes)) {
        return std::nullopt;
    }
    // Cameras that write decimal minutes leave the seconds 0/0.
    const double value = *whole + minutes.value_or(0) / 60 + finiteNumber(*datum, 2).value_or(0) / 3600;
    return side[0] == negative ? -value : value;
}

std::optional<double> altitudeOf(const ExifIndex &exif)
{
    const auto *datum = exif.find("Exif.GPSInfo.GPSAltitude");
    const auto altitude = datum != nullptr ? finiteNumber(*datum) : std::nullopt;
    if (!altitude) {
        return std::nullopt;
    }
    const auto *reference = exif.find("Exif.GPSInfo.GPSAltitudeRef");
    // A number by the standard; some cameras write the digit.
    const std::string below = reference != nullptr ? reference->toString() : std::string();
    return below == "1" || below == "49" ? -*altitude : *altitude;
}

std::optional<qint64> satelliteTime(const ExifIndex &exif)
{
    const auto *date = exif.find("Exif.GPSInfo.GPSDateStamp");
    const auto *clock = exif.find("Exif.GPSInfo.GPSTimeStamp");
    if (date == nullptr || clock == nullptr) {
        return std::nullopt;
    }
    const QString day = cleanText(QByteArrayView(date->toString())).left(10);
    const auto midnight = parseExifTime(QString(day + " 00:00:00"_L1));
    const auto hours = finiteNumber(*clock, 0);
    const auto minutes = finiteNumber(*clock, 1);
    if (!midnight || !hours || !minutes || !(*hours >= 0 && *hours <= 24 && *minutes >= 0 && *minutes < 60)) {
        return std::nullopt;
    }
    const double seconds = finiteNumber(*clock, 2).value_or(0);
    if (!(seconds >= 0 && seconds < 61)) {
        return std::nullopt;
    }
    return midnight->wallMs + std::llround((*hours * 3600 + *minutes * 60 + seconds) * 1000);
}

} // namespace

void addExifLocation(Metadata &metadata, CaptureTimes &times, const ExifIndex &exif)
{
    times.setGps(satelliteTime(exif));
    const auto latitude = degrees(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'N', 'S');
    const auto longitude = degrees(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'E', 'W');
    if (latitude && longitude && !metadata.location) {
        metadata.location = geoPoint(*latitude, *longitude, altitudeOf(exif));
    }
}

} // namespace kinframe::media
