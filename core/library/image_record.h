// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::library {

/// A photo as the image door knows it: its bytes' name and its open metadata.
struct ImageRecord
{
    qint64 id = 0;
    QByteArray sha256; ///< 32 bytes
    QStringList tags;
    QJsonObject
        metadata; ///< every key that is set: columns, open ones, `tags` and a `tag_X` for each that can be a key
};

/// What is read besides, each as `[{id, name}]`: who is in it, and which albums that its owner sees it is in.
struct RecordParts
{
    bool people = false;
    bool albums = false;
};

/// The record of an asset of that row id. Throws SqlError.
[[nodiscard]] std::optional<ImageRecord> imageRecord(storage::Connection &db, qint64 assetId,
                                                     const RecordParts &parts = {});
/// In the order of the ids; those that are gone are left out. Throws SqlError.
[[nodiscard]] std::vector<ImageRecord> imageRecords(storage::Connection &db, std::span<const qint64> assetIds,
                                                    const RecordParts &parts = {});

} // namespace kinframe::library
