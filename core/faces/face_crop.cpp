// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faces/face_crop.h"

#include "base/files.h"
#include "base/ids.h"
#include "base/log.h"
#include "library/asset.h"
#include "library/asset_file.h"
#include "library/missing_thumbnails.h"
#include "library/originals.h"
#include "library/thumbnail_files.h"
#include "media/decode.h"
#include "media/orientation.h"
#include "media/thumbnails.h"
#include "storage/database.h"

#include <algorithm>
#include <cmath>

namespace kinframe::faces {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

constexpr int cropSide = 256;
// A preview of 1440 pixels is far below it.
constexpr qint64 mostPreviewBytes = 16 * 1024 * 1024;

/// Where the crop comes from: bytes kept with the detection, or else a preview's file.
struct Source
{
    QByteArray kept;
    QString preview;
    library::Asset asset;
};

Result<Source> sourceOf(Connection &db, const library::Services &services, const Face &face)
{
    Statement kept = db.prepare("SELECT crop FROM detection WHERE id = ?1 AND crop IS NOT NULL");
    kept.bindAll(face.detectionId);
    const QByteArray bytes = kept.step() ? kept.blob(0) : QByteArray();
    const auto asset = library::findAssetById(db, face.assetId);
    if (!asset) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(face.assetUuid)}});
    }
    return Source{
        bytes,
        library::thumbnailPath(services.thumbnailFolder, asset->sha256, library::ThumbnailKind::Preview, asset->turn),
        *asset};
}

Result<media::Pixels> readPreview(const QString &path)
{
    auto bytes = readSmallFile(path, mostPreviewBytes);
    if (!bytes) {
        return failed(bytes);
    }
    const auto type = media::sniffBytes(*bytes, path);
    if (!type) {
        return failed(type);
    }
    auto decoded = media::decodeBytes(*bytes, path, *type, 1, {});
    return decoded ? Result<media::Pixels>(std::move(decoded->pixels)) : failed(decoded);
}

/// A crop that was kept shows the face as its file does.
Result<QByteArray> turnedCrop(const QByteArray &kept, int turn)
{
    if (turn == 0) {
        return kept;
    }
    const auto type = media::sniffBytes(kept, {});
    if (!type) {
        return failed(type);
    }
    auto decoded = media::decodeBytes(kept, {}, *type, 1, {});
    if (!decoded) {
        return failed(decoded);
    }
    const media::Pixels pixels = media::turned(std::move(decoded->pixels), turn);
    auto encoded = media::cropEncoded(pixels, {0, 0, pixels.width, pixels.height}, cropSide);
    return encoded ? Result<QByteArray>(std::move(encoded->bytes)) : failed(encoded);
}

/// How long the picture's longer side must be for the face to fill its crop.
qint64 longSideFor(const Box &box, const media::Pixels &picture)
{
    const float face = std::max(box.width * float(picture.width), box.height * float(picture.height));
    const double scale = cropSide / std::max(2.0 * double(face), 1.0);
    return qint64(std::ceil(scale * std::max(picture.width, picture.height)));
}

/// The original with more pixels than the preview, where the face needs them and the original has them.
std::optional<media::Pixels> enlarged(const library::Services &services, const library::Asset &asset, const Box &box,
                                      const media::Pixels &preview)
{
    const int shown = std::max(preview.width, preview.height);
    const qint64 full = std::max(asset.width.value_or(0), asset.height.value_or(0));
    const qint64 wanted = std::min(full, longSideFor(box, preview));
    if (asset.isVideo || wanted <= shown) {
        return std::nullopt;
    }
    const auto path =
        services.database.read([&](Connection &db) { return library::locateBlob(db, services.blobs, asset.blobId); });
    auto pixels = path ? library::readPoster(asset, *path, int(wanted), {}) : Result<media::Pixels>(failed(path));
    if (!pixels) {
        qCInfo(logFaces).noquote() << "a face is cut from its preview:" << pixels.error().forLog();
        return std::nullopt;
    }
    // A raw file has more pixels than what it can be shown with.
    return std::max(pixels->width, pixels->height) > shown ? std::optional(std::move(*pixels)) : std::nullopt;
}

} // namespace

QRect areaAround(const Box &box, const media::Dimensions &picture)
{
    const float width = box.width * float(picture.width);
    const float height = box.height * float(picture.height);
    const int most = std::max(1, std::min(picture.width, picture.height));
    const int side = std::clamp(int(std::lround(std::max(width, height) * 2)), 1, most);
    const float centreX = box.x * float(picture.width) + width / 2;
    const float centreY = box.y * float(picture.height) + height / 2;
    const int left = std::clamp(int(std::lround(centreX)) - side / 2, 0, std::max(0, picture.width - side));
    const int top = std::clamp(int(std::lround(centreY)) - side / 2, 0, std::max(0, picture.height - side));
    return {left, top, side, side};
}

Result<QByteArray> encodeCrop(const media::Pixels &upright, const Box &box)
{
    auto encoded = media::cropEncoded(upright, areaAround(box, {upright.width, upright.height}), cropSide);
    return encoded ? Result<QByteArray>(std::move(encoded->bytes)) : failed(encoded);
}

Result<QByteArray> cropOfFace(const library::Services &services, const Face &face)
{
    auto source = services.database.read([&](Connection &db) { return sourceOf(db, services, face); });
    if (!source) {
        return failed(source);
    }
    if (!source->kept.isEmpty()) {
        return turnedCrop(source->kept, source->asset.turn);
    }
    auto pixels = readPreview(source->preview);
    if (!pixels && library::makeMissingThumbnails(services, source->asset, {})) {
        pixels = readPreview(source->preview);
    }
    if (!pixels) {
        // The host's paths are nobody's business.
        return fail(ErrorCode::NotFound, {{u"what"_s, u"picture of the face"_s}, {u"id"_s, toText(face.uuid)}},
                    pixels.error().forLog());
    }
    const auto larger = enlarged(services, source->asset, face.box, *pixels);
    return encodeCrop(larger ? *larger : *pixels, face.box);
}

} // namespace kinframe::faces
