// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "library/services.h"

#include <memory>

namespace kinframe {
class ProgressRegistry;
namespace transfer {
class Downloads;
class FileDownloader;
class HttpClient;
class JoinLibrary;
class SecretStore;
} // namespace transfer
} // namespace kinframe

namespace kinframe::app {

/// The downloads of an open library and what adds them to it, put together. On the main thread.
class DownloadWork
{
public:
    struct Parts
    {
        const library::Services &library;
        EventBus &events;
        ProgressRegistry &progress;
        transfer::HttpClient &client;
        transfer::FileDownloader &downloader;
        transfer::SecretStore &secrets;
    };
    /// The parts outlive it. Registers its kind of job.
    explicit DownloadWork(const Parts &parts);
    /// What comes goes on at the next start.
    ~DownloadWork();
    DownloadWork(const DownloadWork &) = delete;
    DownloadWork &operator=(const DownloadWork &) = delete;

    void start();
    [[nodiscard]] transfer::Downloads &downloads() { return *m_downloads; }

private:
    std::unique_ptr<transfer::JoinLibrary> m_join;
    std::unique_ptr<transfer::Downloads> m_downloads;
};

} // namespace kinframe::app
