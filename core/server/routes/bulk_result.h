// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>

#include <optional>

namespace kinframe::server {

/// `BulkIdResponseDto`: what became of one of many.
[[nodiscard]] QJsonObject bulkResult(const QString &id, const std::optional<Error> &error = {});

} // namespace kinframe::server
