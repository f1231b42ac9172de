// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face_job.h"

#include "base/error_json.h"
#include "faces/assigner.h"
#include "library/asset_file.h"
#include "library/change_feed.h"
#include "library/originals.h"
#include "library/owner.h"
#include "storage/database.h"

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

struct Drawing
{
    qint64 detectionId;
    Box box;
    std::optional<FaceFound> measured;
};

struct Input
{
    library::Asset asset;
    QString path;
    std::vector<Drawing> drawings; ///< that the model has not measured yet
};

/// The photo's own name stands in messages, not where the host keeps its bytes.
Error withoutPath(Error error, const library::Asset &asset)
{
    for (auto &[key, value] : error.facts) {
        value = key == u"path"_s ? asset.fileName : value;
    }
    return error;
}

std::vector<Drawing> unmeasured(Connection &db, const library::Asset &asset, const ModelTraits &model)
{
    std::vector<Drawing> drawings;
    for (const StoredDetection &detection : detectionsOf(db, asset.blobId, asset.ownerId, model.name)) {
        Statement drawn = db.prepare("SELECT 1 FROM detection WHERE id = ?1 AND owner_id = ?2");
        drawn.bindAll(detection.id, asset.ownerId);
        if (detection.embedding.empty() && detection.sizePixels >= leastRecognisedSize && drawn.step()) {
            drawings.push_back({detection.id, detection.box, {}});
        }
    }
    return drawings;
}

Result<std::optional<Input>> load(const library::Services &services, const jobs::Job &job, const ModelTraits &model)
{
    return services.database.read([&](Connection &db) -> Result<std::optional<Input>> {
        auto asset = library::findAsset(db, job.userId.value_or(0), job.subject);
        if (!asset) {
            return std::optional<Input>();
        }
        auto path = library::locateBlob(db, services.blobs, asset->blobId);
        if (!path) {
            return Failure(withoutPath(path.error(), *asset));
        }
        return std::optional(Input{*asset, *path, unmeasured(db, *asset, model)});
    });
}

void measure(FaceEngine &engine, const library::AssetContents &contents, std::vector<Drawing> &drawings)
{
    for (Drawing &drawing : drawings) {
        auto found = engine.analyseBox(contents.poster, drawing.box, contents.width, contents.height);
        if (found) {
            drawing.measured = std::move(*found);
        }
    }
}

void storeMeasured(Transaction &transaction, const ModelTraits &model, const std::vector<Drawing> &drawings)
{
    const qint64 modelId = modelRow(transaction, model.name, model.dimensions);
    for (const Drawing &drawing : drawings) {
        if (drawing.measured && !drawing.measured->embedding.isEmpty()) {
            transaction.run("INSERT OR REPLACE INTO embedding(detection_id, model_id, vector) "
                            "SELECT id, ?2, ?3 FROM detection WHERE id = ?1",
                            drawing.detectionId, modelId, vectorToBytes(drawing.measured->embedding.values));
            transaction.run("UPDATE detection SET quality = ?2 WHERE id = ?1", drawing.detectionId,
                            double(drawing.measured->quality));
        }
    }
}

} // namespace

FaceJob::FaceJob(const library::Services &services, PeopleIndexes &indexes, ModelSource models)
    : m_services(services)
    , m_models(models)
    , m_analyser(services, indexes, std::move(models))
{
}

Result<jobs::Effect> FaceJob::run(const jobs::Job &job, jobs::JobContext &context)
{
    const auto files = m_models();
    if (!files) {
        return context.hold(files.error());
    }
    const ModelTraits &model = traitsOf(files->kind);
    auto input = load(m_services, job, model);
    if (!input) {
        return failed(input);
    }
    if (!*input) {
        return jobs::Effect(); // Deleted meanwhile.
    }
    const library::Asset asset = (*input)->asset;
    auto contents = library::readAssetFile(asset, (*input)->path, {}, context.stopToken());
    if (!contents) {
        return Failure(withoutPath(contents.error(), asset));
    }
    auto engine = engineOf(context.workerState(), m_models);
    if (!engine) {
        return engine.error().kind() == ErrorKind::Unavailable ? context.hold(engine.error()) : failed(engine);
    }
    std::vector<Drawing> drawings = std::move((*input)->drawings);
    measure(**engine, *contents, drawings);
    auto analysed =
        m_analyser.analyse(asset, contents->metadata, contents->pictures, context.workerState(), context.stopToken());
    if (!analysed) {
        return failed(analysed);
    }
    return jobs::Effect([this, asset, &model, drawings = std::move(drawings),
                         analysed = std::move(*analysed)](Transaction &transaction) -> Result<void> {
        storeMeasured(transaction, model, drawings);
        if (auto done = analysed(transaction); !done) {
            return done;
        }
        m_services.changes.touch(transaction, asset.id);
        m_services.changes.tell(transaction, u"asset.processed"_s, asset.uuid,
                                library::findOwner(transaction.db(), asset.ownerId).uuid);
        return {};
    });
}

Result<void> FaceJob::fail(Transaction &transaction, const jobs::Job &job, const Error &error)
{
    // The photo itself is fine: only its faces could not be looked for.
    Statement statement = transaction.prepare(
        "UPDATE asset SET state = 2, error = ?3 WHERE owner_id = ?1 AND uuid = ?2 AND state = 0 RETURNING id");
    statement.bindAll(job.userId, job.subject, toJsonText(error));
    std::optional<qint64> id;
    while (statement.step()) {
        id = statement.int64(0);
    }
    if (id) {
        m_services.changes.touch(transaction, *id);
        m_services.changes.tell(transaction, u"asset.failed"_s, job.subject,
                                library::findOwner(transaction.db(), *job.userId).uuid, {{u"error"_s, error.name()}});
    }
    return {};
}

} // namespace kinframe::faces
