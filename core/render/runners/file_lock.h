// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace kinframe::render {

/// A lock on a file that its process holds until it ends, however it ends. Processes that it starts do not have it.
/// Seen from other computers too, where the file system has such locks (NFS has). A process must not open the file in
/// another way while it holds the lock.
class FileLock
{
public:
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Makes the file where it is not there. Conflict where another process holds it; what the disk may fail with.
    [[nodiscard]] static Result<std::unique_ptr<FileLock>> take(const QString &path);

    /// Whether another process holds it; does not disturb one that is about to take it.
    [[nodiscard]] static bool isHeld(const QString &path);

private:
    explicit FileLock(qintptr handle);

    qintptr m_handle;
};

} // namespace kinframe::render
