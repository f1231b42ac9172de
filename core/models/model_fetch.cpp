// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_fetch.h"

#include "base/log.h"

namespace kinframe::models {

using namespace Qt::StringLiterals;

namespace {

/// How soon a stop is noticed while another process fetches.
constexpr int lookAgainMs = 200;

} // namespace

ModelFetch::ModelFetch(transfer::FileDownloader &downloader, QString folder, const FetchOptions &options,
                       std::stop_token stop)
    : m_downloader(downloader)
    , m_folder(std::move(folder))
    , m_options(options)
    , m_stop(std::move(stop))
    , m_lock(m_folder + u"/fetch.lock"_s)
{
    // A fetch may take long; only a lock whose process is gone is stale.
    m_lock.setStaleLockTime(0);
}

Result<void> ModelFetch::lock()
{
    while (!m_lock.tryLock(lookAgainMs)) {
        if (m_lock.error() != QLockFile::LockFailedError) {
            return fail(ErrorCode::DiskReadOnly, {{u"path"_s, m_folder}});
        }
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
    }
    return {};
}

Result<void> ModelFetch::run(const std::vector<ModelFile> &files)
{
    qint64 total = 0;
    for (const ModelFile &file : files) {
        total += file.size;
    }
    qint64 before = 0;
    for (const ModelFile &file : files) {
        if (auto brought = bring(file, before, total); !brought) {
            return brought;
        }
        before += file.size;
    }
    return {};
}

Result<void> ModelFetch::bring(const ModelFile &file, qint64 before, qint64 total)
{
    transfer::FileDownload what;
    what.urls = file.urls;
    what.path = m_folder + u'/' + file.name;
    what.size = file.size;
    what.checksum = transfer::Checksum::sha256(file.sha256);
    what.retry = m_options.retry;
    std::promise<Result<transfer::DownloadedFile>> promise;
    transfer::DownloadObserver observer;
    observer.progress = [&](qint64 bytes, qint64) {
        if (m_options.progress) {
            m_options.progress({file.name, before + bytes, total});
        }
    };
    observer.done = [&](const Result<transfer::DownloadedFile> &result) { promise.set_value(result); };
    auto future = promise.get_future();
    m_downloader.start(std::move(what), std::move(observer), m_stop);
    const auto result = future.get();
    if (!result) {
        return failed(result);
    }
    qCInfo(logTransfer).noquote() << "model" << file.name << "is here";
    return {};
}

} // namespace kinframe::models
