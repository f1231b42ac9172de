// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/download_attempt.h"
#include "transfer/download_tries.h"
#include "transfer/file_download.h"
#include "transfer/part_file.h"

#include <optional>

namespace kinframe::transfer {

/// One file's way here, over as many requests as it takes. Everything runs on the disk thread.
class DownloadJob : public std::enable_shared_from_this<DownloadJob>
{
public:
    using Ended = std::function<void(const std::shared_ptr<DownloadJob> &)>;

    DownloadJob(HttpClient &client, std::shared_ptr<SerialThread> disk, FileDownload what, DownloadObserver observer);

    void begin(const std::stop_token &stop, Ended ended);
    /// Ends it from outside, once; what has come is kept for another day.
    void end(Result<DownloadedFile> result);

private:
    void beginAddress();
    void hashKept();
    void request();
    [[nodiscard]] DownloadAttempt::Observer attemptObserver();

    void takeHead(DownloadAttempt &attempt);
    [[nodiscard]] Result<void> takeWhole(const HttpHead &head);
    void takeBytes(DownloadAttempt &attempt);
    void takeEnd(DownloadAttempt &attempt, const Result<HttpHead> &result);
    void startOver();
    void complete(HttpHead head);

    void attemptFailed(Error error, std::optional<std::chrono::milliseconds> asked = {});
    void wrongBytes(const QString &detail);
    void goOn(DownloadTries::Next next, const Error &error);
    void requestAfter(std::chrono::milliseconds delay);
    void dropAttempt();
    void tellProgress() const;

    HttpClient &m_client;
    const std::shared_ptr<SerialThread> m_disk;
    const FileDownload m_what;
    DownloadObserver m_observer;
    Ended m_ended;
    DownloadTries m_tries;
    PartFile m_part;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
    std::shared_ptr<DownloadAttempt> m_attempt;
    std::optional<HttpClient::TimerId> m_timer;
    bool m_over = false;
};

} // namespace kinframe::transfer
