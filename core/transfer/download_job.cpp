// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_job.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "transfer/http_errors.h"
#include "transfer/serial_thread.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

/// Enough to keep the disk busy, little enough for many downloads at once.
constexpr qsizetype pipeCapacity = 1024 * 1024;
constexpr qsizetype longestRefusal = 4096;

} // namespace

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
    if (const auto room = checkRoom(); !room) {
        end(failed(room));
        return;
    }
    tellProgress();
    m_attempt = std::make_shared<Attempt>(pipeCapacity);
    m_attempt->from = m_part.size();
    m_attempt->exchange = m_client.send(makeRequest(m_attempt->from), handlersFor(m_attempt));
}

HttpRequest DownloadJob::makeRequest(qint64 from) const
{
    HttpRequest request;
    request.url = m_tries.url();
    request.headers = m_what.headers;
    request.stallTimeout = m_what.stallTimeout;
    if (from > 0) {
        request.headers.push_back({"Range", "bytes=" + QByteArray::number(from) + '-'});
        if (const QByteArray validator = m_part.version().validator(); !validator.isEmpty()) {
            request.headers.push_back({"If-Range", validator});
        }
    }
    return request;
}

HttpHandlers DownloadJob::handlersFor(const std::shared_ptr<Attempt> &attempt)
{
    const auto self = shared_from_this();
    HttpHandlers handlers;
    handlers.head = [self, attempt](const HttpHead &head) -> Result<void> {
        self->post(attempt, [self, head](Attempt &current) {
            current.head = head;
            self->takeHead(current);
        });
        return {};
    };
    handlers.body = [self, attempt](QByteArrayView piece) -> Result<BodyFlow> {
        const BodyPipe::Offer offer = attempt->pipe.offer(piece);
        if (offer == BodyPipe::Offer::First) {
            self->post(attempt, [self](Attempt &current) { self->takeBytes(current); });
        }
        return offer == BodyPipe::Offer::Full ? BodyFlow::Pause : BodyFlow::Taken;
    };
    handlers.done = [self, attempt](const Result<HttpHead> &result) {
        self->post(attempt, [self, result](Attempt &current) { self->takeEnd(current, result); });
    };
    return handlers;
}

/// To the disk thread; what comes of an attempt that was given up is not heard there.
void DownloadJob::post(const std::shared_ptr<Attempt> &attempt, std::function<void(Attempt &)> task)
{
    m_disk->post([self = shared_from_this(), attempt, task = std::move(task)] {
        if (self->m_attempt == attempt) {
            task(*attempt);
        }
    });
}

void DownloadJob::takeHead(Attempt &attempt)
{
    const int status = attempt.head.status;
    if (status == 200 || status == 203) {
        attempt.body = Attempt::Body::ToFile;
        if (const auto taken = takeWhole(attempt); !taken && taken.error().code == ErrorCode::RemoteChecksum) {
            wrongBytes(taken.error().detail);
        } else if (!taken) {
            end(failed(taken));
        }
    } else if (attempt.from > 0 && (status == 206 || status == 416)) {
        attempt.body = Attempt::Body::ToFile;
        const auto range = ContentRange::parse(attempt.head.header("Content-Range"));
        if (status == 416 || !range || !m_part.isContinuedBy(attempt.head, *range)) {
            startOver();
        } else if (range->total >= 0) {
            m_part.learnSize(range->total);
        }
    } else {
        attempt.body = Attempt::Body::Refusal;
    }
}

/// The file from its first byte: new, changed, or from a server that knows no ranges.
Result<void> DownloadJob::takeWhole(Attempt &attempt)
{
    FileVersion version = FileVersion::of(attempt.head, m_tries.source());
    const auto length = attempt.head.encoded() ? std::nullopt : attempt.head.contentLength();
    if (length && m_what.size && *length != *m_what.size) {
        return fail(ErrorCode::RemoteChecksum, {}, u"%1 bytes instead of %2"_s.arg(*length).arg(*m_what.size));
    }
    version.size = length ? *length : m_what.size.value_or(-1);
    m_tries.startedOver();
    if (auto emptied = m_part.startOver(std::move(version)); !emptied) {
        return emptied;
    }
    return checkRoom();
}

Result<void> DownloadJob::checkRoom() const
{
    const qint64 size = std::max(m_part.version().size, m_what.size.value_or(-1));
    const qint64 free = freeSpace(QFileInfo(m_what.path).path());
    const qint64 needed = size - m_part.size();
    if (size < 0 || free < 0 || needed <= free) {
        return {};
    }
    return Failure(diskFull(m_what.path, needed - free));
}

void DownloadJob::takeBytes(Attempt &attempt)
{
    const BodyPipe::Taken taken = attempt.pipe.take();
    if (taken.resume) {
        attempt.exchange.resume();
    }
    if (attempt.body != Attempt::Body::ToFile) {
        attempt.refusal += taken.bytes.first(std::min(taken.bytes.size(), longestRefusal - attempt.refusal.size()));
        if (attempt.refusal.size() == longestRefusal) {
            // The rest of the page, which may have no end, says nothing more.
            takeEnd(attempt, attempt.head);
        }
        return;
    }
    const qint64 size = m_part.version().size;
    if (size >= 0 && m_part.size() + taken.bytes.size() > size) {
        wrongBytes(u"more than %1 bytes"_s.arg(size));
        return;
    }
    if (auto written = m_part.append(taken.bytes); !written) {
        end(failed(written));
        return;
    }
    tellProgress();
}

void DownloadJob::takeEnd(Attempt &attempt, const Result<HttpHead> &result)
{
    if (!result) {
        attemptFailed(result.error());
        return;
    }
    if (attempt.body == Attempt::Body::ToFile) {
        // A server may give less than the range that was asked for.
        const bool moreToCome = result->status == 206 && m_part.size() > attempt.from && !m_part.complete();
        if (moreToCome && m_part.version().size >= 0) {
            request();
        } else {
            complete(*result);
        }
        return;
    }
    const auto better = m_what.refusal ? m_what.refusal(*result, attempt.refusal) : std::nullopt;
    const auto usual = accepted(*result);
    if (better) {
        attemptFailed(*better);
    } else if (!usual) {
        attemptFailed(usual.error(), retryAfter(*result, wallMs()));
    } else {
        attemptFailed(invalidAnswer(m_tries.url(), u"its answer %1 holds no file"_s.arg(result->status)));
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
        attempt->exchange.cancel();
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
