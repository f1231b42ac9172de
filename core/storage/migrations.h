// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/connection.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kinframe::storage {

/// One step of the schema: `migrations/NNNN_name.sql`, from version N-1 to N.
struct Migration
{
    int version = 0; ///< from 1, without gaps
    QString name;
    QByteArray sql;
};

/// Those of this program, in order.
[[nodiscard]] std::vector<Migration> builtInMigrations();

/// Brings the database to the last version, each step in one transaction. Before the first step of an existing
/// database a copy is made in `backupFolder`; after the last its integrity is checked. A database that is newer than
/// the last step is left as it is: DatabaseNewer. What is no database, or a broken one: DatabaseDamaged.
[[nodiscard]] Result<void> migrate(Connection &connection, const std::vector<Migration> &migrations,
                                   const QString &backupFolder);

} // namespace kinframe::storage
