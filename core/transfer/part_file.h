// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/byte_ranges.h"
#include "transfer/file_settler.h"
#include "transfer/http_message.h"

#include <QFile>

#include <memory>
#include <optional>

namespace kinframe::transfer {

/// Which bytes a part file holds some of.
struct FileVersion
{
    QByteArray source;       ///< names the address without telling it
    QByteArray etag;         ///< strong ones only
    QByteArray lastModified; ///< only where it is old enough to be sure
    qint64 size = -1;        ///< of the whole file; -1: unknown

    /// What the answer's head says about the file behind `source`; `size` stays unknown.
    [[nodiscard]] static FileVersion of(const HttpHead &head, const QByteArray &source);
    /// For `If-Range`; empty where nothing would notice that the file changed.
    [[nodiscard]] QByteArray validator() const { return etag.isEmpty() ? lastModified : etag; }
};

/// `<target>.part` and `<target>.part.json`: what has come of a file so far, and what of it. Survives the process; what
/// of it is trusted after a power cut is what was synced, unless a checksum will tell. One thread at a time.
class PartFile
{
public:
    PartFile(QString target, bool hasChecksum);

    /// Decides what can be kept of an earlier attempt at the same source. FileNotFound, DiskReadOnly: the folder.
    [[nodiscard]] Result<void> open(const QByteArray &source);

    [[nodiscard]] QString path() const { return m_file->fileName(); }
    [[nodiscard]] const ByteRanges &written() const { return m_written; }
    /// Bytes that are there.
    [[nodiscard]] qint64 total() const { return m_written.total(); }
    [[nodiscard]] const FileVersion &version() const { return m_version; }
    /// Whether nothing more is to come.
    [[nodiscard]] bool complete() const { return m_version.size >= 0 && m_written.prefix() == m_version.size; }

    /// Whether it would be noticed if what comes next belonged to another version; true where nothing is there yet.
    [[nodiscard]] bool canGoOn() const
    {
        return m_written.isEmpty() || m_hasChecksum || !m_version.validator().isEmpty();
    }

    /// DiskFull where the rest of the file has no room; `expected` is its size where the server does not tell.
    [[nodiscard]] Result<void> checkRoom(std::optional<qint64> expected) const;
    /// Takes the room of a large file at once, where the system can. DiskFull.
    [[nodiscard]] Result<void> reserve();

    /// Empties it for another version of the file.
    [[nodiscard]] Result<void> startOver(FileVersion version);
    /// Whether a 206 is of the same version of the file and begins there.
    [[nodiscard]] bool isContinuedBy(const HttpHead &head, const ContentRange &range, qint64 from) const;
    void learnSize(qint64 size) { m_version.size = size; }
    [[nodiscard]] Result<void> write(qint64 offset, QByteArrayView bytes);

    /// Whether so much was written since the last sync that a power cut would be a pity.
    [[nodiscard]] bool wantsSync() const;
    /// The same file for another thread to sync; endSync() says whether it did. None where that cannot be.
    [[nodiscard]] std::shared_ptr<QFile> beginSync();
    void endSync(bool isDone);

    /// Leaves it for another day.
    [[nodiscard]] Result<void> suspend();
    /// Hands it over to be moved to its target. Nothing but remove() afterwards.
    [[nodiscard]] Result<FileSettler::Finished> finish();
    void discard();

    /// Bytes of the disk that the part of a download to `target` takes, which may be more than it holds.
    [[nodiscard]] static qint64 room(const QString &target);
    /// Removes what an earlier process left of a download to `target`.
    static void remove(const QString &target);

private:
    [[nodiscard]] ByteRanges keptOf(const QByteArray &source);
    [[nodiscard]] Result<void> openFile();
    [[nodiscard]] Result<void> truncate(qint64 size);
    [[nodiscard]] QByteArray state() const;
    [[nodiscard]] Result<void> writeState();
    [[nodiscard]] Error explained(Error error, qint64 wanted) const;

    const QString m_target;
    const bool m_hasChecksum;
    const std::shared_ptr<QFile> m_file; ///< given away by finish()
    FileVersion m_version;
    ByteRanges m_written;
    ByteRanges m_durable;
    std::optional<ByteRanges> m_syncing;
    bool m_isListed = false; ///< the state lists what was written, which the file's length does not tell
    qint64 m_described = -1; ///< total when the state file was written; -1: there is none
};

/// DiskFull for `path`, with `missing` as text and `missingBytes` as a number.
[[nodiscard]] Error diskFull(const QString &path, qint64 missing);

} // namespace kinframe::transfer
