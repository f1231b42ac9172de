// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/load_picture.h"

#include "base/ids.h"
#include "faces/face_crop.h"
#include "faces/person.h"
#include "library/asset.h"
#include "library/missing_thumbnails.h"
#include "library/originals.h"
#include "library/thumbnail_files.h"
#include "media/decode.h"
#include "media/file_type.h"
#include "media/orientation.h"
#include "storage/blob_store.h"
#include "storage/database.h"
#include "transfer/remote/servers.h"

#include <QFile>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using library::ThumbnailKind;

/// The pixels as Qt's kind of picture, which shares them.
QImage imageOf(const media::Pixels &pixels)
{
    auto *owner = new media::Pixels(pixels);
    const auto format = pixels.layout == media::Pixels::Layout::Bgra ? QImage::Format_ARGB32 : QImage::Format_BGR888;
    return {owner->bytes.get(),
            owner->width,
            owner->height,
            owner->stride,
            format,
            [](void *held) { delete static_cast<media::Pixels *>(held); },
            owner};
}

Result<QImage> decoded(const QString &path, int orientation, int longSide, const std::stop_token &stop, int turn = 0)
{
    const auto type = media::sniffFileType(path, {});
    if (!type) {
        return failed(type);
    }
    media::DecodeOptions options;
    options.longSide = longSide;
    options.stop = stop;
    const auto picture = media::decodePicture(path, *type, orientation, options);
    return picture ? Result<QImage>(imageOf(media::turned(picture->pixels, turn))) : failed(picture);
}

Result<QImage> thumbnail(const Services &services, const library::Asset &asset, ThumbnailKind kind, int longSide,
                         const std::stop_token &stop)
{
    const QString path = library::thumbnailPath(services.library.thumbnailFolder, asset.sha256, kind, asset.turn);
    if (!QFile::exists(path)) {
        if (!asset.isReady) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(asset.uuid)}});
        }
        if (const auto made = library::makeMissingThumbnails(services.library, asset, stop); !made) {
            return failed(made);
        }
    }
    return decoded(path, 1, longSide, stop);
}

Result<QImage> original(const Services &services, const library::Asset &asset, int longSide,
                        const std::stop_token &stop)
{
    const auto path = services.library.database.read(
        [&](storage::Connection &db) { return library::locateBlob(db, services.library.blobs, asset.blobId); });
    return path ? decoded(*path, asset.orientation, longSide, stop, asset.turn) : failed(path);
}

Result<QImage> crop(const Services &services, const Result<std::optional<faces::Face>> &face)
{
    if (!face) {
        return failed(face);
    }
    if (!*face) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"face"_s}, {u"id"_s, QString()}});
    }
    const auto jpeg = faces::cropOfFace(services.library, **face);
    return jpeg ? Result<QImage>(QImage::fromData(*jpeg, "JPEG")) : failed(jpeg);
}

/// `remote/<name of the server in hex>/<asset>`, `remote-large/…`, `remote-face/…<person>`
Result<QImage> remote(const Services &services, const QString &id, int longSide, const std::stop_token &stop)
{
    const auto asset = uuidFromText(id.section(u'/', 2, 2));
    if (!asset || services.servers == nullptr) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, id}});
    }
    const QString server = QString::fromUtf8(QByteArray::fromHex(id.section(u'/', 1, 1).toLatin1()));
    const auto thumbnail = id.startsWith("remote-face/"_L1)
                               ? services.servers->face(server, *asset, stop)
                               : services.servers->thumbnail(server, *asset, id.startsWith("remote-large/"_L1), stop);
    if (!thumbnail) {
        return failed(thumbnail);
    }
    const auto type = media::sniffBytes(thumbnail->bytes, {});
    if (!type) {
        return failed(type);
    }
    media::DecodeOptions options;
    options.longSide = longSide;
    options.stop = stop;
    const auto picture = media::decodeBytes(thumbnail->bytes, id, *type, 1, options);
    return picture ? Result<QImage>(imageOf(picture->pixels)) : failed(picture);
}

} // namespace

Result<QImage> loadPicture(const Services &services, qint64 userId, const QString &id, int longSide,
                           const std::stop_token &stop)
{
    using FoundFace = Result<std::optional<faces::Face>>;
    const QString kind = id.section(u'/', 0, 0);
    if (kind.startsWith("remote"_L1)) {
        return remote(services, id, longSide, stop);
    }
    const auto uuid = uuidFromText(id.section(u'/', 1, 1));
    if (!uuid) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"id"_s}, {u"value"_s, id}, {u"expected"_s, u"an id"_s}});
    }
    if (kind == u"face") {
        return crop(services, services.library.database.read([&](storage::Connection &db) -> FoundFace {
            return faces::findFace(db, userId, *uuid);
        }));
    }
    if (kind == u"person") {
        return crop(services, services.library.database.read([&](storage::Connection &db) -> FoundFace {
            const auto person = faces::findPerson(db, userId, *uuid);
            return person ? faces::coverOf(db, person->id) : std::nullopt;
        }));
    }
    const auto asset =
        services.library.database.read([&](storage::Connection &db) -> Result<std::optional<library::Asset>> {
            return library::findAsset(db, userId, *uuid);
        });
    if (!asset) {
        return failed(asset);
    }
    if (!*asset) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(*uuid)}});
    }
    if (kind == u"full") {
        return original(services, **asset, longSide, stop);
    }
    return thumbnail(services, **asset, kind == u"thumb" ? ThumbnailKind::Thumbnail : ThumbnailKind::Preview, longSide,
                     stop);
}

} // namespace kinframe::ui
