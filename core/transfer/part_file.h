// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/checksum.h"
#include "transfer/http_message.h"

#include <QFile>

#include <optional>

namespace kinframe::transfer {

/// Which bytes a part file holds the beginning of.
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
    PartFile(QString target, Checksum checksum);

    /// Opens or makes it and decides what can be kept of an earlier attempt at the same source.
    [[nodiscard]] Result<void> open(const QByteArray &source);
    /// Hashes a few MB of what was kept. True when all of it is hashed.
    [[nodiscard]] Result<bool> hashKept();

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const FileVersion &version() const { return m_version; }
    /// Whether nothing more is to come.
    [[nodiscard]] bool complete() const { return m_version.size >= 0 && m_size == m_version.size; }

    /// Whether it would be noticed if what comes next belonged to another version; true where nothing is there yet.
    [[nodiscard]] bool canGoOn() const { return m_size == 0 || m_hasChecksum || !m_version.validator().isEmpty(); }

    /// DiskFull where the rest of the file has no room; `expected` is its size where the server does not tell.
    [[nodiscard]] Result<void> checkRoom(std::optional<qint64> expected) const;

    /// Empties it for another version of the file.
    [[nodiscard]] Result<void> startOver(FileVersion version);
    /// Whether a 206 goes on exactly where the part ends, in the same version of the file.
    [[nodiscard]] bool isContinuedBy(const HttpHead &head, const ContentRange &range) const;
    void learnSize(qint64 size) { m_version.size = size; }
    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    /// Leaves it for another day.
    [[nodiscard]] Result<void> suspend();
    /// Moves it to its target, durably. Only once, after matches().
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] bool matches() { return m_checker.matches(); }
    void discard();

    /// Removes what an earlier process left of a download to `target`.
    static void remove(const QString &target);

private:
    [[nodiscard]] qint64 keptOf(const QByteArray &source);
    [[nodiscard]] Result<void> truncate(qint64 size);
    [[nodiscard]] Result<void> writeState();
    [[nodiscard]] Error explained(Error error, qint64 wanted) const;

    const QString m_target;
    const bool m_hasChecksum;
    Checker m_checker;
    QFile m_file;
    FileVersion m_version;
    qint64 m_size = 0;
    qint64 m_hashed = 0;
    qint64 m_durable = 0;
    bool m_described = false; ///< whether the state file says what the part is
};

/// DiskFull for `path`, with `missing` as text and `missingBytes` as a number.
[[nodiscard]] Error diskFull(const QString &path, qint64 missing);

} // namespace kinframe::transfer
