// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/files.h"
#include "storage/transaction.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::render {

/// An upload in pieces, as the database knows it.
struct PartialUpload
{
    QUuid uuid;
    qint64 ownerId = 0;
    qint64 size = 0;  ///< of the whole file
    QString metadata; ///< as the client sent it
    FileFacts facts;
    qint64 touchedAt = 0;
    std::optional<qint64> fileId; ///< the file that it became
};

// All throw SqlError.

[[nodiscard]] std::optional<PartialUpload> findPartial(storage::Connection &db, const QUuid &uuid);
void insertPartial(storage::Transaction &transaction, const PartialUpload &upload, qint64 now);
/// How many of the user's are not whole yet, and the bytes that they will have together.
struct PartialUse
{
    qint64 uploads = 0;
    qint64 bytes = 0;
};
[[nodiscard]] PartialUse partialUse(storage::Connection &db, qint64 ownerId);
/// Those last touched before then.
[[nodiscard]] std::vector<QUuid> partialsBefore(storage::Connection &db, qint64 before);

} // namespace kinframe::render
