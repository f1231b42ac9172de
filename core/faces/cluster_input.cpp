// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/cluster_input.h"

#include "faces/detections.h"
#include "faces/person.h"
#include "faces/strictness.h"

#include <map>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;

void readVectors(Connection &db, qint64 ownerId, const ModelTraits &model, StoredFaces &faces)
{
    Statement statement =
        db.prepare("SELECT f.id, f.asset_id, f.person_id, d.quality, e.vector, "
                   "f.is_confirmed OR (" KINFRAME_SINGLED_OUT "), d.frame_ms "
                   "FROM face f JOIN detection d ON d.id = f.detection_id JOIN embedding e ON e.detection_id = d.id "
                   "LEFT JOIN person p ON p.id = f.person_id "
                   "WHERE f.owner_id = ?1 AND f.is_dismissed = 0 AND d.size_px >= ?3 AND "
                   "e.model_id = (SELECT id FROM face_model WHERE name = ?2) ORDER BY f.id");
    statement.bindAll(ownerId, model.name, double(leastRecognisedSize));
    std::map<std::pair<qint64, qint64>, PhotoId> frames;
    while (statement.step()) {
        ClusterFace face;
        face.id = statement.int64(0);
        face.photo = statement.int64(1);
        face.person = statement.optionalInt64(2);
        face.quality = float(statement.real(3));
        face.embedding = faces.vectors.emplace_back(vectorFromBytes(statement.blob(4)));
        // Whom a person has named or otherwise singled out keeps the faces that they were seen with, and is nobody else
        // who was singled out, however alike they look.
        face.confirmed = face.person && statement.boolean(5);
        if (const auto frame = statement.optionalInt64(6)) {
            // A person may be in many frames of a video, but only once in each.
            face.photo = frames.try_emplace({face.photo, *frame}, -PhotoId(frames.size()) - 1).first->second;
        }
        faces.input.faces.push_back(face);
    }
}

void readRejections(Connection &db, qint64 ownerId, StoredFaces &faces)
{
    Statement statement =
        db.prepare("SELECT r.face_id, r.person_id FROM face_rejection r JOIN face f ON f.id = r.face_id "
                   "WHERE f.owner_id = ?1 ORDER BY r.face_id, r.person_id");
    statement.bindAll(ownerId);
    while (statement.step()) {
        faces.input.rejected.emplace_back(statement.int64(0), statement.int64(1));
    }
}

/// Two people who are not the same stay apart by one face of each; the others follow their groups.
void readDistinct(Connection &db, qint64 ownerId, StoredFaces &faces)
{
    Statement statement = db.prepare("SELECT (SELECT min(id) FROM face WHERE person_id = x.low), (SELECT min(id) FROM "
                                     "face WHERE person_id = x.high) "
                                     "FROM person_distinct x JOIN person p ON p.id = x.low WHERE p.owner_id = ?1");
    statement.bindAll(ownerId);
    while (statement.step()) {
        if (!statement.isNull(0) && !statement.isNull(1)) {
            faces.input.apart.emplace_back(statement.int64(0), statement.int64(1));
        }
    }
}

} // namespace

StoredFaces readFaces(Connection &db, qint64 ownerId, const ModelTraits &model)
{
    StoredFaces faces;
    faces.input.model = model.kind;
    readVectors(db, ownerId, model, faces);
    readRejections(db, ownerId, faces);
    readDistinct(db, ownerId, faces);
    faces.input.sameThreshold = sameThresholdAt(model, faces.input.faces.size(), strictnessOf(db, ownerId));
    return faces;
}

} // namespace kinframe::faces
