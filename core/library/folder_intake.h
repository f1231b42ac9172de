// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bounded_queue.h"
#include "library/folder_row.h"
#include "library/importer.h"

#include <atomic>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace kinframe::library {

/// Takes files of a folder into the library, several at a time, and records which belong to it and which could not be
/// taken. Its calls from one thread, which is not the writer's.
class FolderIntake
{
public:
    FolderIntake(const Services &services, const Folder &folder, const Owner &owner, std::stop_token stop);
    ~FolderIntake();
    FolderIntake(const FolderIntake &) = delete;
    FolderIntake &operator=(const FolderIntake &) = delete;

    /// Waits while many wait. False once nothing more can be taken: see finish().
    [[nodiscard]] bool take(const QString &path);
    [[nodiscard]] qint64 taken() const { return m_taken; }
    /// Returns when all is recorded. DiskFull and the like where that ended it, Canceled.
    [[nodiscard]] Result<void> finish();

private:
    struct Outcome
    {
        QString path;
        Result<Registered> registered;
    };

    void work();
    void note(Outcome outcome);
    [[nodiscard]] Result<void> record(std::vector<Outcome> outcomes);
    void recordOne(storage::Transaction &transaction, const Outcome &outcome);

    Services m_services;
    const Folder m_folder;
    const Owner m_owner;
    const std::stop_token m_stop;
    Importer m_importer;
    BoundedQueue<QString> m_files;
    std::atomic<qint64> m_taken = 0;
    std::mutex m_mutex;
    std::vector<Outcome> m_outcomes; ///< not recorded yet; guarded by m_mutex
    std::optional<Error> m_failure;  ///< that ends all; guarded by m_mutex
    std::vector<std::jthread> m_threads;
};

} // namespace kinframe::library
