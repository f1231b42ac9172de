// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face.h"

#include "storage/sql_text.h"

#include <algorithm>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;

std::string select(const char *rest)
{
    return storage::joined(
        {"SELECT f.id, f.uuid, f.owner_id, f.asset_id, a.uuid, f.detection_id, f.person_id, p.uuid, "
         "f.is_confirmed, f.is_dismissed, f.similarity, d.x, d.y, d.width, d.height, d.score, d.size_px, "
         "d.quality, d.detector_id IS NULL, d.frame_ms, coalesce(a.width, 0), coalesce(a.height, 0), a.turn "
         "FROM face f JOIN asset a ON a.id = f.asset_id JOIN detection d ON d.id = f.detection_id "
         "LEFT JOIN person p ON p.id = f.person_id WHERE ",
         rest});
}

Face faceFrom(const Statement &row)
{
    Face face;
    face.id = row.int64(0);
    face.uuid = row.uuid(1);
    face.ownerId = row.int64(2);
    face.assetId = row.int64(3);
    face.assetUuid = row.uuid(4);
    face.detectionId = row.int64(5);
    face.personId = row.optionalInt64(6);
    if (!row.isNull(7)) {
        face.personUuid = row.uuid(7);
    }
    face.isConfirmed = row.boolean(8);
    face.isDismissed = row.boolean(9);
    face.similarity = row.optionalReal(10);
    const Box box{float(row.real(11)), float(row.real(12)), float(row.real(13)), float(row.real(14))};
    face.box = turned(box, row.integer(22));
    face.score = row.real(15);
    face.sizePixels = row.real(16);
    face.quality = row.real(17);
    face.isDrawn = row.boolean(18);
    face.frameMs = row.optionalInt64(19);
    face.imageWidth = row.int64(20);
    face.imageHeight = row.int64(21);
    return face;
}

std::vector<Face> all(Statement &statement)
{
    std::vector<Face> faces;
    while (statement.step()) {
        faces.push_back(faceFrom(statement));
    }
    return faces;
}

std::optional<Face> firstOf(Statement &statement)
{
    return statement.step() ? std::optional(faceFrom(statement)) : std::nullopt;
}

} // namespace

std::optional<Face> findFace(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    static const std::string sql = select("f.uuid = ?2 AND f.owner_id = ?1");
    Statement statement = db.prepare(sql);
    statement.bindAll(ownerId, uuid);
    return firstOf(statement);
}

std::vector<Face> facesOfAsset(Connection &db, qint64 assetId)
{
    static const std::string sql = select("f.asset_id = ?1 AND f.is_dismissed = 0 ORDER BY f.id");
    Statement statement = db.prepare(sql);
    statement.bindAll(assetId);
    std::vector<Face> faces = all(statement);
    std::ranges::stable_sort(faces, {}, [](const Face &face) { return face.box.x; });
    return faces;
}

std::vector<Face> facesOfAssets(Connection &db, const QString &assetIds)
{
    static const std::string sql =
        select("f.asset_id IN (SELECT value FROM json_each(?1)) AND f.is_dismissed = 0 ORDER BY f.asset_id, f.id");
    Statement statement = db.prepare(sql);
    statement.bindAll(assetIds);
    std::vector<Face> faces = all(statement);
    std::ranges::stable_sort(faces, [](const Face &a, const Face &b) {
        return a.assetId != b.assetId ? a.assetId < b.assetId : a.box.x < b.box.x;
    });
    return faces;
}

std::vector<Face> facesOfPerson(Connection &db, qint64 personId, int limit, int offset)
{
    static const std::string sql = select("f.person_id = ?1 AND a.trashed_at IS NULL AND a.is_hidden = 0 ORDER BY "
                                          "f.quality DESC, f.id LIMIT ?2 OFFSET ?3");
    Statement statement = db.prepare(sql);
    statement.bindAll(personId, limit, offset);
    return all(statement);
}

std::optional<Face> coverOf(Connection &db, qint64 personId)
{
    static const std::string sql =
        select("f.id = (SELECT cover_face_id FROM person WHERE id = ?1) AND f.person_id = ?1 AND a.trashed_at IS NULL "
               "AND a.is_hidden = 0");
    Statement chosen = db.prepare(sql);
    chosen.bindAll(personId);
    if (auto face = firstOf(chosen)) {
        return face;
    }
    const std::vector<Face> best = facesOfPerson(db, personId, 1, 0);
    return best.empty() ? std::nullopt : std::optional(best.front());
}

} // namespace kinframe::faces
