// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_attempt.h"

#include "base/clock.h"
#include "transfer/http_errors.h"
#include "transfer/serial_thread.h"

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// Enough to keep the disk busy, little enough for many downloads at once.
constexpr qsizetype pipeCapacity = 2 * 1024 * 1024;
/// What is worth waking the disk's thread for while more is coming.
constexpr qint64 portion = 512 * 1024;
/// A file up to this goes to the disk as a whole, unless it comes slowly.
constexpr qint64 small = 256 * 1024;
constexpr qint64 slowMs = 100;
constexpr qsizetype longestRefusal = 4096;

} // namespace

DownloadAttempt::DownloadAttempt(std::shared_ptr<SerialThread> disk, qint64 from, qint64 to, Observer observer)
    : m_disk(std::move(disk))
    , m_from(from)
    , m_to(to)
    , m_observer(std::move(observer))
    , m_pipe(pipeCapacity)
{
}

void DownloadAttempt::begin(HttpClient &client, HttpRequest request, const QByteArray &validator)
{
    if (m_from > 0 || m_to >= 0) {
        const QByteArray last = m_to >= 0 ? QByteArray::number(m_to - 1) : QByteArray();
        request.headers.push_back({"Range", "bytes=" + QByteArray::number(m_from) + '-' + last});
        if (!validator.isEmpty()) {
            request.headers.push_back({"If-Range", validator});
        }
    }
    m_exchange = client.send(std::move(request), handlers());
}

HttpHandlers DownloadAttempt::handlers()
{
    const auto self = shared_from_this();
    HttpHandlers handlers;
    handlers.head = [self](const HttpHead &head) -> Result<void> {
        const auto length = head.contentLength();
        self->m_isSmall = length && *length <= small;
        self->m_pipe.expect(std::min<qint64>(length.value_or(small), 2 * portion));
        self->m_newHead = head;
        self->m_toldAt = steadyMs();
        return {};
    };
    handlers.body = [self](QByteArrayView piece) -> Result<BodyFlow> {
        if (self->m_pipe.offer(piece) == BodyPipe::Offer::Full) {
            return BodyFlow::Pause;
        }
        self->m_untold += piece.size();
        if (self->m_untold >= portion) {
            self->tell();
        }
        return BodyFlow::Taken;
    };
    handlers.lull = [self] {
        if (self->m_untold > 0 && (!self->m_isSmall || steadyMs() - self->m_toldAt >= slowMs)) {
            self->tell();
        }
    };
    handlers.done = [self](const Result<HttpHead> &result) {
        self->post([result](DownloadAttempt &attempt) {
            attempt.hear();
            if (!attempt.m_isCancelled) {
                attempt.m_observer.end(attempt, result);
            }
        });
    };
    return handlers;
}

void DownloadAttempt::tell()
{
    m_untold = 0;
    m_toldAt = steadyMs();
    if (!m_isTold.exchange(true)) {
        post([](DownloadAttempt &attempt) { attempt.hear(); });
    }
}

/// Tells of what has come since the last time.
void DownloadAttempt::hear()
{
    m_isTold = false;
    if (!m_hasHead && m_newHead) {
        m_hasHead = true;
        m_head = *m_newHead;
        m_observer.head(*this);
    }
    if (!m_isCancelled && m_pipe.hasBytes()) {
        m_observer.bytes(*this);
    }
}

void DownloadAttempt::post(std::function<void(DownloadAttempt &)> task)
{
    m_disk->post([self = shared_from_this(), task = std::move(task)] {
        if (!self->m_isCancelled) {
            task(*self);
        }
    });
}

void DownloadAttempt::cancel()
{
    m_isCancelled = true;
    m_exchange.cancel();
}

QByteArray DownloadAttempt::take()
{
    const BodyPipe::Taken taken = m_pipe.take();
    if (taken.resume) {
        m_exchange.resume();
    }
    return taken.bytes;
}

bool DownloadAttempt::keepRefusal(const QByteArray &bytes)
{
    m_refusal += bytes.first(std::min(bytes.size(), longestRefusal - m_refusal.size()));
    return m_refusal.size() < longestRefusal;
}

DownloadAttempt::Refusal DownloadAttempt::refusal(const FileDownload &what, const QUrl &url) const
{
    if (const auto better = what.refusal ? what.refusal(m_head, m_refusal) : std::nullopt) {
        return {*better, {}};
    }
    if (const auto usual = accepted(m_head); !usual) {
        return {usual.error(), retryAfter(m_head, wallMs())};
    }
    return {invalidAnswer(url, u"its answer %1 holds no file"_s.arg(m_head.status)), {}};
}

} // namespace kinframe::transfer
