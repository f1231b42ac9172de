// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_job.h"

#include "base/log.h"
#include "transfer/http_errors.h"
#include "transfer/serial_thread.h"

#include <QRandomGenerator>

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

DownloadJob::DownloadJob(HttpClient &client, std::shared_ptr<SerialThread> disk, FileDownload what,
                         DownloadObserver observer)
    : m_client(client)
    , m_disk(std::move(disk))
    , m_what(std::move(what))
    , m_observer(std::move(observer))
    , m_tries(m_what.urls, m_what.retry)
    , m_part(m_what.path, m_what.checksum)
{
}

void DownloadJob::begin(const std::stop_token &stop, Ended ended)
{
    m_ended = std::move(ended);
    if (m_what.urls.empty()) {
        end(fail(ErrorCode::MissingField, {{u"field"_s, u"urls"_s}, {u"expected"_s, u"an address"_s}}));
        return;
    }
    m_stop.emplace(stop, [weak = weak_from_this(), disk = m_disk] {
        disk->post([weak] {
            if (const auto self = weak.lock()) {
                self->end(fail(ErrorCode::Canceled));
            }
        });
    });
    beginAddress();
}

void DownloadJob::end(Result<DownloadedFile> result)
{
    if (m_over) {
        return;
    }
    m_over = true;
    dropAttempt();
    if (m_timer) {
        m_client.cancelTimer(*m_timer);
    }
    m_stop.reset();
    if (!result) {
        if (const auto kept = m_part.suspend(); !kept) {
            qCWarning(logTransfer).noquote() << "part not kept:" << kept.error().forLog();
        }
    }
    const auto self = shared_from_this();
    m_ended(self);
    // What the observer holds goes with the task, so that a job that a late answer still knows of holds nothing.
    auto done = std::exchange(m_observer.done, {});
    const Executor executor = std::exchange(m_observer.executor, {});
    m_observer = {};
    runOn(executor, [done = std::move(done), result = std::move(result)] {
        if (done) {
            done(result);
        }
    });
}

void DownloadJob::beginAddress()
{
    if (auto opened = m_part.open(m_tries.source()); !opened) {
        end(failed(opened));
        return;
    }
    m_tries.begin(m_part.size());
    hashKept();
}

/// In pieces, so that one large file that is resumed does not hold up the others.
void DownloadJob::hashKept()
{
    if (m_over) {
        return;
    }
    const auto whole = m_part.hashKept();
    if (!whole) {
        end(failed(whole));
    } else if (!*whole) {
        m_disk->post([self = shared_from_this()] { self->hashKept(); });
    } else if (m_part.complete()) {
        complete({});
    } else {
        request();
    }
}

void DownloadJob::request()
{
    if (m_over) {
        return;
    }
    if (!m_part.canGoOn()) {
        if (auto emptied = m_part.startOver({m_tries.source(), {}, {}, -1}); !emptied) {
            end(failed(emptied));
            return;
        }
    }
    if (const auto room = m_part.checkRoom(m_what.size); !room) {
        end(failed(room));
        return;
    }
    tellProgress();
    dropAttempt();
    HttpRequest wanted;
    wanted.url = m_tries.url();
    wanted.headers = m_what.headers;
    wanted.stallTimeout = m_what.stallTimeout;
    wanted.fingerprint = m_what.fingerprint;
    wanted.limited = true;
    m_attempt = std::make_shared<DownloadAttempt>(m_disk, m_part.size(), attemptObserver());
    m_attempt->begin(m_client, std::move(wanted), m_part.version().validator());
}

/// The job and its attempt keep each other, until the job gives the attempt up.
DownloadAttempt::Observer DownloadJob::attemptObserver()
{
    const auto self = shared_from_this();
    return {[self](DownloadAttempt &attempt) { self->takeHead(attempt); },
            [self](DownloadAttempt &attempt) { self->takeBytes(attempt); },
            [self](DownloadAttempt &attempt, const Result<HttpHead> &result) { self->takeEnd(attempt, result); }};
}

void DownloadJob::takeHead(DownloadAttempt &attempt)
{
    const HttpHead &head = attempt.head();
    if (head.status == 200 || head.status == 203) {
        if (const auto taken = takeWhole(head); !taken && taken.error().code == ErrorCode::RemoteChecksum) {
            wrongBytes(taken.error().detail);
        } else if (!taken) {
            end(failed(taken));
        }
    } else if (attempt.from() > 0 && (head.status == 206 || head.status == 416)) {
        const auto range = ContentRange::parse(head.header("Content-Range"));
        if (head.status == 416 || !range || !m_part.isContinuedBy(head, *range)) {
            startOver();
        } else if (range->total >= 0) {
            m_part.learnSize(range->total);
        }
    } else {
        attempt.isRefusal();
    }
}

