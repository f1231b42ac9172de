// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace kinframe::server {

/// The description of the API (OpenAPI 3.0) as JSON; comes with the program.
[[nodiscard]] const QByteArray &apiDescription();
[[nodiscard]] QJsonObject apiDescriptionObject();

} // namespace kinframe::server
