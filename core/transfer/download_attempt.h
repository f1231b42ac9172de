// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/body_pipe.h"
#include "transfer/file_download.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace kinframe::transfer {

class SerialThread;

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

    /// Of the file's bytes from `from` to before `to`; -1: to its end.
    DownloadAttempt(std::shared_ptr<SerialThread> disk, qint64 from, qint64 to, Observer observer);

    /// Asks for them, of that version of the file where there is a validator.
    void begin(HttpClient &client, HttpRequest request, const QByteArray &validator);
    /// Nothing of it is heard any more.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] qint64 to() const { return m_to; }
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
    HttpHandlers handlers();
    void tell();
    void hear();
    void post(std::function<void(DownloadAttempt &)> task);

    const std::shared_ptr<SerialThread> m_disk;
    const qint64 m_from;
    const qint64 m_to;
    const Observer m_observer;
    BodyPipe m_pipe;
    std::atomic<bool> m_isTold = false; ///< the disk thread is to look

    // The network thread's, until what they say is posted.
    std::optional<HttpHead> m_newHead;
    bool m_isSmall = false;
    qint64 m_toldAt = 0;
    qint64 m_untold = 0;

    // The disk thread's.
    HttpExchange m_exchange;
    HttpHead m_head;
    bool m_hasHead = false;
    QByteArray m_refusal;
    bool m_isRefused = false;
    bool m_isCancelled = false;
};

} // namespace kinframe::transfer