/// The file from its first byte: new, changed, or from a server that knows no ranges.
Result<void> DownloadJob::takeWhole(const HttpHead &head)
{
    FileVersion version = FileVersion::of(head, m_tries.source());
    const auto length = head.encoded() ? std::nullopt : head.contentLength();
    if (length && m_what.size && *length != *m_what.size) {
        return fail(ErrorCode::RemoteChecksum, {}, u"%1 bytes instead of %2"_s.arg(*length).arg(*m_what.size));
    }
    version.size = length ? *length : m_what.size.value_or(-1);
    m_tries.startedOver();
    if (auto emptied = m_part.startOver(std::move(version)); !emptied) {
        return emptied;
    }
    return m_part.checkRoom(m_what.size);
}

void DownloadJob::takeBytes(DownloadAttempt &attempt)
{
    const QByteArray bytes = attempt.take();
    if (attempt.isRefused()) {
        if (!attempt.keepRefusal(bytes)) {
            // The rest of the page, which may have no end, says nothing more.
            takeEnd(attempt, attempt.head());
        }
        return;
    }
    const qint64 size = m_part.version().size;
    if (size >= 0 && m_part.size() + bytes.size() > size) {
        wrongBytes(u"more than %1 bytes"_s.arg(size));
        return;
    }
    if (auto written = m_part.append(bytes); !written) {
        end(failed(written));
        return;
    }
    tellProgress();
}

void DownloadJob::takeEnd(DownloadAttempt &attempt, const Result<HttpHead> &result)
{
    if (!result) {
        attemptFailed(result.error());
        return;
    }
    if (attempt.isRefused()) {
        const DownloadAttempt::Refusal refusal = attempt.refusal(m_what, m_tries.url());
        attemptFailed(refusal.error, refusal.retryAfter);
        return;
    }
    // A server may give less than the range that was asked for.
    const bool moreToCome = result->status == 206 && m_part.size() > attempt.from() && !m_part.complete();
    if (moreToCome && m_part.version().size >= 0) {
        request();
    } else {
        complete(*result);
    }
}

/// Without a range: what is there already is of no use.
void DownloadJob::startOver()
{
    dropAttempt();
    if (auto emptied = m_part.startOver({m_tries.source(), {}, {}, -1}); !emptied) {
        end(failed(emptied));
        return;
    }
    m_tries.startedOver();
    request();
}

void DownloadJob::complete(HttpHead head)
{
    dropAttempt();
    const qint64 size = m_part.version().size;
    const qint64 expected = m_what.size.value_or(size);
    if (expected >= 0 && m_part.size() != expected) {
        wrongBytes(u"%1 bytes instead of %2"_s.arg(m_part.size()).arg(expected));
        return;
    }
    if (!m_part.matches()) {
        wrongBytes(u"the checksum is another"_s);
        return;
    }
    tellProgress();
    if (auto finished = m_part.finish(); !finished) {
        end(failed(finished));
        return;
    }
    end(DownloadedFile{m_what.path, m_part.size(), std::move(head)});
}

void DownloadJob::attemptFailed(Error error, std::optional<std::chrono::milliseconds> asked)
{
    dropAttempt();
    const double jitter = QRandomGenerator::global()->generateDouble();
    const auto [next, delay] = m_tries.failed(error, m_part.size(), asked, jitter);
    if (next != DownloadTries::Next::SameLater) {
        if (error.code == ErrorCode::RemoteNotFound) {
            m_part.discard();
        }
        goOn(next, error);
        return;
    }
    qCInfo(logTransfer).noquote() << "again in" << delay.count() << "ms:" << error.forLog();
    if (m_observer.waiting) {
        m_observer.waiting(error, delay);
    }
    requestAfter(delay);
}

void DownloadJob::requestAfter(std::chrono::milliseconds delay)
{
    m_timer = m_client.after(delay, [weak = weak_from_this(), disk = m_disk] {
        disk->post([weak] {
            if (const auto self = weak.lock()) {
                self->m_timer.reset();
                self->request();
            }
        });
    });
}

void DownloadJob::wrongBytes(const QString &detail)
{
    dropAttempt();
    m_part.discard();
    const QUrl url = m_tries.url();
    const Error error{ErrorCode::RemoteChecksum, {{u"host"_s, url.host()}, {u"url"_s, withoutSecrets(url)}}, detail};
    goOn(m_tries.wrongBytes(error), error);
}

void DownloadJob::goOn(DownloadTries::Next next, const Error &error)
{
    qCWarning(logTransfer).noquote() << "not fetched:" << error.forLog();
    switch (next) {
    case DownloadTries::Next::SameAnew:
        if (auto opened = m_part.open(m_tries.source()); !opened) {
            end(failed(opened));
            return;
        }
        request();
        return;
    case DownloadTries::Next::Other:
        beginAddress();
        return;
    case DownloadTries::Next::SameLater:
    case DownloadTries::Next::None:
        end(Failure(m_tries.error()));
        return;
    }
}

void DownloadJob::dropAttempt()
{
    if (const auto attempt = std::exchange(m_attempt, nullptr)) {
        attempt->cancel();
    }
}

void DownloadJob::tellProgress() const
{
    if (m_observer.progress) {
        const qint64 size = m_part.version().size;
        m_observer.progress(m_part.size(), size >= 0 ? size : m_what.size.value_or(-1));
    }
}

} // namespace kinframe::transfer
