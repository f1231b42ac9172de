// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/picture_analyser.h"
#include "media/file_type.h"
#include "media/metadata.h"

#include <stop_token>
#include <vector>

namespace kinframe::library {

/// What an asset's file shows and says: everything that processing needs of it, read once.
struct AssetContents
{
    media::FileType type;
    media::Metadata metadata;
    int width = 0; ///< upright, of the original
    int height = 0;
    std::optional<qint64> durationMs;
    media::Pixels poster;                  ///< the picture itself, or a video's poster: for the thumbnails
    std::vector<AnalysedPicture> pictures; ///< for the analyser: the picture, or a few frames
};

/// Reads the file at `path`. Metadata that cannot be read leaves the rest as it is; a picture that cannot be shown is
/// the errors of media::decodePicture and media::decodePoster.
[[nodiscard]] Result<AssetContents> readAssetFile(const Asset &asset, const QString &path, const QString &sidecarXmp,
                                                  const std::stop_token &stop);

/// Only what the thumbnails are made of, as the asset is shown, its longer side so long where the file has as many
/// pixels.
[[nodiscard]] Result<media::Pixels> readPoster(const Asset &asset, const QString &path, int longSide,
                                               const std::stop_token &stop);

/// The metadata alone, for a file whose picture could not be shown.
[[nodiscard]] media::Metadata readMetadataGently(const QString &path, const media::FileType &type,
                                                 const QString &sidecarXmp);

} // namespace kinframe::library
