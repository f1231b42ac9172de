// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/checksum.h"
#include "transfer/http_client.h"
#include "transfer/retry.h"

#include <QString>

#include <unordered_set>

namespace kinframe::transfer {

class DownloadJob;
struct DownloadThreads;

/// When a large file is fetched in several ranges at once. It needs a server that tells the file's version (a strong
/// ETag or an old enough date) and gives ranges; each range takes one of the places that its host has, if one is free.
struct SplitPolicy
{
    int ranges = 6; ///< at most; 1: never
    qint64 leastFile = 32 * 1024 * 1024;
    qint64 leastRange = 1024 * 1024;
    qint64 mostRange = 16 * 1024 * 1024;
    /// How long one connection shows how fast it is.
    std::chrono::milliseconds lookFor{250};
    /// What is here sooner than that comes on one.
    std::chrono::milliseconds worth{1000};
};

/// One file to fetch: where it may come from, what it must be, where it goes.
struct FileDownload
{
    /// Tried in order: the next one when one fails for good, or again and again.
    std::vector<QUrl> urls;
    HttpHeaders headers;
    /// The finished file; it replaces one that is there. The folder exists. Until then `<path>.part` and
    /// `<path>.part.json` lie beside it and a later download to the same path goes on from them. One at a time per
    /// path.
    QString path;
    std::optional<qint64> size;
    Checksum checksum;
    /// Of the only certificate that the server may show; see HttpRequest.
    QByteArray fingerprint;
    RetryPolicy retry;
    std::chrono::seconds stallTimeout{30};
    SplitPolicy split;
    /// Turns an answer that is not one of success into a better error than accepted() does; gets the body's first 4 KB.
    std::function<std::optional<Error>(const HttpHead &, QByteArrayView)> refusal;
};

struct DownloadedFile
{
    QString path;
    qint64 size = 0;
    /// Of the answer that completed it; empty where the whole file lay there already.
    HttpHead head;
};

/// Who hears of a download. All are called on the downloader's disk thread, `done` where its executor says, and return
/// at once. No call comes after `done`.
struct DownloadObserver
{
    /// Bytes of the file that are written, and its size or -1. Goes back where a file has to be fetched anew.
    std::function<void(qint64 bytes, qint64 total)> progress;
    /// All of it is here and right, only it is not safely on the disk yet: time to begin another one. Once at most.
    std::function<void()> received;
    /// It failed for now and is tried again after the delay.
    std::function<void(const Error &error, std::chrono::milliseconds delay)> waiting;
    /// Exactly once. Canceled, ShuttingDown, the errors of an exchange and of accepted(), RemoteChecksum (wrong length
    /// or checksum everywhere), DiskFull (with `missing` and `missingBytes`) and the other disk errors.
    std::function<void(Result<DownloadedFile>)> done;
    Executor executor;
};

/// Fetches files through an HttpClient, within its download limit, and writes them on threads of its own. A file has
/// its name only when it is whole, right and safely on the disk. Any thread. The client must live longer; the
/// destructor ends what runs with ShuttingDown and keeps the part files.
class FileDownloader
{
public:
    explicit FileDownloader(HttpClient &client);
    ~FileDownloader();
    FileDownloader(const FileDownloader &) = delete;
    FileDownloader &operator=(const FileDownloader &) = delete;

    /// A stop keeps what has come for a later download; removeParts() throws it away.
    void start(FileDownload what, DownloadObserver observer, std::stop_token stop = {});
    [[nodiscard]] std::future<Result<DownloadedFile>> start(FileDownload what, std::stop_token stop = {});

    /// The room on the disk, in bytes, that an unfinished download to `path` has: for what came of it and, where the
    /// system can set that apart, for the rest.
    [[nodiscard]] static qint64 roomOfParts(const QString &path);
    /// Removes what an unfinished download to `path` left.
    static void removeParts(const QString &path);

private:
    HttpClient &m_client;
    std::shared_ptr<DownloadThreads> m_threads;
    /// Used on the disk thread only.
    std::shared_ptr<std::unordered_set<std::shared_ptr<DownloadJob>>> m_jobs;
};

} // namespace kinframe::transfer
