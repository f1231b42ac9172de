// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/files/partial_file.h"
#include "server/http/headers.h"

#include <map>
#include <optional>

namespace kinframe::server {

/// What the requests of tus say in their headers. Each is InvalidArgument about the header where it is wrong.

/// A number of bytes; MissingField without the header.
[[nodiscard]] Result<qint64> tusBytes(const http::Headers &headers, QByteArrayView name);
/// Names and decoded values; empty without the header.
[[nodiscard]] Result<std::map<QString, QString>> tusMetadata(const http::Headers &headers);
/// None without the header.
[[nodiscard]] Result<std::optional<render::PieceChecksum>> tusChecksum(const http::Headers &headers);

} // namespace kinframe::server
