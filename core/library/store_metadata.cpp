// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/store_metadata.h"

#include "base/clock.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template <typename T>
QJsonValue numberOrNull(const std::optional<T> &number)
{
    return number ? QJsonValue(double(*number)) : QJsonValue(QJsonValue::Null);
}

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

void storeProperty(storage::Transaction &transaction, qint64 assetId, const QString &name,
                   const std::optional<double> &number, const QString &text)
{
    if (!number && text.isEmpty()) {
        return;
    }
    transaction.run("INSERT INTO prop_key(name) VALUES (?1) ON CONFLICT (name) DO NOTHING", name);
    transaction.run("INSERT INTO prop(asset_id, key_id, num, txt) "
                    "VALUES (?1, (SELECT id FROM prop_key WHERE name = ?2), ?3, ?4) "
                    "ON CONFLICT (asset_id, key_id) DO UPDATE SET num = excluded.num, txt = excluded.txt",
                    assetId, name, number, text.isEmpty() ? std::nullopt : std::optional(text));
}

template <typename T>
std::optional<double> real(const std::optional<T> &value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

void storeProperties(storage::Transaction &transaction, qint64 assetId, const media::Metadata &metadata)
{
    storeProperty(transaction, assetId, u"camera"_s, {}, metadata.cameraName());
    storeProperty(transaction, assetId, u"lens"_s, {}, metadata.lensModel);
    storeProperty(transaction, assetId, u"iso"_s, real(metadata.iso), {});
    storeProperty(transaction, assetId, u"f_number"_s, metadata.fNumber, {});
    storeProperty(transaction, assetId, u"exposure_time"_s, metadata.exposureSeconds, {});
    storeProperty(transaction, assetId, u"focal_length"_s, metadata.focalLength, {});
    storeProperty(transaction, assetId, u"title"_s, {}, metadata.title);
    storeProperty(transaction, assetId, u"description"_s, {}, metadata.description);
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
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const qint64 created = metadata.captured ? metadata.captured->utcMs(zone) : asset.createdAt;
    std::optional<qint64> offset;
    if (metadata.captured && metadata.captured->offsetMinutes) {
        offset = *metadata.captured->offsetMinutes;
    }
    const Coordinates at = coordinates(metadata);
    const std::optional<QString> pairing =
        metadata.contentIdentifier.isEmpty() ? std::nullopt : std::optional(metadata.contentIdentifier);
    transaction.run("UPDATE asset SET created_at = ?2, created_offset = ?3, orientation = ?4, latitude = ?5, "
                    "longitude = ?6, rating = coalesce(rating, ?7), content_identifier = ?8 WHERE id = ?1",
                    asset.id, created, offset, metadata.orientation.value_or(1), at.latitude, at.longitude,
                    real(metadata.rating), pairing);
    const QByteArray exif = QJsonDocument(exifJson(asset, metadata)).toJson(QJsonDocument::Compact);
    transaction.run("INSERT INTO asset_exif(asset_id, json) VALUES (?1, ?2) "
                    "ON CONFLICT (asset_id) DO UPDATE SET json = excluded.json",
                    asset.id, QString::fromUtf8(exif));
    storeProperties(transaction, asset.id, metadata);
    if (asset.isReady) {
        return; // Read before: a tag that is not there any more was taken away by somebody.
    }
    for (const QString &keyword : metadata.keywords) {
        transaction.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING", keyword,
                        asset.id);
    }
}

} // namespace kinframe::library
