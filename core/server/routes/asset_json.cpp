// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_json.h"

#include "base/clock.h"
#include "base/ids.h"
#include "base/json_values.h"
#include "library/owner.h"
#include "server/routes/people_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

QString durationText(std::optional<qint64> ms)
{
    const qint64 total = ms.value_or(0);
    return u"%1:%2:%3.%4"_s.arg(total / 3'600'000)
        .arg(total / 60'000 % 60, 2, 10, QChar(u'0'))
        .arg(total / 1000 % 60, 2, 10, QChar(u'0'))
        .arg(total % 1000 * 100, 5, 10, QChar(u'0'));
}

std::vector<faces::Person> peopleOf(Connection &db, const std::vector<faces::Face> &faces)
{
    std::vector<faces::Person> people;
    for (const faces::Face &face : faces) {
        const bool known = std::any_of(people.begin(), people.end(),
                                       [&](const faces::Person &person) { return person.id == face.personId; });
        if (face.personId && !known) {
            if (auto person = faces::findPersonById(db, *face.personId)) {
                people.push_back(std::move(*person));
            }
        }
    }
    return people;
}

QJsonObject personWithFaces(const faces::Person &person, const std::vector<faces::Face> &faces)
{
    QJsonObject json = personJson(person);
    QJsonArray own;
    for (const faces::Face &face : faces) {
        if (face.personId == person.id) {
            QJsonObject box = faceJson(face);
            box.remove(u"personId"_s);
            own.append(box);
        }
    }
    json.insert(u"faces"_s, own);
    return json;
}

QJsonArray tagsJson(const AssetView &view)
{
    QJsonArray array;
    for (const QString &tag : view.tags) {
        // A tag's id is made of its text, so that it is the same in every answer.
        const QUuid id = QUuid::createUuidV5(view.ownerUuid, tag);
        array.append(QJsonObject{{u"id"_s, toText(id)},
                                 {u"name"_s, tag},
                                 {u"value"_s, tag},
                                 {u"createdAt"_s, toIso(view.asset.importedAt)},
                                 {u"updatedAt"_s, toIso(view.asset.updatedAt)}});
    }
    return array;
}

void addTimes(QJsonObject &json, const library::Asset &asset)
{
    const qint64 local = asset.createdAt + asset.createdOffset.value_or(0) * 60'000;
    json.insert(u"createdAt"_s, toIso(asset.importedAt));
    json.insert(u"fileCreatedAt"_s, toIso(asset.createdAt));
    json.insert(u"fileModifiedAt"_s, toIso(asset.fileModifiedAt.value_or(asset.createdAt)));
    json.insert(u"localDateTime"_s, toIso(local));
    json.insert(u"updatedAt"_s, toIso(asset.updatedAt));
}

void addFlags(QJsonObject &json, const library::Asset &asset)
{
    json.insert(u"isFavorite"_s, asset.isFavorite);
    json.insert(u"isArchived"_s, asset.isArchived);
    json.insert(u"isTrashed"_s, asset.trashedAt.has_value());
    json.insert(u"isOffline"_s, false);
    json.insert(u"isEdited"_s, false);
    json.insert(u"hasMetadata"_s, asset.isReady);
    json.insert(u"resized"_s, asset.isReady);
    json.insert(u"visibility"_s, asset.isHidden ? u"hidden"_s : asset.isArchived ? u"archive"_s : u"timeline"_s);
}

QJsonArray unassigned(const std::vector<faces::Face> &faces)
{
    QJsonArray array;
    for (const faces::Face &face : faces) {
        if (!face.personId) {
            QJsonObject box = faceJson(face);
            box.remove(u"personId"_s);
            array.append(box);
        }
    }
    return array;
}

} // namespace

AssetView assetView(Connection &db, const library::Asset &asset)
{
    AssetView view{asset, {}, faces::facesOfAsset(db, asset.id), {}, {}, {}};
    view.people = peopleOf(db, view.faces);
    view.ownerUuid = library::findOwner(db, asset.ownerId).uuid;
    Statement exif = db.prepare("SELECT json FROM asset_exif WHERE asset_id = ?1");
    exif.bindAll(asset.id);
    if (exif.step()) {
        view.exif = QJsonDocument::fromJson(exif.text(0).toUtf8()).object();
    }
    Statement tags = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
    tags.bindAll(asset.id);
    while (tags.step()) {
        view.tags << tags.text(0);
    }
    return view;
}

QJsonObject assetJson(const AssetView &view)
{
    const library::Asset &asset = view.asset;
    QJsonArray people;
    for (const faces::Person &person : view.people) {
        people.append(personWithFaces(person, view.faces));
    }
    QJsonObject json{
        {u"id"_s, toText(asset.uuid)},
        {u"deviceAssetId"_s, asset.deviceAssetId},
        {u"deviceId"_s, asset.deviceId},
        {u"ownerId"_s, toText(view.ownerUuid)},
        {u"libraryId"_s, QJsonValue::Null},
        {u"type"_s, asset.isVideo ? u"VIDEO"_s : u"IMAGE"_s},
        {u"originalPath"_s, assetOriginalPath(asset.uuid)},
        {u"originalFileName"_s, asset.fileName},
        {u"originalMimeType"_s, asset.mimeType},
        {u"thumbnailPath"_s, assetThumbnailPath(asset.uuid)},
        {u"thumbhash"_s, QJsonValue::Null},
        {u"checksum"_s, QString::fromLatin1(asset.sha1.toBase64())},
        {u"duration"_s, durationText(asset.durationMs)},
        {u"width"_s, numberOrNull(asset.width)},
        {u"height"_s, numberOrNull(asset.height)},
        {u"livePhotoVideoId"_s, asset.liveVideoUuid ? QJsonValue(toText(*asset.liveVideoUuid)) : QJsonValue()},
        {u"duplicateId"_s, QJsonValue::Null},
        {u"stack"_s, QJsonValue::Null},
        {u"exifInfo"_s, view.exif},
        {u"tags"_s, tagsJson(view)},
        {u"people"_s, people},
        {u"unassignedFaces"_s, unassigned(view.faces)}};
    addTimes(json, asset);
    addFlags(json, asset);
    return json;
}

} // namespace kinframe::server
