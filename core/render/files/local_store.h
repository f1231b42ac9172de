// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/object_store.h"

namespace kinframe::render {

/// Files that people lay into a folder of this computer, by their paths below it. Nothing outside of the folder is
/// reached, whatever the key or a symbolic link in it says. Nothing is put there: what is uploaded is in the blob
/// store.
class LocalStore final : public ObjectStore
{
public:
    explicit LocalStore(QString folder);

    [[nodiscard]] bool isRemote() const override { return false; }
    [[nodiscard]] Result<std::optional<ObjectFacts>> look(const QString &key, const std::stop_token &stop) override;
    [[nodiscard]] Result<Digests> fetch(const QString &key, storage::BlobStore &blobs,
                                        const std::stop_token &stop) override;
    [[nodiscard]] Result<void> put(const QString &key, const QString &path, const Digests &digests,
                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<void> remove(const QString &key, const std::stop_token &stop) override;
    [[nodiscard]] QUrl link(const QString &key, std::chrono::seconds valid) const override;

private:
    /// Empty where there is no such ordinary file, or it lies elsewhere.
    [[nodiscard]] QString pathOf(const QString &key) const;

    QString m_folder;
};

} // namespace kinframe::render
