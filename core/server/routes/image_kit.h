// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/image_record.h"
#include "library/metadata_rules.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace kinframe::server {

/// 32 bytes of 64 hexadecimal digits, in any case.
[[nodiscard]] std::optional<QByteArray> sha256From(const QString &text);
/// As answers name it: lower-case hexadecimal.
[[nodiscard]] QString hashText(const QByteArray &sha256);

/// NotFound for a hash as it came.
[[nodiscard]] Failure noImage(const QString &hash);
/// The `{hash}` of the path. What is no SHA-256 can be nobody's: NotFound.
[[nodiscard]] Result<QByteArray> hashOf(const http::Request &request);
/// The user's photo of the path, also by a hash that it had before its file was changed. NotFound where there is none
/// or it lies in the trash. Throws SqlError.
[[nodiscard]] Result<library::Asset> imageOf(storage::Connection &db, const http::Request &request);

/// What a body sets, its keys in the order in which they came. InvalidArgument where it is no JSON object.
[[nodiscard]] Result<library::MetadataEdit> metadataEditOf(const http::Request &request);

/// The answer of `GET /api/images/{hash}`.
[[nodiscard]] QJsonObject imageJson(const library::ImageRecord &record);

} // namespace kinframe::server
