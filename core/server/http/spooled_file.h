// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"

#include <QFile>
#include <QString>

#include <atomic>
#include <memory>

namespace kinframe::http {

/// A file of a request's body on the library's volume, hashed while it arrives. It goes with its last owner unless a
/// handler takes it. Written by one thread; then any thread may read it.
class SpooledFile
{
public:
    /// A new file in the folder. DiskFull, DiskReadOnly or DiskFailed.
    [[nodiscard]] static Result<std::shared_ptr<SpooledFile>> create(const QString &folder);
    ~SpooledFile();
    SpooledFile(const SpooledFile &) = delete;
    SpooledFile &operator=(const SpooledFile &) = delete;

    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Ends the writing.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] const Digests &digests() const { return m_digests; }
    /// Hands the file over: who calls this first owns it and must rename or remove it. Empty for everyone after that.
    [[nodiscard]] QString take();

private:
    explicit SpooledFile(const QString &path);

    QFile m_file;
    MultiHash m_hash;
    Digests m_digests;
    std::atomic_bool m_taken = false;
};

} // namespace kinframe::http
