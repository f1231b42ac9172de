// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"
#include "storage/verified_files.h"

#include <QFile>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace kinframe::storage {

/// Files named by the SHA-256 of their bytes: `blobs/ab/cd/<sha256>`. Bytes are written to a temporary file, hashed
/// while written, synced, renamed, and only then recorded by the caller; what is never recorded is swept at the next
/// start. Every call from any thread.
class BlobStore
{
public:
    /// Both folders lie on one volume; they are made where missing.
    [[nodiscard]] static Result<std::unique_ptr<BlobStore>> open(const QString &blobFolder,
                                                                 const QString &temporaryFolder);

    /// Where the bytes with that SHA-256 (32 bytes) lie, or would.
    [[nodiscard]] QString pathOf(QByteArrayView sha256) const;
    [[nodiscard]] bool has(QByteArrayView sha256) const;
    /// Whether the bytes lie here whole: read and compared with their name, again only where the file has changed
    /// since. What others delete theirs for.
    [[nodiscard]] bool holds(QByteArrayView sha256) const;

    [[nodiscard]] QString folder() const { return m_blobFolder; }

    /// A fresh name in the temporary folder.
    [[nodiscard]] QString temporaryPath() const;
    [[nodiscard]] QString temporaryFolder() const { return m_temporaryFolder; }

    /// Copies a file in; where it should have that SHA-256 only if it has. FileEmpty, FileNotFound, FileVanished,
    /// FileChanged, FileDamaged, DiskFull, …; nothing is left then.
    [[nodiscard]] Result<Digests> addCopyOf(const QString &path, QByteArrayView expected = {});
    /// Takes a file of the temporary folder over whose digests are known already; it is synced and renamed. Where those
    /// bytes lie here whole, it is removed; where they are damaged, it takes their place.
    [[nodiscard]] Result<void> adopt(const QString &temporary, const Digests &digests);
    /// Small bytes.
    [[nodiscard]] Result<Digests> addBytes(QByteArrayView bytes);

    /// As long as the handle lives nothing is removed: for a backup, whose database names what it must still find. What
    /// was to be removed meanwhile is left to the next sweep.
    [[nodiscard]] std::shared_ptr<void> keepAll();
    /// The same for one blob: between finding its bytes here and recording them nobody takes them away.
    [[nodiscard]] std::shared_ptr<void> keep(const QByteArray &sha256);
    /// Takes the file away; nothing happens where there is none.
    Result<void> remove(QByteArrayView sha256);
    /// The same, but the file goes into the temporary folder, for the caller to remove; gives its path there, empty
    /// where there is none or it is kept. Takes no longer for a large one.
    [[nodiscard]] Result<QString> setAside(QByteArrayView sha256);

    /// Whether the bytes still are what their name says. FileDamaged, FileNotFound.
    [[nodiscard]] Result<void> verify(QByteArrayView sha256) const;

    /// Every SHA-256 in the store, until the function says false.
    void forEach(const std::function<bool(const QByteArray &sha256)> &visit) const;
    /// Removes what an interrupted run left in the temporary folder.
    void sweepTemporary() const;

private:
    BlobStore(QString blobFolder, QString temporaryFolder);
    [[nodiscard]] bool isKept(QByteArrayView sha256) const; // under the lock of removals
    [[nodiscard]] Result<void> makeFolderDurably(const QString &folder);
    QString m_blobFolder;
    QString m_temporaryFolder;
    mutable VerifiedFiles m_verified; ///< by their SHA-256
    std::mutex m_folderMutex;
    std::mutex m_removalMutex;
    std::shared_ptr<void> m_keeper = std::make_shared<int>(0); ///< shared by every handle of keepAll
    std::map<QByteArray, std::weak_ptr<void>> m_kept;          ///< by the handles of keep
};

} // namespace kinframe::storage
