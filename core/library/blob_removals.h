// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace kinframe::storage {
class BlobStore;
class Database;
} // namespace kinframe::storage

namespace kinframe::library {

/// Takes the files of deleted blobs and their thumbnails away, on a thread of its own: there may be thousands of them,
/// and nobody's write waits for that. What is left when it stops, or the program is killed, goes with the sweep of the
/// next start.
class BlobRemovals
{
public:
    BlobRemovals() = default;
    /// As stop().
    ~BlobRemovals();
    BlobRemovals(const BlobRemovals &) = delete;
    BlobRemovals &operator=(const BlobRemovals &) = delete;

    /// Begins, with what was given before too. Both outlive stop(). Once.
    void start(storage::Database &database, storage::BlobStore &blobs, const QString &thumbnailFolder);
    /// Waits for the few that it is about.
    void stop();

    /// The deletion is committed. Bytes that are recorded again by then stay. From any thread; returns at once.
    void take(const QByteArray &sha256);

private:
    void work(const std::stop_token &stop);
    [[nodiscard]] std::vector<QByteArray> next(const std::stop_token &stop);
    void remove(const std::vector<QByteArray> &some);

    storage::Database *m_database = nullptr;
    storage::BlobStore *m_blobs = nullptr;
    QString m_thumbnailFolder;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<QByteArray> m_queue;
    std::jthread m_thread;
};

} // namespace kinframe::library
