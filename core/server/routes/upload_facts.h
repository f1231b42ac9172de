// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "library/importer.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

namespace kinframe::server {

/// What the other fields of an upload's form say of its file: times, the device's name for it, its sidecar, the video
/// of a live photo. InvalidArgument, and what reading the sidecar may fail with. Services and request outlive the
/// facts.
[[nodiscard]] Result<library::FileFacts> uploadFacts(const ApiServices &services, const http::Request &request);

/// InvalidArgument where the client has said another SHA-1 (`x-immich-checksum`) than that of the bytes that came.
[[nodiscard]] Result<void> checkChecksum(const http::Request &request, const Digests &digests);

} // namespace kinframe::server
