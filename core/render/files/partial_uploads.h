// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "render/files/files.h"
#include "render/files/partial_file.h"
#include "render/files/partial_rows.h"

#include <QUuid>

#include <map>
#include <memory>
#include <mutex>

namespace kinframe::render {

struct PartialLimits
{
    qint64 fileBytes = qint64(16) << 30;    ///< as of any upload
    qint64 uploads = 100;                   ///< of one user that are not whole yet
    qint64 bytes = qint64(256) << 30;       ///< that these will have together
    qint64 keptMs = qint64(7) * 86'400'000; ///< after the last piece
};

struct PartialSetup
{
    QString folder; ///< on the volume of the blob store
    PartialLimits limits = {};
    Clock clock = wallMs;
};

/// How far an upload has come.
struct PartialState
{
    PartialUpload upload;
    qint64 offset = 0; ///< bytes that are on the disk
    qint64 expiresAt = 0;
};

/// Files that come in pieces, in uploads that may be broken off, also by the end of the program, and gone on with
/// later. Every call from any thread but the writer's, none on the GUI thread.
class PartialUploads
{
public:
    PartialUploads(Files &files, PartialSetup setup);
    PartialUploads(const PartialUploads &) = delete;
    PartialUploads &operator=(const PartialUploads &) = delete;

    [[nodiscard]] const PartialLimits &limits() const { return m_setup.limits; }

    /// TooLarge; RateLimited where the user has too many begun; DiskFull.
    [[nodiscard]] Result<PartialState> create(qint64 userId, qint64 size, const QString &metadata,
                                              const FileFacts &facts);
    /// The same in two steps, the first of which waits for no write: its file is made, and may be written at once.
    [[nodiscard]] Result<PartialUpload> draft(qint64 userId, qint64 size, const QString &metadata,
                                              const FileFacts &facts);
    [[nodiscard]] Result<PartialState> record(const PartialUpload &draft);
    /// Forgets a draft that was not recorded.
    void discard(const PartialUpload &draft);
    /// Begins the first piece of a draft.
    [[nodiscard]] Result<std::unique_ptr<PartialFile::Writer>> write(const PartialUpload &draft, qint64 length,
                                                                     const std::optional<PieceChecksum> &checksum);
    /// NotFound (an `upload`), also where it has expired; NotYours.
    [[nodiscard]] Result<PartialState> state(qint64 userId, const QUuid &uuid);
    /// Begins a piece. Conflict where the upload does not go on there or is whole; TooLarge where it would grow too
    /// long (`length`, or -1 where that is not known).
    [[nodiscard]] Result<std::unique_ptr<PartialFile::Writer>>
    write(qint64 userId, const QUuid &uuid, qint64 offset, qint64 length, const std::optional<PieceChecksum> &checksum);
    /// After each piece, and where one finds an upload whole that became no file yet: notes that it was asked for.
    /// Where the upload is whole by that, its file is recorded, or it is gone where its bytes are not what they should
    /// be; see Files::addSpooled.
    [[nodiscard]] Result<PartialState> settle(qint64 userId, const QUuid &uuid, const std::optional<Digests> &digests);
    [[nodiscard]] Result<void> remove(qint64 userId, const QUuid &uuid);

    /// Removes what has expired, and files that no upload knows. Gives how many uploads.
    [[nodiscard]] Result<qint64> sweep();

private:
    [[nodiscard]] std::shared_ptr<PartialFile> fileOf(const QUuid &uuid);
    [[nodiscard]] Result<PartialUpload> find(qint64 userId, const QUuid &uuid);
    [[nodiscard]] Result<AddedFile> complete(const PartialState &state, const std::optional<Digests> &digests);
    [[nodiscard]] Result<void> forget(const QUuid &uuid);
    [[nodiscard]] Result<void> checkRoom(qint64 size) const;
    [[nodiscard]] Result<void> checkUse(storage::Connection &db, const PartialUpload &upload) const;

    Files &m_files;
    PartialSetup m_setup;
    std::mutex m_mutex;
    std::map<QUuid, std::weak_ptr<PartialFile>> m_open; ///< those that somebody holds
};

} // namespace kinframe::render
