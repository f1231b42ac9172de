// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <QString>
#include <QStringList>

namespace kinframe::storage {

/// Copies the whole database to a new file, synced; never over an existing one. May run while others write.
[[nodiscard]] Result<void> copyDatabase(Connection &from, const QString &path);

/// What SQLite's integrity and foreign key checks find; empty where all is well. Throws SqlError.
[[nodiscard]] QStringList integrityProblems(Connection &connection);

} // namespace kinframe::storage
