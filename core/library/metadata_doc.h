// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <span>

namespace kinframe::library {

/// The open metadata of one asset that has no column: as one JSON object that is returned, and as rows of `prop` that
/// are searched. Numbers stand in `num` alone; true and false are a 1 or 0 there with `true` or `false` in `txt`; texts
/// stand in `txt` alone. Tags are rows of `asset_tag` instead; only that something is not tagged so (`tag_X: false`) is
/// kept here.
struct MetadataDoc
{
    QJsonObject values;
    QSet<QString> edited; ///< keys that a person has set or taken away: what files say does not change them
};

/// Empty where there is none yet. Throws SqlError.
[[nodiscard]] MetadataDoc readDoc(storage::Connection &db, qint64 assetId);
/// TooMany or TooLarge where a record would grow beyond its limits.
[[nodiscard]] Result<void> checkDoc(const MetadataDoc &doc);
/// Writes what has changed. Throws SqlError.
void writeDoc(storage::Transaction &transaction, qint64 assetId, const MetadataDoc &before, const MetadataDoc &after);

/// Notes that a person has set what these columns hold. Throws SqlError.
void markEdited(storage::Transaction &transaction, qint64 assetId, std::span<const QString> keys);

/// Sorted. Throws SqlError.
[[nodiscard]] QStringList readTags(storage::Connection &db, qint64 assetId);
void writeTags(storage::Transaction &transaction, qint64 assetId, const QStringList &before, const QStringList &after);

} // namespace kinframe::library
