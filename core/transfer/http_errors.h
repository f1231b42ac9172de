// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/http_message.h"

namespace kinframe::transfer {

/// What a failed exchange means; `code` is libcurl's. NetworkFailed, NetworkTimeout, RemoteUntrusted, RemoteInvalid
/// or Internal.
[[nodiscard]] Error exchangeError(int code, const QUrl &url, const QString &detail);

/// The server broke the rules, or the limits we set it.
[[nodiscard]] Error invalidAnswer(const QUrl &url, const QString &reason);

/// Nothing where the status is one of success (2xx). Else RemoteUnauthorized (401, 403), RemoteNotFound (404, 410) or
/// RemoteRefused with its `status`.
[[nodiscard]] Result<void> accepted(const HttpHead &head);

/// The same; where a certificate was refused that is known, as RemoteCertificate, which tells its fingerprint to
/// people.
[[nodiscard]] Error withFingerprint(Error error);

/// Whether the same request may go well a little later: the network, a busy server, 408, 429 and 5xx.
[[nodiscard]] bool mayPass(const Error &error);

} // namespace kinframe::transfer
