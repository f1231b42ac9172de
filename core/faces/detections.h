// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/engine/face_engine.h"
#include "storage/transaction.h"

#include <QString>

#include <optional>
#include <vector>

namespace kinframe::faces {

/// A face that the engine found, and where in a video.
struct Detection
{
    FaceFound found;
    std::optional<qint64> frameMs;
    QByteArray crop = {}; ///< JPEG of the face where it is in a video: nothing else shows that frame later
};

/// One that is stored.
struct StoredDetection
{
    qint64 id = 0;
    Box box;
    float sizePixels = 0;
    float quality = 0;
    std::optional<qint64> frameMs;
    std::vector<float> embedding; ///< of the model asked for; empty where it has none
};

// On the writer thread; all throw SqlError.

/// The row of a model, made where it is new.
[[nodiscard]] qint64 modelRow(storage::Transaction &transaction, const QString &name, int dimensions);

/// What recording detections changed.
struct StoreOutcome
{
    bool hasNewFaces = false;     ///< a face was found, or lost, that all assets of the blob must hear of
    bool hasNewVectors = false;   ///< a face that was known got its first embedding of the model
    std::vector<qint64> bereaved; ///< assets that lost a face
};

/// Records what the detector found in a blob. A face found before, by whatever model, keeps its row, and with it all
/// that people said about it; one that is no longer found goes, unless somebody has said something about it.
StoreOutcome storeDetections(storage::Transaction &transaction, qint64 blobId, const ModelTraits &model,
                             const std::vector<Detection> &found);

/// A face drawn by hand or named in the file, for one user.
[[nodiscard]] qint64 storeDrawing(storage::Transaction &transaction, qint64 blobId, qint64 ownerId,
                                  const ModelTraits *model, const FaceFound &drawn);

/// Those of the detector, and the owner's own.
[[nodiscard]] std::vector<StoredDetection> detectionsOf(storage::Connection &db, qint64 blobId, qint64 ownerId,
                                                        const QString &model);
/// Whether the detector and the recogniser of that name have looked at the blob.
[[nodiscard]] bool isScanned(storage::Connection &db, qint64 blobId, const ModelTraits &model);

[[nodiscard]] QByteArray vectorToBytes(const std::vector<float> &vector);
[[nodiscard]] std::vector<float> vectorFromBytes(const QByteArray &bytes);

} // namespace kinframe::faces
