// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_client.h"

#include <QUrl>

#include <vector>

namespace kinframe::transfer {

/// What somebody typed, as an address: without a scheme it is https, or http within a home (an address or a name that
/// only its network knows). Without query and slashes at the end. InvalidArgument (`url`).
[[nodiscard]] Result<QUrl> serverAddressOf(const QString &typed);

/// Where the calls of the server at that address are: what `/.well-known/immich` says, or `/api`; known by its ping,
/// after redirects. RemoteNotLibrary; what reaching it failed with, RemoteCertificate among it.
[[nodiscard]] Result<QUrl> findApi(HttpClient &client, const QUrl &address, const QString &fingerprint,
                                   const std::stop_token &stop);

} // namespace kinframe::transfer
