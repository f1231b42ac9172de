// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/body_pipe.h"
#include "transfer/file_download.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace kinframe::transfer {

/// One request of a download and its answer. The network's thread only posts to the disk thread, where all else runs.
class DownloadAttempt : public std::enable_shared_from_this<DownloadAttempt>
{
public:
    /// Told on the disk thread, until the attempt is cancelled.
    struct Observer
    {
        std::function<void(DownloadAttempt &)> head;  ///< it is there
        std::function<void(DownloadAttempt &)> bytes; ///< some have come: take() them
        std::function<void(DownloadAttempt &, const Result<HttpHead> &)> end;
    };
    /// Why an answer is no file, and when the server wants to be asked again.
    struct Refusal
    {
        Error error;
        std::optional<std::chrono::milliseconds> retryAfter;
    };

    /// Of the file's bytes from `from` on.
    DownloadAttempt(std::shared_ptr<SerialThread> disk, qint64 from, Observer observer);

    /// Asks for them, of that version of the file where there is a validator.
    void begin(HttpClient &client, HttpRequest request, const QByteArray &validator);
    /// Nothing of it is heard any more.
    void cancel();

    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] const HttpHead &head() const { return m_head; }
    /// The bytes that have come; the network goes on where it waited.
    [[nodiscard]] QByteArray take();

    /// The answer is no file: its bytes are kept as far as they may say why.
    void isRefusal() { m_isRefused = true; }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }
    /// False once enough has come.
    [[nodiscard]] bool keepRefusal(const QByteArray &bytes);
    [[nodiscard]] Refusal refusal(const FileDownload &what, const QUrl &url) const;

private:
    void post(std::function<void(DownloadAttempt &)> task);

    const std::shared_ptr<SerialThread> m_disk;
    const qint64 m_from;
    const Observer m_observer;
    BodyPipe m_pipe;
    HttpExchange m_exchange;
    HttpHead m_head;
    QByteArray m_refusal;
    bool m_isRefused = false;
    bool m_isCancelled = false;
};

} // namespace kinframe::transfer
