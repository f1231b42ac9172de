// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/job_queue.h"
#include "storage/transaction.h"

#include <span>

namespace kinframe::library {

/// The kind of job that brings a photo and its sidecar in line: reads what others wrote into it, and writes what people
/// said here where the owner has turned that on. Its subject is the photo; none: all of them.
inline constexpr char16_t writeBackKind[] = u"writeback";

/// Has what people say of these photos written beside them, in the write in which they say it. Nothing happens where
/// the owner has not turned it on. For ChangeFeed::onTouch. Throws SqlError.
void writeBackLater(storage::Transaction &transaction, jobs::JobQueue &jobs, std::span<const qint64> assetIds);
/// The same for all photos there are: once when it is turned on. Throws SqlError.
void writeEverythingBackLater(storage::Transaction &transaction, jobs::JobQueue &jobs);
/// Looks into these photos' sidecars, whether it is turned on or not: somebody else may have written there. Throws
/// SqlError.
void readSidecarsLater(storage::Transaction &transaction, jobs::JobQueue &jobs, std::span<const qint64> assetIds);

} // namespace kinframe::library
