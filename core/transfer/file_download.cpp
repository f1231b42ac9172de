// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/file_download.h"

#include "transfer/download_job.h"
#include "transfer/download_threads.h"
#include "transfer/part_file.h"

namespace kinframe::transfer {

FileDownloader::FileDownloader(HttpClient &client)
    : m_client(client)
    , m_threads(std::make_shared<DownloadThreads>())
    , m_jobs(std::make_shared<std::unordered_set<std::shared_ptr<DownloadJob>>>())
{
}

FileDownloader::~FileDownloader()
{
    m_threads->disk.post([jobs = m_jobs] {
        // A copy: each job takes itself out of the set as it ends.
        for (const auto &job : std::unordered_set(*jobs)) {
            job->end(fail(ErrorCode::ShuttingDown));
        }
    });
    // What is whole gets its name still; what the others say goes back to the disk thread, the last to end.
    m_threads->settler.close();
    m_threads->hash.close();
    m_threads->disk.close();
}

void FileDownloader::start(FileDownload what, DownloadObserver observer, std::stop_token stop)
{
    const auto job = std::make_shared<DownloadJob>(m_client, m_threads, std::move(what), std::move(observer));
    m_threads->disk.post([job, jobs = m_jobs, stop = std::move(stop)] {
        jobs->insert(job);
        job->begin(stop, [weak = std::weak_ptr(jobs)](const std::shared_ptr<DownloadJob> &ended) {
            if (const auto set = weak.lock()) {
                set->erase(ended);
            }
        });
    });
}

std::future<Result<DownloadedFile>> FileDownloader::start(FileDownload what, std::stop_token stop)
{
    const auto promise = std::make_shared<std::promise<Result<DownloadedFile>>>();
    DownloadObserver observer;
    observer.done = [promise](const Result<DownloadedFile> &result) { promise->set_value(result); };
    auto future = promise->get_future();
    start(std::move(what), std::move(observer), std::move(stop));
    return future;
}

qint64 FileDownloader::roomOfParts(const QString &path)
{
    return PartFile::room(path);
}

void FileDownloader::removeParts(const QString &path)
{
    PartFile::remove(path);
}

} // namespace kinframe::transfer
