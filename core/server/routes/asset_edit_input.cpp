// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_edit_input.h"

#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/routes/route_kit.h"

#include <QDateTime>

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using library::Visibility;

// A hundred years.
constexpr int longestShift = 100 * 366 * 24 * 60;

Failure wrong(const QJsonObject &body, const QString &field, const QString &expected)
{
    return http::invalidInput(field, http::compactJson(body.value(field)), expected);
}

Result<std::optional<Visibility>> visibilityIn(const QJsonObject &body)
{
    const QString field = u"visibility"_s;
    const QString name = body.value(field).toString();
    if (!body.contains(field)) {
        // Clients of older versions say it so.
        const auto isArchived = flagIn(body, u"isArchived"_s);
        if (!isArchived) {
            return failed(isArchived);
        }
        return *isArchived ? std::optional(**isArchived ? Visibility::Archive : Visibility::Timeline) : std::nullopt;
    }
    if (name == "timeline"_L1) {
        return Visibility::Timeline;
    }
    if (name == "archive"_L1) {
        return Visibility::Archive;
    }
    if (name == "hidden"_L1) {
        return Visibility::Hidden;
    }
    return wrong(body, field, u"timeline, archive or hidden"_s);
}

/// -1 and null take it away.
Result<void> addRating(const QJsonObject &body, library::MetadataEdit &edit)
{
    const QJsonValue rating = body.value("rating"_L1);
    if (rating.isUndefined()) {
        return {};
    }
    const double stars = rating.toDouble(-2);
    if (!rating.isNull() && stars != -1 && !(stars >= 0 && stars <= 5)) {
        return wrong(body, u"rating"_s, u"a number from 0 to 5"_s);
    }
    edit.values.emplace_back(u"rating"_s, stars < 0 ? QJsonValue(QJsonValue::Null) : rating);
    return {};
}

/// What nothing here can be made of is refused unless it says what is so anyway.
Result<void> checkDuplicate(const QJsonObject &body)
{
    const QString field = u"duplicateId"_s;
    return body.contains(field) && !body.value(field).isNull()
               ? Result<void>(wrong(body, field, u"null: it is found in the files"_s))
               : Result<void>();
}

/// Null takes the two halves of a live photo apart.
Result<void> addLiveVideo(const QJsonObject &body, AssetEditInput &input)
{
    const QString field = u"livePhotoVideoId"_s;
    if (body.value(field).isNull()) {
        input.liveVideo = std::optional<QUuid>();
        return {};
    }
    const auto id = optionalIdIn(body, field);
    if (!id) {
        return failed(id);
    }
    if (*id) {
        input.liveVideo = *id;
    }
    return {};
}

Result<void> addTimes(const QJsonObject &body, AssetEditInput &input)
{
    if (const QJsonValue shift = body.value("dateTimeRelative"_L1); !shift.isUndefined()) {
        const double minutes = shift.toDouble(2.0 * longestShift);
        if (std::abs(minutes) > longestShift) {
            return wrong(body, u"dateTimeRelative"_s,
                         u"a whole number from %1 to %2"_s.arg(-longestShift).arg(longestShift));
        }
        input.shiftMs = std::llround(minutes * 60'000);
    }
    if (const QJsonValue name = body.value("timeZone"_L1); !name.isUndefined()) {
        const QTimeZone zone(name.toString().toUtf8());
        if (!zone.isValid()) {
            return wrong(body, u"timeZone"_s, u"a time zone, for example Europe/Zurich"_s);
        }
        input.zone = zone;
    }
    return {};
}

/// Of values that the library would take but clients do not mean, null above all.
QString expectedOf(const QString &key)
{
    if (key == "is_favorite"_L1) {
        return u"true or false"_s;
    }
    return key == "latitude"_L1 || key == "longitude"_L1 ? u"a number from -180 to 180"_s : u"a text"_s;
}

} // namespace

Result<AssetEditInput> AssetEditInput::from(const QJsonObject &body)
{
    AssetEditInput input;
    // Their names here and in the library; what their values may be is checked there.
    for (const auto &[field, key] :
         {std::pair(u"isFavorite"_s, u"is_favorite"_s), std::pair(u"description"_s, u"description"_s),
          std::pair(u"latitude"_s, u"latitude"_s), std::pair(u"longitude"_s, u"longitude"_s),
          std::pair(u"dateTimeOriginal"_s, u"created_at"_s)}) {
        if (const QJsonValue value = body.value(field); !value.isUndefined()) {
            const bool fits = key == "is_favorite"_L1                         ? value.isBool()
                              : key == "latitude"_L1 || key == "longitude"_L1 ? value.isDouble()
                                                                              : value.isString();
            library::MetadataEdit one{{{key, value}}};
            const auto checked = library::checkMetadata(one);
            if (!fits || !checked) {
                return checked ? wrong(body, field, expectedOf(key))
                               : wrong(body, field, checked.error().fact(u"expected"_s));
            }
            input.values.values.push_back(std::move(one.values.front()));
        }
    }
    const auto visibility = visibilityIn(body);
    if (!visibility) {
        return failed(visibility);
    }
    input.visibility = *visibility;
    for (const Result<void> &checked :
         {addRating(body, input.values), checkDuplicate(body), addLiveVideo(body, input), addTimes(body, input)}) {
        if (!checked) {
            return failed(checked);
        }
    }
    return input;
}

library::MetadataEdit AssetEditInput::editOf(const library::Asset &asset) const
{
    library::MetadataEdit edit = values;
    if (shiftMs || zone) {
        const qint64 moment = asset.createdAt + shiftMs.value_or(0);
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
        const auto offset = zone ? std::optional<qint64>(zone->offsetFromUtc(utc) / 60) : asset.createdOffset;
        const QDateTime shown = utc.toOffsetFromUtc(int(offset.value_or(0) * 60));
        edit.values.emplace_back(u"created_at"_s, shown.toString(Qt::ISODateWithMs));
    }
    return edit;
}

} // namespace kinframe::server
