// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/detections.h"

#include "base/clock.h"

#include <cstring>

namespace kinframe::faces {
namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

// Two boxes that share so much of their area are the same face, measured anew, perhaps by another detector. Faces of
// two people in one picture share less.
constexpr float sameFaceOverlap = 0.3F;

struct OldDetection
{
    qint64 id;
    Box box;
    std::optional<qint64> frameMs;
    bool isTaken = false;
};

Box boxFrom(const Statement &row, int column)
{
    return {float(row.real(column)), float(row.real(column + 1)), float(row.real(column + 2)),
            float(row.real(column + 3))};
}

std::vector<OldDetection> oldDetections(Connection &db, qint64 blobId)
{
    std::vector<OldDetection> old;
    Statement statement = db.prepare("SELECT id, x, y, width, height, frame_ms FROM detection "
                                     "WHERE blob_id = ?1 AND detector_id IS NOT NULL ORDER BY id");
    statement.bindAll(blobId);
    while (statement.step()) {
        old.push_back({statement.int64(0), boxFrom(statement, 1), statement.optionalInt64(5)});
    }
    return old;
}

/// For each found face the one it was before, if any. The pairs that share most come first.
std::vector<OldDetection *> sameFaces(std::vector<OldDetection> &old, const std::vector<Detection> &found)
{
    struct Pair
    {
        float overlap;
        size_t found;
        OldDetection *old;
    };
    std::vector<Pair> pairs;
    for (size_t i = 0; i < found.size(); ++i) {
        for (OldDetection &candidate : old) {
            const float overlap = overlapOf(candidate.box, found[i].found.face.box);
            if (candidate.frameMs == found[i].frameMs && overlap >= sameFaceOverlap) {
                pairs.push_back({overlap, i, &candidate});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.overlap > b.overlap; });
    std::vector<OldDetection *> same(found.size(), nullptr);
    for (const Pair &pair : pairs) {
        if (same[pair.found] == nullptr && !pair.old->isTaken) {
            pair.old->isTaken = true;
            same[pair.found] = pair.old;
        }
    }
    return same;
}

QByteArray landmarksToBytes(const Landmarks &landmarks)
{
    return QByteArray(reinterpret_cast<const char *>(landmarks.data()), qsizetype(sizeof(landmarks)));
}

void storeEmbedding(Transaction &transaction, qint64 detectionId, qint64 modelId, const Embedding &embedding)
{
    if (embedding.isEmpty()) {
        return;
    }
    transaction.run("INSERT INTO embedding(detection_id, model_id, vector) VALUES (?1, ?2, ?3) "
                    "ON CONFLICT (detection_id, model_id) DO UPDATE SET vector = excluded.vector",
                    detectionId, modelId, vectorToBytes(embedding.values));
}

std::optional<QByteArray> orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

qint64 insertDetection(Transaction &transaction, qint64 blobId, std::optional<qint64> detectorId,
                       std::optional<qint64> ownerId, const Detection &detection)
{
    const FaceFound &found = detection.found;
    const DetectedFace &face = found.face;
    transaction.run("INSERT INTO detection(blob_id, detector_id, owner_id, x, y, width, height, landmarks, score, "
                    "size_px, quality, frame_ms, crop) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                    "?13)",
                    blobId, detectorId, ownerId, double(face.box.x), double(face.box.y), double(face.box.width),
                    double(face.box.height), landmarksToBytes(face.landmarks), double(face.score),
                    double(face.sizePixels), double(found.quality), detection.frameMs, orNull(detection.crop));
    return transaction.db().lastInsertId();
}

void updateDetection(Transaction &transaction, qint64 id, qint64 detectorId, const Detection &detection)
{
    const FaceFound &found = detection.found;
    const DetectedFace &face = found.face;
    transaction.run("UPDATE detection SET detector_id = ?2, x = ?3, y = ?4, width = ?5, height = ?6, landmarks = ?7, "
                    "score = ?8, size_px = ?9, quality = ?10, crop = ?11 WHERE id = ?1",
                    id, detectorId, double(face.box.x), double(face.box.y), double(face.box.width),
                    double(face.box.height), landmarksToBytes(face.landmarks), double(face.score),
                    double(face.sizePixels), double(found.quality), orNull(detection.crop));
}

bool isSaidAnything(Transaction &transaction, qint64 detectionId)
{
    Statement said =
        transaction.prepare("SELECT 1 FROM face f WHERE f.detection_id = ?1 AND (f.is_confirmed OR "
                            "f.is_dismissed OR EXISTS (SELECT 1 FROM face_rejection WHERE face_id = f.id))");
    said.bindAll(detectionId);
    return said.step();
}

void drop(Transaction &transaction, qint64 detectionId, StoreOutcome &outcome)
{
    Statement faces = transaction.prepare("DELETE FROM face WHERE detection_id = ?1 RETURNING asset_id");
    faces.bindAll(detectionId);
    while (faces.step()) {
        outcome.bereaved.push_back(faces.int64(0));
    }
    faces.reset();
    transaction.run("DELETE FROM detection WHERE id = ?1", detectionId);
    outcome.hasNewFaces = true;
}

bool hasEmbedding(Transaction &transaction, qint64 detectionId, qint64 modelId)
{
    Statement statement = transaction.prepare("SELECT 1 FROM embedding WHERE detection_id = ?1 AND model_id = ?2");
    statement.bindAll(detectionId, modelId);
    return statement.step();
}

} // namespace

