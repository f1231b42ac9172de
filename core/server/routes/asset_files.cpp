// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_files.h"

#include "base/ids.h"
#include "library/missing_thumbnails.h"
#include "library/originals.h"
#include "library/thumbnail_files.h"
#include "server/http/conditional.h"
#include "server/routes/named_asset.h"

#include <QFile>
#include <QFileInfo>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

QString sizeOf(const Request &request)
{
    // Older clients name a format, of which one stood for the larger picture.
    const bool isLarger = request.query().get(u"format"_s) == u"JPEG"_s;
    return request.query().get(u"size"_s).value_or(isLarger ? u"preview"_s : u"thumbnail"_s);
}

QByteArray pictureType(const QString &path)
{
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
    return start == "RIFF" ? "image/webp" : "image/jpeg";
}

} // namespace

Result<http::FileBody> originalOf(storage::Connection &db, const ApiServices &services, const library::Asset &asset)
{
    const auto path = library::locateBlob(db, services.library.blobs, asset.blobId);
    if (!path) {
        // The host's paths are nobody's business.
        return noPhoto(asset.uuid);
    }
    http::FileBody file;
    file.path = *path;
    file.contentType = asset.mimeType.toLatin1();
    file.etag = http::strongEtag(asset.sha256.toHex());
    file.downloadName = asset.fileName;
    file.isInline = true;
    return file;
}

Result<void> checkThumbnailSize(const Request &request)
{
    const QString size = sizeOf(request);
    if (size == "thumbnail"_L1 || size == "preview"_L1 || size == "fullsize"_L1) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, u"size"_s}, {u"value"_s, size.left(80)}, {u"expected"_s, u"thumbnail or preview"_s}});
}

Reply thumbnailReply(const ApiServices &services, const Request &request, const library::Asset &asset)
{
    const auto kind =
        sizeOf(request) == "thumbnail"_L1 ? library::ThumbnailKind::Thumbnail : library::ThumbnailKind::Preview;
    http::FileBody file;
    file.path = library::thumbnailPath(services.library.thumbnailFolder, asset.sha256, kind, asset.turn);
    if (!QFile::exists(file.path)) {
        const auto made = asset.isReady ? library::makeMissingThumbnails(services.library, asset, request.stopToken())
                                        : Result<void>(fail(ErrorCode::NotFound));
        if (!made) {
            return request.refuse(
                {ErrorCode::NotFound, {{u"what"_s, u"thumbnail"_s}, {u"id"_s, toText(asset.uuid)}}, {}});
        }
    }
    file.contentType = pictureType(file.path);
    file.etag = http::strongEtag(QFileInfo(file.path).fileName().toLatin1());
    return Reply::file(file);
}

} // namespace kinframe::server
