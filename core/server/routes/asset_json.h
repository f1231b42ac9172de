// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/face.h"
#include "faces/person.h"
#include "library/asset.h"

#include <QJsonObject>

namespace kinframe::server {

/// An asset with all that its answer needs.
struct AssetView
{
    library::Asset asset;
    QUuid ownerUuid;
    std::vector<faces::Face> faces;    ///< from left to right
    std::vector<faces::Person> people; ///< who is in it, each once, in the order of the faces
    QJsonObject exif;
    QStringList tags;
};

/// Throws SqlError.
[[nodiscard]] AssetView assetView(storage::Connection &db, const library::Asset &asset);

/// The complete `AssetResponseDto` of the sync door.
[[nodiscard]] QJsonObject assetJson(const AssetView &view);

} // namespace kinframe::server
