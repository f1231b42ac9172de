// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace kinframe::library {

/// The folder that holds a library, and the lock that keeps a second process out of it. Held as long as it lives.
class LibraryFolder
{
public:
    /// Makes the folder where it is missing and locks it. LibraryBusy, DiskReadOnly, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<LibraryFolder>> open(const QString &root);
    ~LibraryFolder();
    LibraryFolder(const LibraryFolder &) = delete;
    LibraryFolder &operator=(const LibraryFolder &) = delete;

    /// KINFRAME_DATA, else the platform's folder for application data.
    [[nodiscard]] static QString defaultRoot();

    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] QString database() const;
    [[nodiscard]] QString blobs() const;
    [[nodiscard]] QString temporary() const;
    [[nodiscard]] QString thumbnails() const;
    [[nodiscard]] QString backups() const;
    [[nodiscard]] QString models() const;
    /// Where people lay files that renders may read by their paths below it.
    [[nodiscard]] QString objects() const;
    /// The secret of a remote store of objects.
    [[nodiscard]] QString objectsKey() const;
    /// Of uploads that are not whole yet.
    [[nodiscard]] QString uploads() const;
    /// Of the work spaces of render tasks.
    [[nodiscard]] QString renders() const;
    /// Small pictures of what other libraries hold.
    [[nodiscard]] QString remoteThumbnails() const;
    /// What signs in to other servers, where no keychain keeps it.
    [[nodiscard]] QString credentials() const;
    [[nodiscard]] QString logFile() const;
    /// What a running server tells about itself to later commands: its address and process id.
    [[nodiscard]] QString serverFile() const;

private:
    explicit LibraryFolder(QString root);
    QString m_root;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace kinframe::library
