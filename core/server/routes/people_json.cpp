// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/people_json.h"

#include "base/clock.h"
#include "base/ids.h"

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

qint64 pixels(float part, qint64 whole)
{
    return qint64(std::round(std::clamp(double(part), 0.0, 1.0) * double(whole)));
}

void addBox(QJsonObject &json, const faces::Face &face)
{
    const PixelBox box = pixelBox(face);
    json.insert(u"imageWidth"_s, face.imageWidth);
    json.insert(u"imageHeight"_s, face.imageHeight);
    json.insert(u"boundingBoxX1"_s, box.left);
    json.insert(u"boundingBoxY1"_s, box.top);
    json.insert(u"boundingBoxX2"_s, box.right);
    json.insert(u"boundingBoxY2"_s, box.bottom);
}

} // namespace

PixelBox pixelBox(const faces::Face &face)
{
    return {pixels(face.box.x, face.imageWidth), pixels(face.box.y, face.imageHeight),
            pixels(face.box.x + face.box.width, face.imageWidth),
            pixels(face.box.y + face.box.height, face.imageHeight)};
}

QString sourceOf(const faces::Face &face)
{
    return face.isDrawn ? u"manual"_s : u"machine-learning"_s;
}

QJsonObject personJson(const faces::Person &person)
{
    QJsonObject json{{u"id"_s, toText(person.uuid)},
                     {u"name"_s, person.name},
                     {u"thumbnailPath"_s, personThumbnailPath(person.uuid)},
                     {u"birthDate"_s, person.birthDate.isEmpty() ? QJsonValue() : QJsonValue(person.birthDate)},
                     {u"isHidden"_s, person.isHidden},
                     {u"isFavorite"_s, person.isFavorite},
                     {u"updatedAt"_s, toIso(person.updatedAt)}};
    if (!person.color.isEmpty()) {
        json.insert(u"color"_s, person.color);
    }
    return json;
}

QJsonObject faceJson(const faces::Face &face)
{
    QJsonObject json{{u"id"_s, toText(face.uuid)},
                     {u"personId"_s, face.personUuid ? QJsonValue(toText(*face.personUuid)) : QJsonValue()},
                     {u"score"_s, face.score},
                     {u"isConfirmed"_s, face.isConfirmed},
                     {u"sourceType"_s, sourceOf(face)}};
    addBox(json, face);
    return json;
}

QJsonObject faceWithPersonJson(const faces::Face &face, const std::optional<faces::Person> &person)
{
    QJsonObject json{{u"id"_s, toText(face.uuid)},
                     {u"person"_s, person ? QJsonValue(personJson(*person)) : QJsonValue()},
                     {u"sourceType"_s, sourceOf(face)}};
    addBox(json, face);
    return json;
}

QString assetThumbnailPath(const QUuid &asset)
{
    return u"/api/assets/%1/thumbnail"_s.arg(toText(asset));
}

QString assetOriginalPath(const QUuid &asset)
{
    return u"/api/assets/%1/original"_s.arg(toText(asset));
}

QString personThumbnailPath(const QUuid &person)
{
    return u"/api/people/%1/thumbnail"_s.arg(toText(person));
}

QString faceThumbnailPath(const QUuid &face)
{
    return u"/api/faces/%1/thumbnail"_s.arg(toText(face));
}

} // namespace kinframe::server
