// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <functional>
#include <memory>

namespace kinframe {

/// Opens an existing ordinary file for reading; folders, devices and pipes are refused.
/// FileNotFound, FileIsDirectory, FileUnreadable.
[[nodiscard]] Result<std::unique_ptr<QFile>> openForReading(const QString &path);

/// Hands a file on in pieces of up to 1 MB. Fails with FileVanished where it ends before its size, and with what
/// `consume` fails with.
[[nodiscard]] Result<void> readWhole(const QString &path, const std::function<Result<void>(QByteArrayView)> &consume);

/// A small file as bytes; TooLarge above `limit`.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

/// Writes all or fails with DiskFull, DiskReadOnly or DiskFailed. Part of it may have been written then.
[[nodiscard]] Result<void> writeAll(QFile &file, QByteArrayView bytes);

/// Returns when the file's bytes are on the disk.
[[nodiscard]] Result<void> syncFile(QFile &file);
/// Returns when the folder's entries are on the disk (nothing to do on Windows).
[[nodiscard]] Result<void> syncFolder(const QString &folder);

/// Renames within one volume, over an existing file: whoever opens the name finds the old or the new one.
[[nodiscard]] Result<void> renameOver(const QString &from, const QString &to);
/// As renameOver, and syncs the folder.
[[nodiscard]] Result<void> renameDurably(const QString &from, const QString &to);
/// Replaces a small file as a whole: after a crash it is the old or the new. `ownerOnly` gives it mode 0600.
[[nodiscard]] Result<void> replaceFile(const QString &path, QByteArrayView bytes, bool ownerOnly = false);

[[nodiscard]] Result<void> makeFolder(const QString &path);
/// Bytes that this user may still write on the volume of `path`; -1 where that is unknown.
[[nodiscard]] qint64 freeSpace(const QString &path);

/// What the last system call on `path` failed with, as one of our errors.
[[nodiscard]] Error systemError(const QString &path, int error);

} // namespace kinframe
