// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace kinframe::library {

/// A key of the open metadata that people may set and that has a column of its own on the asset's row.
struct MetadataColumn
{
    enum class Kind { Text, Name, Whole, Stars, Latitude, Longitude, Flag, Time };

    QLatin1String key;
    Kind kind;
    const char *update; ///< SQL: ?1 the asset, ?2 the value

    /// InvalidArgument where the value does not fit the column. Null fits all but a name.
    [[nodiscard]] Result<void> check(const QJsonValue &value) const;
    /// A checked value. Throws SqlError.
    void write(storage::Transaction &transaction, qint64 assetId, const QJsonValue &value) const;
};

/// Null where the key has no column.
[[nodiscard]] const MetadataColumn *metadataColumn(const QString &key);

/// All of them of one asset as they stand, so that writing them again changes nothing; null where nothing is set.
/// Throws SqlError.
[[nodiscard]] QJsonObject columnValues(storage::Connection &db, qint64 assetId);

} // namespace kinframe::library
