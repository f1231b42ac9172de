// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "transfer/remote/servers.h"

#include <QJsonObject>

namespace kinframe::server {

// Other libraries as the API says them, without anything secret.

[[nodiscard]] QJsonObject serverJson(const transfer::RemoteServer &server, Language language);
[[nodiscard]] QJsonObject serverFactsJson(const transfer::ServerFacts &facts);
[[nodiscard]] QJsonObject remoteAssetJson(const transfer::RemoteAsset &asset);
[[nodiscard]] QJsonObject remoteGroupJson(const transfer::RemoteGroup &group);

} // namespace kinframe::server
