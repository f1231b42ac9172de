// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/folder_row.h"
#include "library/importer.h"

#include <vector>

namespace kinframe::library {

/// How many files of a folder there are.
struct FolderCounts
{
    qint64 files = 0;   ///< whose photos are in the library
    qint64 missing = 0; ///< of these, not there at the moment
    qint64 refused = 0; ///< that could not be taken
};

struct RefusedFile
{
    QString path;
    Error error;
};

/// The folders of a library: their photos lie where they are, or are copied, and what changes in them is followed.
/// Changes are told as `folder.changed` with the folder's id. Every call from any thread but the writer's, none on the
/// GUI thread.
class Folders
{
public:
    enum class Photos { Keep, ToTrash };

    explicit Folders(const Services &services);

    /// Adds a folder and the job that takes its photos in; what is in the trash comes back. FileNotFound, FolderTaken
    /// for one that overlaps with another or with the library's own.
    [[nodiscard]] Result<Folder> add(const Owner &owner, const QString &path, Importer::Placement placement);
    /// By path; without those that are being removed.
    [[nodiscard]] Result<std::vector<Folder>> list(qint64 ownerId) const;
    [[nodiscard]] Result<FolderCounts> counts(const Folder &folder) const;
    /// By path, at most `limit`.
    [[nodiscard]] Result<std::vector<RefusedFile>> refused(const Folder &folder, int limit) const;

    // NotFound where the user has no such folder.
    [[nodiscard]] Result<void> setWatched(qint64 ownerId, const QUuid &uuid, bool isWatched);
    /// Its files stay where they are. Photos that are kept are not followed any more.
    [[nodiscard]] Result<void> remove(qint64 ownerId, const QUuid &uuid, Photos photos);
    /// The folder lies there now. FolderOther where its photos do not, FileNotFound, FolderTaken. Reads a few files.
    [[nodiscard]] Result<void> relocate(qint64 ownerId, const QUuid &uuid, const QString &path);
    /// Photos whose only file was in the folder and is gone go to the trash; gives which.
    [[nodiscard]] Result<std::vector<QUuid>> forgetMissing(qint64 ownerId, const QUuid &uuid);
    /// Takes photos out of the trash again.
    [[nodiscard]] Result<void> recall(qint64 ownerId, const std::vector<QUuid> &photos);
    /// Has it looked through soon.
    [[nodiscard]] Result<void> scanLater(qint64 ownerId, const QUuid &uuid);

private:
    [[nodiscard]] Result<Folder> find(qint64 ownerId, const QUuid &uuid) const;
    template <typename Change>
    [[nodiscard]] Result<void> eachPhoto(const std::vector<QUuid> &photos, Change change);
    /// The absolute path of a folder that may be added, but for `self`.
    [[nodiscard]] Result<QString> usable(qint64 ownerId, const QString &path, const QUuid &self) const;

    Services m_services;
};

/// Says within a write that a folder changed. Throws SqlError.
void tellFolder(storage::Transaction &transaction, ChangeFeed &changes, const Folder &folder);
/// The folder and all that is known of its files now lie at `path`. Throws SqlError.
void moveFolder(storage::Transaction &transaction, ChangeFeed &changes, const Folder &folder, const QString &path,
                const QString &place);

} // namespace kinframe::library
