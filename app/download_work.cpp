// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download_work.h"

#include "jobs/job_queue.h"
#include "transfer/downloads/downloads.h"
#include "transfer/downloads/join_library.h"
#include "transfer/http_client.h"

namespace kinframe::app {

using namespace std::chrono_literals;

DownloadWork::DownloadWork(const Parts &parts)
    : m_join(std::make_unique<transfer::JoinLibrary>(parts.library))
{
    transfer::Downloads::Parts own{parts.library.database, parts.events, parts.downloader, &parts.secrets,
                                   &parts.progress};
    own.join = [this](storage::Transaction &transaction, const transfer::DownloadTask &task) {
        m_join->enqueue(transaction, task);
    };
    own.alreadyHere = [this](const transfer::Checksum &checksum) { return m_join->find(checksum); };
    own.limitSpeed = [&client = parts.client](qint64 bytesPerSecond) { client.setDownloadLimit(bytesPerSecond); };
    m_downloads = std::make_unique<transfer::Downloads>(std::move(own));

    jobs::KindOptions joining;
    joining.kind = QString::fromUtf16(transfer::joinKind);
    joining.timeout = 0ms; // A long video takes a while to be hashed.
    parts.library.jobs.registerKind(
        joining, [this](const jobs::Job &job, jobs::JobContext &context) { return m_join->run(job, context); });
}

DownloadWork::~DownloadWork() = default;

void DownloadWork::start()
{
    m_downloads->start();
}

} // namespace kinframe::app
