// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QJsonArray>

namespace kinframe::server {

/// A page of a person's photos, newest first: `{"id", "originalPath", "thumbnailPath"}` each. Throws SqlError.
[[nodiscard]] QJsonArray photosOf(storage::Connection &db, qint64 personId, int page, int size);

} // namespace kinframe::server
