// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face_analyser.h"

#include "base/log.h"
#include "faces/assigner.h"
#include "faces/carried_faces.h"
#include "faces/face_crop.h"
#include "faces/face_jobs.h"
#include "storage/database.h"

#include <numeric>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Transaction;

struct LoadedEngine
{
    ModelFiles files;
    std::shared_ptr<FaceEngine> engine;
};

bool same(const ModelFiles &a, const ModelFiles &b)
{
    return a.detector == b.detector && a.recogniser == b.recogniser && a.kind == b.kind;
}

float similarity(const Embedding &a, const Embedding &b)
{
    return std::inner_product(a.values.begin(), a.values.end(), b.values.begin(), 0.0F);
}

bool isSeenBefore(const std::vector<Detection> &kept, const Detection &detection, float threshold)
{
    return std::any_of(kept.begin(), kept.end(), [&](const Detection &other) {
        return other.frameMs != detection.frameMs && !other.found.embedding.isEmpty() &&
               !detection.found.embedding.isEmpty() &&
               similarity(other.found.embedding, detection.found.embedding) >= threshold;
    });
}

std::vector<Detection> onceEach(std::vector<Detection> detections, const ModelTraits &model)
{
    std::stable_sort(detections.begin(), detections.end(),
                     [](const Detection &a, const Detection &b) { return a.found.quality > b.found.quality; });
    std::vector<Detection> kept;
    for (Detection &detection : detections) {
        // What is too small to be recognised in one frame is not worth a row for each of them.
        const bool recognised = !detection.found.embedding.isEmpty();
        if (recognised && !isSeenBefore(kept, detection, model.sameThreshold)) {
            kept.push_back(std::move(detection));
        }
    }
    return kept;
}

/// Keeps the pictures of the faces of a video, whose frames are gone after this.
void keepCrops(std::vector<Detection> &detections, std::span<const library::AnalysedPicture> pictures)
{
    for (Detection &detection : detections) {
        const auto frame = std::find_if(pictures.begin(), pictures.end(), [&](const library::AnalysedPicture &picture) {
            return picture.frameMs == detection.frameMs;
        });
        if (!detection.frameMs || frame == pictures.end()) {
            continue;
        }
        if (auto crop = encodeCrop(frame->pixels, detection.found.face.box)) {
            detection.crop = std::move(*crop);
        } else {
            qCWarning(logFaces).noquote() << "no picture of a face:" << crop.error().forLog();
        }
    }
}

} // namespace

FaceAnalyser::FaceAnalyser(const library::Services &services, PeopleIndexes &indexes, ModelSource models)
    : m_services(services)
    , m_indexes(indexes)
    , m_models(std::move(models))
{
}

Result<void> FaceAnalyser::isReady()
{
    auto files = m_models();
    return files ? Result<void>{} : Result<void>(failed(files));
}

Result<library::PictureAnalyser::Effect> FaceAnalyser::analyse(const library::Asset &asset,
                                                               const media::Metadata &metadata,
                                                               std::span<const library::AnalysedPicture> pictures,
                                                               std::any &worker, const std::stop_token &stop)
{
    auto engine = engineOf(worker, m_models);
    if (!engine) {
        if (engine.error().kind() == ErrorKind::Unavailable) {
            return waitForModels(asset);
        }
        return failed(engine);
    }
    auto found = findFaces(**engine, pictures, stop);
    if (!found) {
        return failed(found);
    }
    const ModelTraits &model = (*engine)->model();
    return Effect([this, asset, regions = metadata.regions, found = std::move(*found),
                   &model](Transaction &transaction) -> Result<void> {
        // Its size was written by this transaction and is not in the copy that was read before.
        const auto current = library::findAssetById(transaction.db(), asset.id);
        if (!current || current->blobId != asset.blobId) {
            return {}; // Deleted or changed meanwhile.
        }
        transaction.run("UPDATE asset SET state = 1, error = NULL WHERE id = ?1", asset.id);
        if (current->isHidden) {
            return {}; // It became the hidden half of a live photo, which shows the same people.
        }
        const StoreOutcome stored = storeDetections(transaction, asset.blobId, model, found);
        const bool hasLost = carryFaces(transaction, m_services, model, *current);
        const Assigned assigned = assignFaces(transaction, m_indexes, model, *current, regions);
        m_services.changes.touch(transaction, stored.bereaved);
        if (stored.hasNewFaces) {
            lookInOthers(transaction, *current);
        }
        if (assigned.drawn > 0) {
            if (auto queued = enqueueFaces(transaction, m_services.jobs, asset.ownerId, asset.uuid); !queued) {
                return failed(queued);
            }
        }
        if (assigned.faces > 0 || stored.hasNewFaces || stored.hasNewVectors || hasLost) {
            if (auto queued = enqueueClustering(transaction, m_services.jobs, asset.ownerId, assigned.known); !queued) {
                return failed(queued);
            }
        }
        return {};
    });
}

/// What was found belongs to the bytes; other assets over them, of other users too, must get their faces.
void FaceAnalyser::lookInOthers(Transaction &transaction, const library::Asset &asset) const
{
    std::vector<std::pair<qint64, QUuid>> others;
    storage::Statement statement = transaction.prepare(
        "SELECT owner_id, uuid FROM asset WHERE blob_id = ?1 AND id <> ?2 AND state = 1 AND is_hidden = 0");
    statement.bindAll(asset.blobId, asset.id);
    while (statement.step()) {
        others.emplace_back(statement.int64(0), statement.uuid(1));
    }
    for (const auto &[owner, uuid] : others) {
        if (auto queued = enqueueFaces(transaction, m_services.jobs, owner, uuid); !queued) {
            qCWarning(logFaces).noquote() << "faces of the same bytes:" << queued.error().forLog();
        }
    }
}

library::PictureAnalyser::Effect FaceAnalyser::waitForModels(const library::Asset &asset) const
{
    return [this, asset](Transaction &transaction) -> Result<void> {
        auto queued = enqueueFaces(transaction, m_services.jobs, asset.ownerId, asset.uuid);
        return queued ? Result<void>{} : Result<void>(failed(queued));
    };
}

Result<FaceEngine *> engineOf(std::any &worker, const ModelSource &models)
{
    auto files = models();
    if (!files) {
        return failed(files);
    }
    if (auto *loaded = std::any_cast<LoadedEngine>(&worker); loaded != nullptr && same(loaded->files, *files)) {
        return loaded->engine.get();
    }
    auto engine = FaceEngine::load(*files);
    if (!engine) {
        return failed(engine);
    }
    return worker.emplace<LoadedEngine>(LoadedEngine{*files, std::move(*engine)}).engine.get();
}

Result<std::vector<Detection>> findFaces(FaceEngine &engine, std::span<const library::AnalysedPicture> pictures,
                                         const std::stop_token &stop)
{
    std::vector<Detection> detections;
    for (const library::AnalysedPicture &picture : pictures) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        auto found = engine.analyse(picture.pixels, picture.originalWidth, picture.originalHeight);
        if (!found) {
            return failed(found);
        }
        for (FaceFound &face : *found) {
            detections.push_back({std::move(face), picture.frameMs});
        }
    }
    if (pictures.size() > 1) {
        detections = onceEach(std::move(detections), engine.model());
    }
    keepCrops(detections, pictures);
    return detections;
}

} // namespace kinframe::faces
