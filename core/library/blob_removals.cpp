// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/blob_removals.h"

#include "base/log.h"
#include "library/thumbnail_files.h"
#include "library/unused_blobs.h"
#include "storage/blob_store.h"
#include "storage/database.h"

#include <QFile>

#include <algorithm>

namespace kinframe::library {
namespace {

// So few are renamed between two writes of others that nobody feels it.
constexpr size_t mostAtOnce = 20;

/// What is no longer in the store.
struct Gone
{
    std::vector<QByteArray> blobs;
    std::vector<QString> files;
};

} // namespace

BlobRemovals::~BlobRemovals()
{
    stop();
}

void BlobRemovals::start(storage::Database &database, storage::BlobStore &blobs, const QString &thumbnailFolder)
{
    m_database = &database;
    m_blobs = &blobs;
    m_thumbnailFolder = thumbnailFolder;
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

void BlobRemovals::stop()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

void BlobRemovals::take(const QByteArray &sha256)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(sha256);
    }
    m_wake.notify_one();
}

void BlobRemovals::work(const std::stop_token &stop)
{
    for (std::vector<QByteArray> some = next(stop); !some.empty(); some = next(stop)) {
        remove(some);
    }
}

std::vector<QByteArray> BlobRemovals::next(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_queue.empty(); });
    std::vector<QByteArray> some;
    while (!stop.stop_requested() && !m_queue.empty() && some.size() < mostAtOnce) {
        some.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return some;
}

void BlobRemovals::remove(const std::vector<QByteArray> &some)
{
    // Looked up and set aside on the writer thread, where nobody can record the bytes in between. Only the rename:
    // giving the room of a large file back takes long.
    const auto gone = m_database->write([&](storage::Transaction &transaction) -> Result<Gone> {
        Gone found;
        for (const QByteArray &sha256 : some) {
            if (isRecorded(transaction.db(), sha256)) {
                continue;
            }
            found.blobs.push_back(sha256);
            if (auto path = m_blobs->setAside(sha256); !path) {
                qCWarning(logLibrary).noquote()
                    << "a deleted blob stays until the next sweep:" << path.error().forLog();
            } else if (!path->isEmpty()) {
                found.files.push_back(*path);
            }
        }
        return found;
    });
    if (!gone) {
        qCWarning(logLibrary).noquote() << "deleted blobs stay until the next sweep:" << gone.error().forLog();
        return;
    }
    for (const QString &path : gone->files) {
        QFile::remove(path);
    }
    for (const QByteArray &sha256 : gone->blobs) {
        // Where the bytes come back just now, their thumbnails are made anew when somebody asks for them.
        removeThumbnails(m_thumbnailFolder, sha256);
    }
}

} // namespace kinframe::library
