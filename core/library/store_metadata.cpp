// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/store_metadata.h"

#include "base/clock.h"
#include "base/json_values.h"
#include "library/file_properties.h"
#include "library/metadata_doc.h"
#include "library/metadata_rules.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

QJsonValue timeOrNull(const std::optional<media::CaptureTime> &time)
{
    return time ? QJsonValue(toIso(time->utcMs(QTimeZone::systemTimeZone())).chopped(1) + u"+00:00"_s)
                : QJsonValue(QJsonValue::Null);
}

struct Coordinates
{
    std::optional<double> latitude;
    std::optional<double> longitude;
};

Coordinates coordinates(const media::Metadata &metadata)
{
    Coordinates at;
    if (metadata.location) {
        at.latitude = metadata.location->latitude;
        at.longitude = metadata.location->longitude;
    }
    return at;
}

std::optional<double> real(const std::optional<int> &value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

/// Where and when it was taken, as far as no person has said otherwise.
void storePlaceAndTime(storage::Transaction &transaction, const Asset &asset, const media::Metadata &metadata,
                       const QSet<QString> &edited)
{
    if (!edited.contains(u"created_at"_s)) {
        const QTimeZone zone = QTimeZone::systemTimeZone();
        const qint64 created = metadata.captured ? metadata.captured->utcMs(zone) : asset.createdAt;
        std::optional<qint64> offset;
        if (metadata.captured && metadata.captured->offsetMinutes) {
            offset = *metadata.captured->offsetMinutes;
        }
        transaction.run("UPDATE asset SET created_at = ?2, created_offset = ?3 WHERE id = ?1", asset.id, created,
                        offset);
    }
    const Coordinates at = coordinates(metadata);
    if (!edited.contains(u"latitude"_s) && !edited.contains(u"longitude"_s)) {
        transaction.run("UPDATE asset SET latitude = ?2, longitude = ?3 WHERE id = ?1", asset.id, at.latitude,
                        at.longitude);
    }
}

/// Keywords, but those that a person has taken away or ruled out.
void storeTags(storage::Transaction &transaction, qint64 assetId, const QStringList &keywords,
               const QSet<QString> &edited)
{
    if (edited.contains(u"tags"_s)) {
        return;
    }
    for (const QString &keyword : keywords) {
        if (!edited.contains(keyOfTag(keyword))) {
            transaction.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING", keyword,
                            assetId);
        }
    }
}

} // namespace

QJsonObject exifJson(const Asset &asset, const media::Metadata &metadata)
{
    const Coordinates at = coordinates(metadata);
    const QString zone = metadata.captured ? metadata.captured->zoneName() : QString();
    return {
        {u"make"_s, textOrNull(metadata.make)},
        {u"model"_s, textOrNull(metadata.model)},
        {u"lensModel"_s, textOrNull(metadata.lensModel)},
        {u"exposureTime"_s, textOrNull(metadata.exposureTime)},
        {u"fNumber"_s, numberOrNull(metadata.fNumber)},
        {u"iso"_s, numberOrNull(metadata.iso)},
        {u"focalLength"_s, numberOrNull(metadata.focalLength)},
        {u"orientation"_s, metadata.orientation ? QJsonValue(QString::number(*metadata.orientation)) : QJsonValue()},
        {u"exifImageWidth"_s, numberOrNull(metadata.width)},
        {u"exifImageHeight"_s, numberOrNull(metadata.height)},
        {u"fileSizeInByte"_s, double(asset.size)},
        {u"dateTimeOriginal"_s, timeOrNull(metadata.captured)},
        {u"modifyDate"_s, timeOrNull(metadata.modified)},
        {u"timeZone"_s, textOrNull(zone)},
        {u"latitude"_s, numberOrNull(at.latitude)},
        {u"longitude"_s, numberOrNull(at.longitude)},
        {u"city"_s, textOrNull(metadata.city)},
        {u"state"_s, textOrNull(metadata.state)},
        {u"country"_s, textOrNull(metadata.country)},
        {u"description"_s, metadata.description},
        {u"projectionType"_s, textOrNull(metadata.projectionType)},
        {u"rating"_s, numberOrNull(metadata.rating)}};
}

void storeMetadata(storage::Transaction &transaction, const Asset &asset, const media::Metadata &metadata)
{
    const QSet<QString> edited = readDoc(transaction.db(), asset.id).edited;
    const std::optional<QString> pairing =
        metadata.contentIdentifier.isEmpty() ? std::nullopt : std::optional(metadata.contentIdentifier);
    transaction.run("UPDATE asset SET orientation = ?2, content_identifier = ?3 WHERE id = ?1", asset.id,
                    metadata.orientation.value_or(1), pairing);
    storePlaceAndTime(transaction, asset, metadata, edited);
    if (!edited.contains(u"rating"_s)) {
        transaction.run("UPDATE asset SET rating = coalesce(rating, ?2) WHERE id = ?1", asset.id,
                        real(metadata.rating));
    }
    const QByteArray exif = QJsonDocument(exifJson(asset, metadata)).toJson(QJsonDocument::Compact);
    transaction.run("INSERT INTO asset_exif(asset_id, json) VALUES (?1, ?2) "
                    "ON CONFLICT (asset_id) DO UPDATE SET json = excluded.json",
                    asset.id, QString::fromUtf8(exif));
    storeFileProperties(transaction, asset.id, metadata);
    if (!asset.isReady) { // Read before: a tag that is not there any more was taken away by somebody.
        storeTags(transaction, asset.id, metadata.keywords, edited);
    }
}

} // namespace kinframe::library