QByteArray vectorToBytes(const std::vector<float> &vector)
{
    return QByteArray(reinterpret_cast<const char *>(vector.data()), qsizetype(vector.size() * sizeof(float)));
}

std::vector<float> vectorFromBytes(const QByteArray &bytes)
{
    std::vector<float> vector(size_t(bytes.size()) / sizeof(float));
    if (!vector.empty()) {
        std::memcpy(vector.data(), bytes.constData(), vector.size() * sizeof(float));
    }
    return vector;
}

qint64 modelRow(Transaction &transaction, const QString &name, int dimensions)
{
    transaction.run("INSERT INTO face_model(name, dimensions) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", name,
                    dimensions);
    Statement statement = transaction.prepare("SELECT id FROM face_model WHERE name = ?1");
    statement.bindAll(name);
    statement.step();
    return statement.int64(0);
}

StoreOutcome storeDetections(Transaction &transaction, qint64 blobId, const ModelTraits &model,
                             const std::vector<Detection> &found)
{
    StoreOutcome outcome;
    const qint64 detectorId = modelRow(transaction, detectorName(), 0);
    const qint64 modelId = modelRow(transaction, model.name, model.dimensions);
    std::vector<OldDetection> old = oldDetections(transaction.db(), blobId);
    const std::vector<OldDetection *> same = sameFaces(old, found);
    for (size_t i = 0; i < found.size(); ++i) {
        qint64 id = 0;
        if (same[i] != nullptr) {
            id = same[i]->id;
            updateDetection(transaction, id, detectorId, found[i]);
            outcome.hasNewVectors |= !found[i].found.embedding.isEmpty() && !hasEmbedding(transaction, id, modelId);
        } else {
            id = insertDetection(transaction, blobId, detectorId, {}, found[i]);
            outcome.hasNewFaces = true;
        }
        storeEmbedding(transaction, id, modelId, found[i].found.embedding);
    }
    for (const OldDetection &detection : old) {
        if (!detection.isTaken && !isSaidAnything(transaction, detection.id)) {
            drop(transaction, detection.id, outcome);
        }
    }
    for (const qint64 id : {detectorId, modelId}) {
        transaction.run("INSERT INTO blob_scan(blob_id, detector_id, scanned_at) VALUES (?1, ?2, ?3) "
                        "ON CONFLICT (blob_id, detector_id) DO UPDATE SET scanned_at = excluded.scanned_at",
                        blobId, id, wallMs());
    }
    return outcome;
}

qint64 storeDrawing(Transaction &transaction, qint64 blobId, qint64 ownerId, const ModelTraits *model,
                    const FaceFound &drawn)
{
    const qint64 id = insertDetection(transaction, blobId, {}, ownerId, {drawn, {}});
    if (model != nullptr) {
        storeEmbedding(transaction, id, modelRow(transaction, model->name, model->dimensions), drawn.embedding);
    }
    return id;
}

std::vector<StoredDetection> detectionsOf(Connection &db, qint64 blobId, qint64 ownerId, const QString &model)
{
    std::vector<StoredDetection> detections;
    Statement statement = db.prepare(
        "SELECT d.id, d.x, d.y, d.width, d.height, d.size_px, d.quality, d.frame_ms, e.vector FROM detection d "
        "LEFT JOIN embedding e ON e.detection_id = d.id AND e.model_id = (SELECT id FROM face_model WHERE name = ?3) "
        "WHERE d.blob_id = ?1 AND (d.owner_id IS NULL OR d.owner_id = ?2) ORDER BY d.id");
    statement.bindAll(blobId, ownerId, model);
    while (statement.step()) {
        detections.push_back({statement.int64(0), boxFrom(statement, 1), float(statement.real(5)),
                              float(statement.real(6)), statement.optionalInt64(7),
                              vectorFromBytes(statement.blob(8))});
    }
    return detections;
}

bool isScanned(Connection &db, qint64 blobId, const ModelTraits &model)
{
    Statement statement = db.prepare("SELECT count(*) FROM blob_scan s JOIN face_model m ON m.id = s.detector_id "
                                     "WHERE s.blob_id = ?1 AND m.name IN (?2, ?3)");
    statement.bindAll(blobId, detectorName(), model.name);
    statement.step();
    return statement.int64(0) == 2;
}

} // namespace kinframe::faces
