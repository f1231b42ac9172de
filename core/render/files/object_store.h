// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "base/result.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>

namespace kinframe::storage {
class BlobStore;
}

namespace kinframe::render {

/// What a store says of an object without giving it.
struct ObjectFacts
{
    QString version; ///< another one where its bytes have changed
    qint64 size = 0; ///< bytes
};

/// Where objects lie besides the blob store, by their keys: a folder of this computer, or a bucket. Every call from any
/// thread; all may wait for a disk or a server. Keys are checked, see checkKey(). StoreFailed where the store does not
/// do what it should.
class ObjectStore
{
public:
    virtual ~ObjectStore() = default;

    /// Whether files are put there too, and links lead there.
    [[nodiscard]] virtual bool isRemote() const = 0;
    /// Nothing where there is no such object.
    [[nodiscard]] virtual Result<std::optional<ObjectFacts>> look(const QString &key, const std::stop_token &stop) = 0;
    /// Copies the object into the blob store. FileNotFound where it is not there (any more), disk errors.
    [[nodiscard]] virtual Result<Digests> fetch(const QString &key, storage::BlobStore &blobs,
                                                const std::stop_token &stop) = 0;
    /// Puts a file of this computer there, whose bytes do not change.
    [[nodiscard]] virtual Result<void> put(const QString &key, const QString &path, const Digests &digests,
                                           const std::stop_token &stop) = 0;
    /// Nothing happens where there is none.
    [[nodiscard]] virtual Result<void> remove(const QString &key, const std::stop_token &stop) = 0;
    /// Lets whoever has it GET the object for so long; empty where links lead to this program.
    [[nodiscard]] virtual QUrl link(const QString &key, std::chrono::seconds valid) const = 0;
};

} // namespace kinframe::render
