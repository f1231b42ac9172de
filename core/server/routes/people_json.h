// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/face.h"
#include "faces/person.h"

#include <QJsonObject>

namespace kinframe::server {

/// `PersonResponseDto`.
[[nodiscard]] QJsonObject personJson(const faces::Person &person);
/// A face as the people door shows it: `personId`, its box in pixels of the upright image, `score`.
[[nodiscard]] QJsonObject faceJson(const faces::Face &face);
/// `AssetFaceResponseDto`: the box, with the person inside or null.
[[nodiscard]] QJsonObject faceWithPersonJson(const faces::Face &face, const std::optional<faces::Person> &person);

/// Where a face is in its image as it is shown, in pixels.
struct PixelBox
{
    qint64 left = 0;
    qint64 top = 0;
    qint64 right = 0;
    qint64 bottom = 0;
};
[[nodiscard]] PixelBox pixelBox(const faces::Face &face);
/// `SourceType`: who has found it.
[[nodiscard]] QString sourceOf(const faces::Face &face);

/// URL paths that a client can GET.
[[nodiscard]] QString assetThumbnailPath(const QUuid &asset);
[[nodiscard]] QString assetOriginalPath(const QUuid &asset);
[[nodiscard]] QString personThumbnailPath(const QUuid &person);
[[nodiscard]] QString faceThumbnailPath(const QUuid &face);

} // namespace kinframe::server
