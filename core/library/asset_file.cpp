// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/asset_file.h"

#include "base/log.h"
#include "media/decode.h"
#include "media/orientation.h"
#include "media/scene_frames.h"
#include "media/thumbnails.h"
#include "media/video.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

constexpr int previewSide = int(media::ThumbnailSize::Preview);
// A clip shows the same few people over and over; more frames find no more of them.
constexpr int mostFrames = 8;

/// A raw file is shown by a preview that may be much smaller than its picture.
void takeRawSize(AssetContents &contents)
{
    const bool swaps = media::swapsSides(contents.metadata.orientation.value_or(1));
    const int width = (swaps ? contents.metadata.height : contents.metadata.width).value_or(0);
    const int height = (swaps ? contents.metadata.width : contents.metadata.height).value_or(0);
    if (qint64(width) * height > qint64(contents.width) * contents.height) {
        contents.width = width;
        contents.height = height;
    }
}

Result<AssetContents> readPicture(AssetContents contents, const QString &path, int longSide,
                                  const std::stop_token &stop)
{
    media::DecodeOptions options;
    options.longSide = longSide;
    options.stop = stop;
    auto decoded = media::decodePicture(path, contents.type, contents.metadata.orientation.value_or(1), options);
    if (!decoded) {
        return failed(decoded);
    }
    contents.width = decoded->originalWidth;
    contents.height = decoded->originalHeight;
    if (contents.type.format == media::Format::Raw) {
        takeRawSize(contents);
    }
    contents.poster = decoded->pixels;
    contents.pictures.push_back({decoded->pixels, contents.width, contents.height, {}});
    return contents;
}

Result<AssetContents> readVideo(AssetContents contents, const QString &path, const std::stop_token &stop)
{
    const auto info = media::readVideoInfo(path);
    if (!info) {
        return failed(info);
    }
    auto poster = media::decodePoster(path, previewSide, stop);
    if (!poster) {
        return failed(poster);
    }
    auto frames = media::sampleScenes(path, mostFrames, previewSide, stop);
    if (!frames) {
        return failed(frames);
    }
    contents.width = info->width;
    contents.height = info->height;
    contents.durationMs = info->durationMs;
    contents.poster = *poster;
    for (const media::SceneFrame &frame : *frames) {
        contents.pictures.push_back({frame.picture, info->width, info->height, frame.timeMs});
    }
    return contents;
}

} // namespace

media::Metadata readMetadataGently(const QString &path, const media::FileType &type, const QString &sidecarXmp)
{
    media::Metadata metadata;
    if (auto read = media::readMetadata(path, type)) {
        metadata = std::move(*read);
    } else {
        qCInfo(logLibrary).noquote() << "no metadata:" << read.error().forLog();
    }
    if (sidecarXmp.isEmpty()) {
        return metadata;
    }
    auto sidecar = media::readSidecarText(sidecarXmp.toUtf8(), path, metadata);
    if (!sidecar) {
        qCInfo(logLibrary).noquote() << "the sidecar is left out:" << sidecar.error().forLog();
        return metadata;
    }
    return media::merged(std::move(metadata), *sidecar);
}

Result<AssetContents> readAssetFile(const Asset &asset, const QString &path, const QString &sidecarXmp,
                                    const std::stop_token &stop)
{
    auto type = media::sniffFileType(path, asset.fileName);
    if (!type) {
        return failed(type);
    }
    AssetContents contents;
    contents.type = *type;
    contents.metadata = readMetadataGently(path, *type, sidecarXmp);
    return type->isVideo ? readVideo(std::move(contents), path, stop)
                         : readPicture(std::move(contents), path, previewSide, stop);
}

Result<media::Pixels> readPoster(const Asset &asset, const QString &path, int longSide, const std::stop_token &stop)
{
    auto type = media::sniffFileType(path, asset.fileName);
    if (!type) {
        return failed(type);
    }
    if (type->isVideo) {
        auto poster = media::decodePoster(path, longSide, stop);
        return poster ? Result<media::Pixels>(media::turned(std::move(*poster), asset.turn)) : failed(poster);
    }
    AssetContents contents;
    contents.type = *type;
    contents.metadata.orientation = asset.orientation;
    auto read = readPicture(std::move(contents), path, longSide, stop);
    return read ? Result<media::Pixels>(media::turned(read->poster, asset.turn)) : failed(read);
}

} // namespace kinframe::library
