// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "library/services.h"

#include <chrono>
#include <memory>

class QThread;

namespace kinframe::library {

struct FolderWatchOptions
{
    std::chrono::milliseconds gathering = std::chrono::milliseconds(1500); ///< changes come in flocks
    std::chrono::milliseconds glance = std::chrono::seconds(5);            ///< between looks whether folders are there
    std::chrono::milliseconds poll = std::chrono::minutes(10);    ///< between looks through a folder the system watches
    std::chrono::milliseconds slowPoll = std::chrono::minutes(2); ///< and through one that it cannot
    int mostWatched = 4096; ///< folders and folders in them; the system has a limit that others need a part of
};

/// Follows the watched folders of a library and has them looked through when something changes in them: as the system
/// tells, and now and then anyway, since network drives tell nothing. It notices that a folder has gone or has come
/// back. On a thread of its own while it lives; made and ended by one thread.
class FolderWatch
{
public:
    FolderWatch(const Services &services, EventBus &events, const FolderWatchOptions &options = {});
    ~FolderWatch();
    FolderWatch(const FolderWatch &) = delete;
    FolderWatch &operator=(const FolderWatch &) = delete;

private:
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<EventBus::Subscription> m_subscription;
};

} // namespace kinframe::library
