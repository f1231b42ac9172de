// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/motion_video.h"

#include "base/files.h"
#include "base/log.h"
#include "jobs/job.h"
#include "library/change_feed.h"
#include "library/live_photos.h"
#include "library/register_asset.h"
#include "media/motion_photo.h"
#include "storage/blob_store.h"

#include <QFileInfo>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 pieceSize = 256 * 1024;

/// Copies a part of a file to another, hashing it.
Result<Digests> copyPart(const QString &from, qint64 offset, qint64 length, QFile &to)
{
    auto source = openForReading(from);
    if (!source) {
        return failed(source);
    }
    if (!(*source)->seek(offset)) {
        return fail(ErrorCode::FileVanished, {{u"path"_s, from}});
    }
    MultiHash hash;
    while (length > 0) {
        const QByteArray piece = (*source)->read(std::min(pieceSize, length));
        if (piece.isEmpty()) {
            return fail(ErrorCode::FileVanished, {{u"path"_s, from}});
        }
        hash.add(piece);
        if (auto written = writeAll(to, piece); !written) {
            return failed(written);
        }
        length -= piece.size();
    }
    return hash.finish();
}

} // namespace

Result<std::optional<MotionVideo>> extractMotionVideo(storage::BlobStore &blobs, const QString &path,
                                                      const media::FileType &type, const Asset &asset)
{
    if (type.isVideo || asset.liveVideoId) {
        return std::optional<MotionVideo>();
    }
    const auto part = media::findEmbeddedVideo(path);
    if (!part || !*part) {
        return std::optional<MotionVideo>(); // An unreadable trailer is no reason to refuse the picture.
    }
    QFile temporary(blobs.temporaryPath());
    if (!temporary.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::DiskReadOnly, {{u"path"_s, temporary.fileName()}}, temporary.errorString());
    }
    auto digests = copyPart(path, (*part)->offset, (*part)->length, temporary);
    temporary.close();
    if (!digests) {
        temporary.remove();
        return failed(digests);
    }
    auto videoType = media::sniffFileType(temporary.fileName(), asset.fileName + u".mp4"_s);
    if (!videoType || !videoType->isVideo) {
        qCInfo(logLibrary).noquote() << "no video where the motion photo says one is:" << asset.fileName;
        temporary.remove();
        return std::optional<MotionVideo>();
    }
    auto kept = blobs.keep(digests->sha256);
    if (auto adopted = blobs.adopt(temporary.fileName(), *digests); !adopted) {
        temporary.remove();
        return failed(adopted);
    }
    return std::optional(MotionVideo{*digests, *videoType, std::move(kept)});
}

Result<void> registerMotionVideo(storage::Transaction &transaction, const Services &services, const Asset &picture,
                                 const MotionVideo &video)
{
    NewAsset asset;
    asset.owner = findOwner(transaction.db(), picture.ownerId);
    asset.digests = video.digests;
    asset.format = video.type.suffix;
    asset.isVideo = true;
    asset.mimeType = video.type.mimeType;
    asset.fileName = QFileInfo(picture.fileName).completeBaseName() + u".mp4"_s;
    asset.fileCreatedAt = picture.fileCreatedAt;
    asset.fileModifiedAt = picture.fileModifiedAt;
    asset.priority = jobs::priority::background;
    asset.isBeyondQuota = true; // It came within the picture.
    auto registered = registerAsset(transaction, services, asset);
    if (!registered) {
        return failed(registered);
    }
    linkLivePhoto(transaction, services.changes, picture.id, registered->assetId);
    return {};
}

} // namespace kinframe::library
