// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"

#include <QCryptographicHash>
#include <QFile>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace kinframe::render {

/// What a piece of an upload must hash to.
struct PieceChecksum
{
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha1;
    QByteArray value;
};

/// How a piece ended.
enum class PieceEnd {
    Taken,
    Mismatch, ///< the checksum is another: nothing of the piece is kept
};

/// The file of an upload that is not whole yet: what is really on the disk is what has come. A piece with a checksum
/// counts only once that has been checked, also where the program ends in between: a mark beside the file says from
/// where on it is not checked yet. One writer at a time: a later one takes the file from an earlier one, whose
/// connection may have died without a word. Any thread.
class PartialFile
{
public:
    explicit PartialFile(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] Result<void> create();
    /// Bytes that have come and count; a mark that a dead program left is settled. -1: there is no such file.
    [[nodiscard]] qint64 size();
    void remove();
    [[nodiscard]] QString path() const { return m_path; }
    /// Held by who makes the whole file of it.
    [[nodiscard]] std::mutex &completion() { return m_completion; }

    /// One piece as it arrives.
    class Writer
    {
    public:
        ~Writer();
        Writer(const Writer &) = delete;
        Writer &operator=(const Writer &) = delete;

        /// Conflict where another writer has taken the file over; disk errors.
        [[nodiscard]] Result<void> add(QByteArrayView bytes);
        /// The piece has come whole: checked and on the disk. Once.
        [[nodiscard]] Result<PieceEnd> finish();
        /// Bytes of the file with what has been added.
        [[nodiscard]] qint64 offset() const { return m_offset; }
        /// Of the whole file, where this writer has written all of it.
        [[nodiscard]] std::optional<Digests> digests();

    private:
        friend class PartialFile;
        Writer(std::shared_ptr<PartialFile> file, quint64 number);

        std::shared_ptr<PartialFile> m_file;
        quint64 m_number;
        QFile m_out;
        qint64 m_begin = 0;
        qint64 m_offset = 0;
        qint64 m_limit = 0;
        std::optional<PieceChecksum> m_checksum;
        std::optional<QCryptographicHash> m_hash;
        std::optional<MultiHash> m_whole; ///< from the first byte on
        bool m_isFinished = false;
    };

    /// Begins a piece at `offset`; the file grows to `limit` bytes at most (TooLarge). Conflict where it does not end
    /// at `offset`.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> write(const std::shared_ptr<PartialFile> &file, qint64 offset,
                                                               qint64 limit,
                                                               const std::optional<PieceChecksum> &checksum);

private:
    [[nodiscard]] QString markPath() const;
    [[nodiscard]] qint64 sizeLocked();
    void forgetUnchecked();

    const QString m_path;
    std::mutex m_completion;
    std::mutex m_mutex;
    quint64 m_writer = 0;      ///< number of the one that may write
    bool m_isChecking = false; ///< its piece has a checksum
    qint64 m_checkedBegin = 0; ///< where that piece begins
};

} // namespace kinframe::render
