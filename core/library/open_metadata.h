// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/asset.h"
#include "library/metadata_rules.h"
#include "library/services.h"
#include "storage/transaction.h"

#include <QByteArray>
#include <QUuid>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace kinframe::library {

/// Sets and takes away keys of an asset's metadata, checked as a whole before anything is written, with one change
/// stamp; gives the edit that undoes it. An empty edit is no change. Called inside a write. The errors of
/// checkMetadata, and TooMany or TooLarge where the record would grow too large. Throws SqlError.
[[nodiscard]] Result<MetadataEdit> editMetadata(storage::Transaction &transaction, const Services &services,
                                                const Asset &asset, const MetadataEdit &edit);
/// NotFound where the user has no such photo, or it lies in the trash.
[[nodiscard]] Result<MetadataEdit> editMetadata(storage::Transaction &transaction, const Services &services,
                                                qint64 ownerId, const QUuid &asset, const MetadataEdit &edit);

/// What is to become of one of many.
struct ItemEdit
{
    QByteArray sha256;
    MetadataEdit edit;
};

/// What became of it: the edit that undoes it, or why nothing of it was done.
using EditOutcome = Result<MetadataEdit>;

/// Edits many photos of a user in one write; one outcome for each, in order. An item that cannot be done leaves the
/// others. Fails as a whole, with nothing done, only where the database fails or `stop` asks (Canceled).
[[nodiscard]] Result<std::vector<EditOutcome>> editMany(const Services &services, qint64 ownerId,
                                                        const std::vector<ItemEdit> &items,
                                                        const std::function<void(qint64 done, qint64 total)> &progress,
                                                        const std::stop_token &stop);

} // namespace kinframe::library
