// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/download_strands.h"
#include "transfer/download_threads.h"
#include "transfer/download_tries.h"
#include "transfer/file_download.h"
#include "transfer/file_hash.h"
#include "transfer/part_file.h"

#include <optional>

namespace kinframe::transfer {

/// One file's way here, over as many requests as it takes, several at once where that is faster. Everything runs on the
/// disk thread.
class DownloadJob : public std::enable_shared_from_this<DownloadJob>
{
public:
    using Ended = std::function<void(const std::shared_ptr<DownloadJob> &)>;

    DownloadJob(HttpClient &client, std::shared_ptr<DownloadThreads> threads, FileDownload what,
                DownloadObserver observer);

    void begin(const std::stop_token &stop, Ended ended);
    /// Ends it from outside, once; what has come is kept for another day. One that is whole and only waits for the disk
    /// is not ended.
    void end(Result<DownloadedFile> result);

private:
    void beginAddress();
    void resetHash();
    void request();
    enum class Place { Wait, OnlyIfFree };
    void beginStrand(qint64 from, qint64 to, Place place);
    [[nodiscard]] DownloadAttempt::Observer attemptObserver();

    void takeHead(DownloadAttempt &attempt);
    void takeWholeAnswer(DownloadAttempt &attempt);
    [[nodiscard]] Result<void> takeWhole(const HttpHead &head);
    [[nodiscard]] Result<void> emptyPart(FileVersion version);
    void takeBytes(DownloadAttempt &attempt);
    [[nodiscard]] bool write(Strand &strand, const QByteArray &bytes);
    void takeEnd(DownloadAttempt &attempt, const Result<HttpHead> &result);
    void next(const HttpHead &head);
    void syncSoon();
    void startOver();

    void splitMore();

    void complete(HttpHead head);
    void checked(const Result<bool> &matches, HttpHead head);
    void settle(HttpHead head);

    void strandFailed(DownloadAttempt &attempt, Error error,
                      std::optional<std::chrono::milliseconds> asked = std::nullopt);
    void attemptFailed(Error error, std::optional<std::chrono::milliseconds> asked);
    void wrongBytes(const QString &detail);
    void goOn(DownloadTries::Next next, const Error &error);
    void requestAfter(std::chrono::milliseconds delay);
    void tellProgress() const;
    void postBack(std::function<void(DownloadJob &)> task);

    HttpClient &m_client;
    const std::shared_ptr<DownloadThreads> m_threads;
    const std::shared_ptr<SerialThread> m_disk;
    const FileDownload m_what;
    DownloadObserver m_observer;
    Ended m_ended;
    DownloadTries m_tries;
    PartFile m_part;
    SplitPlan m_split;
    std::shared_ptr<FileHash> m_hash;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
    Strands m_strands;
    std::optional<HttpClient::TimerId> m_timer;
    bool m_hasRanges = false;
    bool m_isSyncing = false;
    bool m_isSettling = false;
    bool m_over = false;
};

} // namespace kinframe::transfer
