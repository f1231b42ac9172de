// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/manifest.h"
#include "transfer/file_download.h"

#include <QLockFile>

namespace kinframe::models {

/// How far a fetch is, over all the files that it brings.
struct FetchProgress
{
    QString file;
    qint64 bytes = 0;
    qint64 total = 0;
};

struct FetchOptions
{
    /// Called on the downloader's disk thread; returns at once.
    std::function<void(const FetchProgress &)> progress;
    transfer::RetryPolicy retry;
};

/// One run over the files that are missing, for one at a time among all processes.
class ModelFetch
{
public:
    ModelFetch(transfer::FileDownloader &downloader, QString folder, const FetchOptions &options, std::stop_token stop);

    /// Waits until no other runs. Canceled; DiskReadOnly where the folder cannot be written.
    [[nodiscard]] Result<void> lock();
    /// Stops at the first failure; what came before it stays.
    [[nodiscard]] Result<void> run(const std::vector<ModelFile> &files);

private:
    [[nodiscard]] Result<void> bring(const ModelFile &file, qint64 before, qint64 total);

    transfer::FileDownloader &m_downloader;
    const QString m_folder;
    const FetchOptions &m_options;
    const std::stop_token m_stop;
    QLockFile m_lock;
};

} // namespace kinframe::models
