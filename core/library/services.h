// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe {
namespace storage {
class BlobStore;
class Database;
} // namespace storage
namespace jobs {
class JobQueue;
}
} // namespace kinframe

namespace kinframe::library {

class BlobRemovals;
class ChangeFeed;

/// What the parts of the library work with. All of it outlives them.
struct Services
{
    storage::Database &database;
    storage::BlobStore &blobs;
    jobs::JobQueue &jobs;
    ChangeFeed &changes;
    QString thumbnailFolder;
    BlobRemovals *removals = nullptr; ///< nullptr: files of deleted blobs go at once, on the writer thread
};

} // namespace kinframe::library
