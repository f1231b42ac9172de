// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/checksum.h"

#include <QFile>

#include <atomic>
#include <functional>
#include <memory>

namespace kinframe::transfer {

class SerialThread;

/// Hashes a part file while it is written: small ones at once, larger ones on a thread of their own, where what comes
/// in order is hashed as it comes and all else is read again as soon as what is before it is there, mostly from memory.
/// One thread at a time calls.
class FileHash : public std::enable_shared_from_this<FileHash>
{
public:
    FileHash(std::shared_ptr<SerialThread> thread, Checksum expected, const QString &path);

    /// These bytes were written there, and the file now has no gap before `prefix`. Without bytes: they were there.
    void wrote(qint64 offset, const QByteArray &bytes, qint64 prefix);
    /// Tells, here or on the hash's thread, whether the file of that size is what was expected. FileVanished.
    void finish(qint64 size, std::function<void(Result<bool>)> done);
    /// Nothing is told any more.
    void cancel() { m_isCancelled = true; }

private:
    void follow(qint64 offset, const QByteArray &bytes, qint64 prefix);
    [[nodiscard]] Result<void> readPiece();
    void catchUp();
    void tell(qint64 size, const std::function<void(Result<bool>)> &done);
    void post(std::function<void(FileHash &)> task);

    const std::shared_ptr<SerialThread> m_thread;
    const bool m_isNeeded;
    Checker m_checker;
    QFile m_file;
    std::atomic<bool> m_isCancelled = false;
    std::atomic<qint64> m_onTheWay = 0; ///< bytes that wait for the thread
    bool m_isAway = false;              ///< the thread has it
    // The thread's own, once it has it.
    qint64 m_hashed = 0;
    qint64 m_prefix = 0;
    bool m_isCatchingUp = false;
};

} // namespace kinframe::transfer
