// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/remote_asset.h"

#include "base/clock.h"

#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestName = 1024;
constexpr qsizetype longestText = 4096;
constexpr qsizetype sha1Bytes = 20;

template <typename Number>
std::optional<Number> positive(const QJsonValue &value)
{
    constexpr double most = sizeof(Number) == sizeof(int) ? 2e9 : 9e15;
    const double number = value.toDouble();
    return number >= 1 && number <= most ? std::optional(Number(number)) : std::nullopt;
}

/// `0:01:02.345678`; "0:00:00.00000" is what a photo has.
std::optional<qint64> durationOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        return positive<qint64>(value);
    }
    static const QRegularExpression form(u"^(\\d{1,4}):(\\d{2}):(\\d{2}(?:\\.\\d+)?)$"_s);
    const QRegularExpressionMatch match = form.match(value.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const double seconds =
        match.captured(1).toInt() * 3600.0 + match.captured(2).toInt() * 60.0 + match.captured(3).toDouble();
    const auto ms = qint64(std::llround(seconds * 1000));
    return ms > 0 ? std::optional(ms) : std::nullopt;
}

QString placeOf(const QJsonObject &exif)
{
    QStringList parts;
    for (const auto key : {"city"_L1, "state"_L1, "country"_L1}) {
        if (const QString part = exif.value(key).toString().left(longestName); !part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(u", "_s);
}

qint64 takenAtOf(const QJsonObject &json)
{
    for (const auto key : {"fileCreatedAt"_L1, "localDateTime"_L1, "fileModifiedAt"_L1}) {
        if (const auto ms = fromIso(json.value(key).toString())) {
            return *ms;
        }
    }
    return 0;
}

} // namespace

Result<RemoteAsset> remoteAssetFrom(const QJsonObject &json)
{
    RemoteAsset asset;
    asset.id = QUuid::fromString(json.value("id"_L1).toString());
    if (asset.id.isNull()) {
        return fail(ErrorCode::RemoteInvalid, {{u"reason"_s, u"an asset without an id"_s}});
    }
    const QJsonObject exif = json.value("exifInfo"_L1).toObject();
    const QString visibility = json.value("visibility"_L1).toString();
    asset.isVideo = json.value("type"_L1).toString() == "VIDEO"_L1;
    asset.fileName = json.value("originalFileName"_L1).toString().left(longestName);
    asset.sha1 = QByteArray::fromBase64(json.value("checksum"_L1).toString().toLatin1());
    if (asset.sha1.size() != sha1Bytes) {
        asset.sha1.clear();
    }
    asset.size = positive<qint64>(exif.value("fileSizeInByte"_L1));
    asset.takenAt = takenAtOf(json);
    asset.width = positive<int>(json.contains("width"_L1) ? json.value("width"_L1) : exif.value("exifImageWidth"_L1));
    asset.height =
        positive<int>(json.contains("height"_L1) ? json.value("height"_L1) : exif.value("exifImageHeight"_L1));
    asset.durationMs = durationOf(json.value("duration"_L1));
    asset.liveVideo = QUuid::fromString(json.value("livePhotoVideoId"_L1).toString());
    asset.isFavorite = json.value("isFavorite"_L1).toBool();
    asset.isArchived = json.value("isArchived"_L1).toBool() || visibility == "archive"_L1;
    asset.isTrashed = json.value("isTrashed"_L1).toBool();
    asset.isHidden = visibility == "hidden"_L1 || visibility == "locked"_L1 || !json.value("isVisible"_L1).toBool(true);
    asset.description = exif.value("description"_L1).toString().left(longestText);
    asset.place = placeOf(exif);
    return asset;
}

} // namespace kinframe::transfer
