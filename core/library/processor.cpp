// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/processor.h"

#include "base/error_json.h"
#include "base/ids.h"
#include "base/log.h"
#include "library/change_feed.h"
#include "library/live_photos.h"
#include "library/motion_video.h"
#include "library/originals.h"
#include "library/owner.h"
#include "library/store_metadata.h"
#include "library/store_thumbnails.h"
#include "media/orientation.h"
#include "storage/database.h"

#include <QFileInfo>

namespace kinframe::library {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

struct Processor::Input
{
    Asset asset;
    QString path;
    QString sidecar;
    QUuid owner;
};

namespace {

/// Whether trying again can help. What the bytes themselves lack stays as it is; a disk or a memory may recover.
bool isOfTheFile(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::BadInput:
    case ErrorKind::Unsupported:
    case ErrorKind::TooLarge:
        return error.code != ErrorCode::FileVanished;
    default:
        return false;
    }
}

void markFailed(Transaction &transaction, ChangeFeed &changes, const Asset &asset, const QUuid &owner,
                const Error &error)
{
    transaction.run("UPDATE asset SET state = 2, error = ?2 WHERE id = ?1", asset.id, toJsonText(error));
    changes.touch(transaction, asset.id);
    changes.tell(transaction, u"asset.failed"_s, asset.uuid, owner, {{u"error"_s, error.name()}});
}

/// The asset's own name stands in messages, not where the host keeps its bytes.
Error withoutPath(Error error, const Asset &asset)
{
    for (auto &[key, value] : error.facts) {
        value = key == u"path"_s ? asset.fileName : value;
    }
    return error;
}

/// False where it was deleted, or its file was changed, while this one was read; the change has a job of its own.
bool isCurrent(Transaction &transaction, const Asset &asset)
{
    const auto current = findAssetById(transaction.db(), asset.id);
    return current && current->blobId == asset.blobId;
}

QString sidecarOf(Connection &db, qint64 assetId)
{
    Statement statement = db.prepare("SELECT xmp FROM asset_sidecar WHERE asset_id = ?1");
    statement.bindAll(assetId);
    return statement.step() ? statement.text(0) : QString();
}

void storeMeasures(Transaction &transaction, const Asset &asset, const AssetContents &contents)
{
    transaction.run("UPDATE asset SET width = iif(turn & 1, ?3, ?2), height = iif(turn & 1, ?2, ?3), duration_ms = ?4, "
                    "is_ready = 1, error = NULL WHERE id = ?1",
                    asset.id, contents.width, contents.height, contents.durationMs);
}

} // namespace

Processor::Processor(const Services &services, PictureAnalyser *analyser)
    : m_services(services)
    , m_analyser(analyser)
{
}

Result<jobs::Effect> Processor::run(const jobs::Job &job, jobs::JobContext &context)
{
    auto input = load(job);
    if (!input) {
        return failed(input);
    }
    if (!*input) {
        return jobs::Effect(); // Deleted meanwhile.
    }
    const Input &found = **input;
    auto contents = readAssetFile(found.asset, found.path, found.sidecar, context.stopToken());
    if (!contents) {
        const Error error = withoutPath(contents.error(), found.asset);
        if (context.shouldStop() || !isOfTheFile(error)) {
            return Failure(error);
        }
        return unreadable(found, error);
    }
    if (auto written = storeThumbnails(m_services, found.asset.sha256,
                                       media::turned(contents->poster, found.asset.turn), found.asset.turn);
        !written) {
        return failed(written);
    }
    return effectOf(found, std::move(*contents), context);
}

Result<std::optional<Processor::Input>> Processor::load(const jobs::Job &job)
{
    return m_services.database.read([&](Connection &db) -> Result<std::optional<Input>> {
        auto asset = findAsset(db, job.userId.value_or(0), job.subject);
        if (!asset) {
            return std::optional<Input>();
        }
        auto path = locateBlob(db, m_services.blobs, asset->blobId);
        if (!path) {
            return failed(path);
        }
        return std::optional(Input{*asset, *path, sidecarOf(db, asset->id), findOwner(db, asset->ownerId).uuid});
    });
}

Result<jobs::Effect> Processor::effectOf(const Input &input, AssetContents contents, jobs::JobContext &context)
{
    auto motion = extractMotionVideo(m_services.blobs, input.path, contents.type, input.asset);
    if (!motion) {
        return failed(motion);
    }
    PictureAnalyser::Effect analysed;
    // The hidden half of a live photo shows the same people as its picture.
    if (m_analyser != nullptr && !input.asset.isHidden) {
        auto found = m_analyser->analyse(input.asset, contents.metadata, contents.pictures, context.workerState(),
                                         context.stopToken());
        if (!found) {
            return failed(found);
        }
        analysed = std::move(*found);
    }
    contents.poster = {};
    contents.pictures.clear();
    return jobs::Effect([this, input, contents = std::move(contents), analysed = std::move(analysed),
                         motion = std::move(*motion)](Transaction &transaction) -> Result<void> {
        if (!isCurrent(transaction, input.asset)) {
            return {};
        }
        storeMeasures(transaction, input.asset, contents);
        storeMetadata(transaction, input.asset, contents.metadata);
        pairLivePhoto(transaction, m_services.changes, input.asset.id);
        // A pair of files outranks the video within the picture.
        if (motion && !findAssetById(transaction.db(), input.asset.id)->liveVideoId) {
            if (auto linked = registerMotionVideo(transaction, m_services, input.asset, *motion); !linked) {
                return linked;
            }
        }
        if (analysed) {
            // Sets the asset's state: with its faces it is done, without the models it waits.
            if (auto done = analysed(transaction); !done) {
                return done;
            }
        } else {
            transaction.run("UPDATE asset SET state = 1 WHERE id = ?1", input.asset.id);
        }
        m_services.changes.touch(transaction, input.asset.id);
        m_services.changes.tell(transaction, u"asset.processed"_s, input.asset.uuid, input.owner);
        return {};
    });
}

jobs::Effect Processor::unreadable(const Input &input, const Error &error)
{
    qCWarning(logLibrary).noquote() << "unreadable" << toText(input.asset.uuid) << error.forLog();
    const auto type = media::sniffFileType(input.path, input.asset.fileName);
    // What the file says about itself can be whole where its picture is not, and a codec to come may show it.
    const media::Metadata metadata = type ? readMetadataGently(input.path, *type, input.sidecar) : media::Metadata();
    return [this, input, error, metadata](Transaction &transaction) -> Result<void> {
        if (!isCurrent(transaction, input.asset)) {
            return {};
        }
        storeMetadata(transaction, input.asset, metadata);
        pairLivePhoto(transaction, m_services.changes, input.asset.id);
        markFailed(transaction, m_services.changes, input.asset, input.owner, error);
        return {};
    };
}

Result<void> Processor::fail(Transaction &transaction, const jobs::Job &job, const Error &error)
{
    const auto asset = findAsset(transaction.db(), job.userId.value_or(0), job.subject);
    if (asset && asset->state == AssetState::Processing) {
        markFailed(transaction, m_services.changes, *asset, findOwner(transaction.db(), asset->ownerId).uuid,
                   withoutPath(error, *asset));
    }
    return {};
}

} // namespace kinframe::library
