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
constexpr qsizetype pipeCapacity = 1024 * 1024;
constexpr qsizetype longestRefusal = 4096;

} // namespace

DownloadAttempt::DownloadAttempt(std::shared_ptr<SerialThread> disk, qint64 from, Observer observer)
    : m_disk(std::move(disk))
    , m_from(from)
    , m_observer(std::move(observer))
    , m_pipe(pipeCapacity)
{
}

void DownloadAttempt::begin(HttpClient &client, HttpRequest request, const QByteArray &validator)
{
    if (m_from > 0) {
        request.headers.push_back({"Range", "bytes=" + QByteArray::number(m_from) + '-'});
        if (!validator.isEmpty()) {
            request.headers.push_back({"If-Range", validator});
        }
    }
    const auto self = shared_from_this();
    HttpHandlers handlers;
    handlers.head = [self](const HttpHead &head) -> Result<void> {
        self->post([head](DownloadAttempt &attempt) {
            attempt.m_head = head;
            attempt.m_observer.head(attempt);
        });
        return {};
    };
    handlers.body = [self](QByteArrayView piece) -> Result<BodyFlow> {
        const BodyPipe::Offer offer = self->m_pipe.offer(piece);
        if (offer == BodyPipe::Offer::First) {
            self->post([](DownloadAttempt &attempt) { attempt.m_observer.bytes(attempt); });
        }
        return offer == BodyPipe::Offer::Full ? BodyFlow::Pause : BodyFlow::Taken;
    };
    handlers.done = [self](const Result<HttpHead> &result) {
        self->post([result](DownloadAttempt &attempt) { attempt.m_observer.end(attempt, result); });
    };
    m_exchange = client.send(std::move(request), std::move(handlers));
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
