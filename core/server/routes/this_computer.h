// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/request.h"

#include <QJsonObject>
#include <QStringList>

namespace kinframe::server {

/// Forbidden where the request comes from elsewhere, or through a proxy: paths of this computer are not for others to
/// name.
[[nodiscard]] Result<void> mustBeHere(const http::Request &request);

/// An absolute path of the body, cleaned.
[[nodiscard]] Result<QString> pathIn(const QJsonObject &body, const QString &field);
[[nodiscard]] Result<QStringList> pathsIn(const QJsonObject &body, const QString &field);

} // namespace kinframe::server
