// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/carried_faces.h"

#include "library/unused_blobs.h"

#include <QSet>

#include <numeric>

namespace kinframe::faces {
namespace {

using storage::Statement;
using storage::Transaction;

// The same head in a picture that was written anew; only where there is no embedding to go by.
constexpr float sameHeadOverlap = 0.5F;

struct OldFace
{
    qint64 id = 0;
    qint64 detectionId = 0;
    qint64 blobId = 0;
    bool isSaid = false; ///< confirmed, dismissed or drawn
    Box box;
    std::vector<float> embedding;
};

std::vector<OldFace> facesOfFormerBytes(Transaction &transaction, const ModelTraits &model, const library::Asset &asset)
{
    std::vector<OldFace> faces;
    Statement statement = transaction.prepare(
        "SELECT f.id, d.id, d.blob_id, f.is_confirmed OR f.is_dismissed OR d.detector_id IS NULL, d.x, d.y, d.width, "
        "d.height, e.vector FROM face f JOIN detection d ON d.id = f.detection_id LEFT JOIN embedding e ON "
        "e.detection_id = d.id AND e.model_id = (SELECT id FROM face_model WHERE name = ?3) "
        "WHERE f.asset_id = ?1 AND d.blob_id <> ?2 ORDER BY f.id");
    statement.bindAll(asset.id, asset.blobId, model.name);
    while (statement.step()) {
        const Box box{float(statement.real(4)), float(statement.real(5)), float(statement.real(6)),
                      float(statement.real(7))};
        faces.push_back({statement.int64(0), statement.int64(1), statement.int64(2), statement.boolean(3), box,
                         vectorFromBytes(statement.blob(8))});
    }
    return faces;
}

QSet<qint64> takenDetections(Transaction &transaction, qint64 assetId)
{
    QSet<qint64> taken;
    Statement statement = transaction.prepare("SELECT detection_id FROM face WHERE asset_id = ?1");
    statement.bindAll(assetId);
    while (statement.step()) {
        taken.insert(statement.int64(0));
    }
    return taken;
}

/// By what the face looks like, since a crop moves every box.
float likeness(const OldFace &face, const StoredDetection &detection, const ModelTraits &model)
{
    if (face.embedding.empty() || detection.embedding.empty()) {
        const float overlap = overlapOf(face.box, detection.box);
        return overlap >= sameHeadOverlap ? overlap : 0;
    }
    const float similarity =
        std::inner_product(face.embedding.begin(), face.embedding.end(), detection.embedding.begin(), 0.0F);
    return similarity >= model.sameThreshold ? similarity : 0;
}

void copyDetection(Transaction &transaction, const OldFace &face, const library::Asset &asset)
{
    transaction.run("INSERT INTO detection(blob_id, owner_id, x, y, width, height, landmarks, score, size_px, quality, "
                    "frame_ms, crop) SELECT ?2, ?3, x, y, width, height, landmarks, score, size_px, quality, frame_ms, "
                    "crop "
                    "FROM detection WHERE id = ?1",
                    face.detectionId, asset.blobId, asset.ownerId);
    const qint64 copy = transaction.db().lastInsertId();
    transaction.run("INSERT INTO embedding(detection_id, model_id, vector) SELECT ?2, model_id, vector FROM embedding "
                    "WHERE detection_id = ?1",
                    face.detectionId, copy);
    transaction.run("UPDATE face SET detection_id = ?2 WHERE id = ?1", face.id, copy);
}

} // namespace

bool carryFaces(Transaction &transaction, const library::Services &services, const ModelTraits &model,
                const library::Asset &asset)
{
    const std::vector<OldFace> old = facesOfFormerBytes(transaction, model, asset);
    if (old.empty()) {
        return false;
    }
    bool hasLost = false;
    QSet<qint64> taken = takenDetections(transaction, asset.id);
    const auto detections = detectionsOf(transaction.db(), asset.blobId, asset.ownerId, model.name);
    QSet<qint64> blobs;
    for (const OldFace &face : old) {
        blobs.insert(face.blobId);
        const StoredDetection *best = nullptr;
        float most = 0;
        for (const StoredDetection &detection : detections) {
            const float like = taken.contains(detection.id) ? 0 : likeness(face, detection, model);
            if (like > most) {
                most = like;
                best = &detection;
            }
        }
        if (best != nullptr) {
            taken.insert(best->id);
            transaction.run("UPDATE face SET detection_id = ?2 WHERE id = ?1", face.id, best->id);
        } else if (face.isSaid) {
            copyDetection(transaction, face, asset);
        } else {
            transaction.run("DELETE FROM face WHERE id = ?1", face.id);
            hasLost = true;
        }
    }
    for (const qint64 blob : blobs) {
        library::dropUnusedBlob(transaction, services, blob);
    }
    return hasLost;
}

} // namespace kinframe::faces
