// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/handler.h"
#include "library/folder_places.h"
#include "library/folder_row.h"
#include "library/services.h"

namespace kinframe::jobs {
class JobQueue;
}

namespace kinframe::library {

struct Asset;

/// The kind of job that looks through a folder, or takes it out of the library. Its subject is the folder.
inline constexpr char16_t folderKind[] = u"folder";

/// At most one for a folder at a time. `notBefore` in ms since 1970; 0: now.
[[nodiscard]] Result<qint64> enqueueFolder(storage::Transaction &transaction, jobs::JobQueue &jobs,
                                           const Folder &folder, qint64 notBefore = 0);

/// Brings the library in line with what lies in a folder: new files are taken in, changed ones anew, those that were
/// moved keep their photos, and what is gone is marked as missing, never deleted. A folder that is not there is looked
/// for on the other volumes.
class FolderJob
{
public:
    explicit FolderJob(const Services &services, VolumeRoots roots = mountedRoots);

    [[nodiscard]] Result<jobs::Effect> run(const jobs::Job &job, jobs::JobContext &context);

    /// Notes what a person deletes, so that it is not taken in again from a folder where its file still lies. For
    /// ChangeFeed::onDeletion. Throws SqlError.
    static void leaveOut(storage::Transaction &transaction, const Asset &asset);

private:
    [[nodiscard]] Result<jobs::Effect> remove(const Folder &folder, jobs::JobContext &context);

    Services m_services;
    VolumeRoots m_roots;
};

/// Forgets the folder; photos that lie in it alone stay known where they are. Throws SqlError.
void dropFolder(storage::Transaction &transaction, const Folder &folder);

} // namespace kinframe::library
