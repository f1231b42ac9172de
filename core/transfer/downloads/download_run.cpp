// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/downloads/download_run.h"

#include "base/clock.h"
#include "transfer/downloads/gallery.h"

#include <algorithm>
#include <utility>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 speedWindowMs = 5000;

} // namespace

void SpeedMeter::add(qint64 bytes, qint64 now)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes) {
        m_samples.clear(); // It began anew.
    }
    m_samples.push_back({now, bytes});
    while (m_samples.size() > 2 && m_samples[1].time <= now - speedWindowMs) {
        m_samples.pop_front();
    }
}

double SpeedMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2 || m_samples.back().time <= m_samples.front().time) {
        return 0;
    }
    return double(m_samples.back().bytes - m_samples.front().bytes) * 1000 /
           double(m_samples.back().time - m_samples.front().time);
}

bool DownloadRun::hasNews()
{
    const qint64 bytes = state->bytes;
    return state->hasAnswer && std::exchange(heardBytes, bytes) != bytes;
}

qint64 DownloadRun::missingRoom() const
{
    const qint64 bytes = state->bytes;
    if (state->total <= bytes) {
        return 0;
    }
    // Large files have their room on the disk before their bytes.
    const qint64 taken = FileDownloader::roomOfParts(arrivalPath(row.task.folder, row.task.id));
    return std::max<qint64>(0, state->total - std::max(bytes, taken));
}

FileDownload orderFor(const DownloadRow &row, const DownloadSource &source, std::chrono::seconds stallTimeout,
                      const std::shared_ptr<RunState> &state)
{
    FileDownload what;
    what.urls = {source.url};
    what.headers = source.headers;
    what.fingerprint = source.fingerprint;
    what.path = arrivalPath(row.task.folder, row.task.id);
    what.checksum = row.task.checksum;
    if (row.task.checksum.known() && row.task.totalBytes >= 0) {
        what.size = row.task.totalBytes;
    }
    // The retries are ours: while a task waits, others have its place.
    what.retry.retries = 0;
    what.stallTimeout = stallTimeout;
    what.refusal = [state](const HttpHead &head, QByteArrayView body) -> std::optional<Error> {
        state->hasAnswer = true;
        state->retryAfter = retryAfter(head, wallMs()).value_or(std::chrono::milliseconds(-1)).count();
        // That is how Immich says that it is not there, or not the caller's.
        if (head.status == 400 && body.toByteArray().contains("Not found or no")) {
            return Error{ErrorCode::RemoteNotFound,
                         {{u"host"_s, head.url.host()}, {u"status"_s, u"400"_s}, {u"url"_s, withoutSecrets(head.url)}},
                         {}};
        }
        return std::nullopt;
    };
    return what;
}

} // namespace kinframe::transfer
