// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/object_store.h"
#include "render/files/s3_calls.h"

namespace kinframe::transfer {
class FileDownloader;
}

namespace kinframe::render {

/// The objects of a bucket of S3, or of a server that speaks as it does.
class S3Store final : public ObjectStore
{
public:
    /// Client and downloader outlive it.
    S3Store(transfer::HttpClient &client, transfer::FileDownloader &downloader, const S3Settings &settings);

    [[nodiscard]] bool isRemote() const override { return true; }
    [[nodiscard]] Result<std::optional<ObjectFacts>> look(const QString &key, const std::stop_token &stop) override;
    [[nodiscard]] Result<Digests> fetch(const QString &key, storage::BlobStore &blobs,
                                        const std::stop_token &stop) override;
    [[nodiscard]] Result<void> put(const QString &key, const QString &path, const Digests &digests,
                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<void> remove(const QString &key, const std::stop_token &stop) override;
    [[nodiscard]] QUrl link(const QString &key, std::chrono::seconds valid) const override;

    /// Whether the bucket can be used: asks for it.
    [[nodiscard]] Result<void> check();

private:
    S3Calls m_calls;
    transfer::FileDownloader &m_downloader;
};

} // namespace kinframe::render
