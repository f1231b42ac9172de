// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/asset_facts.h"

#include "faces/face.h"
#include "faces/person.h"
#include "library/originals.h"
#include "storage/database.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

using storage::Connection;
using storage::Statement;

void readExif(Connection &db, AssetFacts &facts)
{
    Statement row = db.prepare("SELECT e.json, a.latitude, a.longitude, coalesce(a.error, a.notice) FROM asset a LEFT "
                               "JOIN asset_exif e ON e.asset_id = a.id WHERE a.id = ?1");
    row.bindAll(facts.asset.id);
    if (!row.step()) {
        return;
    }
    const QJsonObject exif = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
    facts.latitude = row.optionalReal(1);
    facts.longitude = row.optionalReal(2);
    facts.error = row.text(3);
    const auto number = [&](const QString &key) {
        return exif[key].isDouble() ? std::optional(exif[key].toDouble()) : std::nullopt;
    };
    facts.lens = exif["lensModel"_L1].toString();
    facts.description = exif["description"_L1].toString();
    facts.exposureTime = exif["exposureTime"_L1].toString();
    facts.fNumber = number(u"fNumber"_s);
    facts.iso = number(u"iso"_s);
    facts.focalLength = number(u"focalLength"_s);
    for (const QString &key : {u"city"_s, u"state"_s, u"country"_s}) {
        if (const QString name = exif[key].toString(); !name.isEmpty()) {
            facts.place.push_back(name);
        }
    }
}

void readCamera(Connection &db, AssetFacts &facts)
{
    Statement row = db.prepare("SELECT p.txt FROM prop p JOIN prop_key k ON k.id = p.key_id WHERE p.asset_id = ?1 AND "
                               "k.name = 'camera'");
    row.bindAll(facts.asset.id);
    if (row.step()) {
        facts.camera = row.text(0);
    }
}

void readTags(Connection &db, AssetFacts &facts)
{
    Statement row = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
    row.bindAll(facts.asset.id);
    while (row.step()) {
        facts.tags.push_back(row.text(0));
    }
}

void readPeople(Connection &db, AssetFacts &facts)
{
    for (const faces::Face &face : faces::facesOfAsset(db, facts.asset.id)) {
        const auto isKnown = [&](const PersonFact &person) { return person.uuid == face.personUuid; };
        if (!face.personId || std::ranges::any_of(facts.people, isKnown)) {
            continue;
        }
        if (const auto person = faces::findPersonById(db, *face.personId); person && !person->isHidden) {
            facts.people.push_back({person->uuid, person->name});
        }
    }
}

void findFiles(Connection &db, const Services &services, AssetFacts &facts)
{
    const storage::BlobStore &blobs = services.library.blobs;
    if (const auto path = library::locateBlob(db, blobs, facts.asset.blobId)) {
        facts.file = *path;
        facts.lastFile = *path;
    } else {
        facts.lastFile = path.error().fact(u"path"_s);
    }
    Statement row = db.prepare("SELECT path FROM file_reference WHERE asset_id = ?1 ORDER BY missing_since IS NOT "
                               "NULL, id LIMIT 1");
    row.bindAll(facts.asset.id);
    if (row.step()) {
        facts.isInPlace = true;
        facts.lastFile = row.text(0);
    }
    if (facts.asset.liveVideoId) {
        if (const auto video = library::findAssetById(db, *facts.asset.liveVideoId)) {
            facts.liveFile = library::locateBlob(db, blobs, video->blobId).value_or(QString());
        }
    }
}

} // namespace

Result<std::optional<AssetFacts>> readAssetFacts(const Services &services, qint64 userId, const QUuid &asset,
                                                 const std::stop_token &stop)
{
    return services.library.database.read(
        [&](Connection &db) -> Result<std::optional<AssetFacts>> {
            auto found = library::findAsset(db, userId, asset);
            if (!found) {
                return std::optional<AssetFacts>();
            }
            AssetFacts facts;
            facts.asset = std::move(*found);
            readExif(db, facts);
            readCamera(db, facts);
            readTags(db, facts);
            readPeople(db, facts);
            findFiles(db, services, facts);
            return std::optional(std::move(facts));
        },
        stop);
}

} // namespace kinframe::ui
