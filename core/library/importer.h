// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "library/register_asset.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace kinframe::library {

/// What came with a file besides its bytes.
struct FileFacts
{
    QString fileName; ///< for people; empty: the last part of the path
    std::optional<qint64> fileCreatedAt;
    std::optional<qint64> fileModifiedAt;
    bool isFavorite = false;
    QString deviceAssetId;
    QString deviceId;
    QString sidecar; ///< XMP that came with it; a file of this computer has its own beside it
    int priority = 0;
    bool isBeyondQuota = false; ///< as in NewAsset
    /// What else is to be written with it, in the same transaction: a failure of it refuses the file.
    std::function<Result<void>(storage::Transaction &, const Registered &)> also = {};
};

/// Takes files into a library: sniffs what they are, stores their bytes, records them. A file that is refused changes
/// nothing. Every call from any thread but the writer's.
class Importer
{
public:
    enum class Placement { Copy, InPlace };

    explicit Importer(const Services &services);

    /// A file of this computer, with the XMP sidecar beside it. An indexed file that has not changed since is not read.
    [[nodiscard]] Result<Registered> addFile(const Owner &owner, const QString &path, Placement placement,
                                             FileFacts facts);
    /// As a copy by addFile(), but recorded by whoever calls what is given, in a transaction of theirs: many files then
    /// share one. FileVanished of that: the bytes were removed meanwhile, so begin anew.
    using Recording = std::function<Result<Registered>(storage::Transaction &)>;
    [[nodiscard]] Result<Recording> storeCopy(const Owner &owner, const QString &path, FileFacts facts);
    /// A file in the store's temporary folder whose digests are known: it is taken over, or removed.
    [[nodiscard]] Result<Registered> addSpooled(const Owner &owner, const QString &temporary, const Digests &digests,
                                                const FileFacts &facts);

private:
    [[nodiscard]] static Result<NewAsset> describeFile(const Owner &owner, const QString &path, FileFacts &facts);
    [[nodiscard]] static Result<Registered> record(storage::Transaction &transaction, const Services &services,
                                                   const NewAsset &asset, const FileFacts &facts);
    [[nodiscard]] Result<Registered> store(NewAsset asset, const FileFacts &facts,
                                           const std::function<Result<Digests>()> &putBytes,
                                           std::shared_ptr<void> kept = {});
    [[nodiscard]] std::optional<Registered> unchanged(const Owner &owner, const QString &path);

    Services m_services;
};

} // namespace kinframe::library
