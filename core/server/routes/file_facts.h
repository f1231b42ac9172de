// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"
#include "render/files/files.h"
#include "server/http/request.h"

#include <functional>
#include <optional>

namespace kinframe::server {

/// Who asks for files; the route asks for credentials.
[[nodiscard]] render::Asker askerOf(const http::Request &request);

/// A field of a form or of the metadata of an upload, by its name.
using FieldGetter = std::function<std::optional<QString>(const QString &name)>;

/// `hash`, `xxhash`, `file_type` and `path`, each optional, and `unionid`, which only an admin may give for others;
/// `fileName` is a label. InvalidArgument, NotYours.
[[nodiscard]] Result<render::FileFacts> fileFactsOf(const accounts::Principal &principal, const QString &fileName,
                                                    const FieldGetter &get);

} // namespace kinframe::server
