// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/head.h"
#include "server/http/refusal.h"

#include <QByteArray>

#include <optional>

namespace kinframe::http {

/// Nothing where the head asks for a WebSocket as RFC 6455 wants it; 426 or 400 else.
[[nodiscard]] std::optional<Refusal> checkWebSocketHandshake(const Head &head);
/// The head again, with only what the handshake needs.
[[nodiscard]] QByteArray webSocketHandshake(const Head &head);

} // namespace kinframe::http
