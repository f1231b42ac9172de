// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_job.h"

#include "base/clock.h"
#include "base/log.h"
#include "transfer/http_errors.h"

#include <QRandomGenerator>

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

DownloadJob::DownloadJob(HttpClient &client, std::shared_ptr<DownloadThreads> threads, FileDownload what,
                         DownloadObserver observer)
    : m_client(client)
    , m_threads(std::move(threads))
    , m_disk(m_threads, &m_threads->disk)
    , m_what(std::move(what))
    , m_observer(std::move(observer))
    , m_tries(m_what.urls, m_what.retry)
    , m_part(m_what.path, m_what.checksum.known())
    , m_split(m_what.split)
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
    if (m_over || m_isSettling) {
        return;
    }
    m_over = true;
    m_strands.dropAll();
    if (m_timer) {
        m_client.cancelTimer(*m_timer);
    }
    m_stop.reset();
    if (m_hash) {
        m_hash->cancel();
    }
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

void DownloadJob::postBack(std::function<void(DownloadJob &)> task)
{
    m_disk->post([self = shared_from_this(), task = std::move(task)] { task(*self); });
}

void DownloadJob::beginAddress()
{
    if (auto opened = m_part.open(m_tries.source()); !opened) {
        end(failed(opened));
        return;
    }
    m_split = SplitPlan(m_what.split);
    m_hasRanges = false;
    m_tries.begin(m_part.total());
    resetHash();
    if (m_part.complete()) {
        complete({});
    } else {
        request();
    }
}

void DownloadJob::resetHash()
{
    if (m_hash) {
        m_hash->cancel();
    }
    m_hash = std::make_shared<FileHash>(std::shared_ptr<SerialThread>(m_threads, &m_threads->hash), m_what.checksum,
                                        m_part.path());
    if (const qint64 kept = m_part.written().prefix(); kept > 0) {
        m_hash->wrote(0, {}, kept);
    }
}

/// The first that is missing, in line with what else is asked of the server. Nothing is on its way.
void DownloadJob::request()
{
    if (m_over) {
        return;
    }
    if (!m_part.canGoOn()) {
        if (auto emptied = emptyPart({m_tries.source(), {}, {}, -1}); !emptied) {
            end(failed(emptied));
            return;
        }
    }
    if (const auto room = m_part.checkRoom(m_what.size); !room) {
        end(failed(room));
        return;
    }
    tellProgress();
    const qint64 size = m_part.version().size;
    const auto gap = m_part.written().firstGap(size);
    beginStrand(m_part.written().prefix(), gap && gap->to < size ? gap->to : -1, Place::Wait);
}

void DownloadJob::beginStrand(qint64 from, qint64 to, Place place)
{
    HttpRequest wanted;
    wanted.url = m_tries.url();
    wanted.headers = m_what.headers;
    wanted.stallTimeout = m_what.stallTimeout;
    wanted.fingerprint = m_what.fingerprint;
    wanted.limited = true;
    // Several ranges on one connection are no faster than one.
    wanted.ownConnection = wanted.onlyIfFree = place == Place::OnlyIfFree;
    const auto attempt = std::make_shared<DownloadAttempt>(m_disk, from, to, attemptObserver());
    m_strands.add(attempt);
    attempt->begin(m_client, std::move(wanted), m_part.version().validator());
}

/// The job and its attempts keep each other, until the job gives them up.
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
    const bool isRange = attempt.from() > 0 || attempt.to() >= 0;
    if (head.status == 200 || head.status == 203) {
        takeWholeAnswer(attempt);
    } else if (isRange && (head.status == 206 || head.status == 416)) {
        const auto range = ContentRange::parse(head.header("Content-Range"));
        if (head.status == 416 || !range || !m_part.isContinuedBy(head, *range, attempt.from())) {
            startOver();
            return;
        }
        m_hasRanges = true;
        if (range->total >= 0) {
            m_part.learnSize(range->total);
        }
        m_split.begin(steadyMs(), m_part.total());
    } else {
        attempt.isRefusal();
    }
}

/// The file from its first byte: new, changed, or from a server that knows no ranges.
void DownloadJob::takeWholeAnswer(DownloadAttempt &attempt)
{
    const HttpHead &head = attempt.head();
    if (m_strands.count() > 1) {
        const bool isSame = FileVersion::of(head, {}).validator() == m_part.version().validator();
        if (!isSame) {
            startOver();
            return;
        }
        m_strands.drop(attempt);
        m_strands.joinAll();
        m_split.limit(1);
        return;
    }
    if (Strand *strand = m_strands.of(attempt)) {
        strand->at = 0;
        strand->to = -1;
    }
    m_hasRanges = head.header("Accept-Ranges").trimmed().toLower() == "bytes";
    if (const auto taken = takeWhole(head); !taken && taken.error().code == ErrorCode::RemoteChecksum) {
        wrongBytes(taken.error().detail);
    } else if (!taken) {
        end(failed(taken));
    }
    m_split.begin(steadyMs(), 0);
}

Result<void> DownloadJob::takeWhole(const HttpHead &head)
{
    FileVersion version = FileVersion::of(head, m_tries.source());
    const auto length = head.encoded() ? std::nullopt : head.contentLength();
    if (length && m_what.size && *length != *m_what.size) {
        return fail(ErrorCode::RemoteChecksum, {}, u"%1 bytes instead of %2"_s.arg(*length).arg(*m_what.size));
    }
    version.size = length ? *length : m_what.size.value_or(-1);
    m_tries.startedOver();
    if (auto emptied = emptyPart(std::move(version)); !emptied) {
        return emptied;
    }
    tellProgress(); // The size is told also where there is no room for it.
    const auto room = m_part.checkRoom(m_what.size);
    return room && length ? m_part.reserve() : room;
}

Result<void> DownloadJob::emptyPart(FileVersion version)
{
    auto emptied = m_part.startOver(std::move(version));
    resetHash();
    return emptied;
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
    Strand *strand = m_strands.of(attempt);
    if (strand == nullptr || !write(*strand, bytes)) {
        return;
    }
    tellProgress();
    syncSoon();
    if (strand->isCutOff(m_part.version().size)) {
        m_strands.drop(attempt);
        next(attempt.head());
    } else {
        splitMore();
    }
}

/// False where it ended the strand.
bool DownloadJob::write(Strand &strand, const QByteArray &bytes)
{
    const qint64 size = m_part.version().size;
    const bool isBounded = strand.to >= 0;
    const QByteArray wanted = isBounded ? bytes.first(std::min(bytes.size(), strand.to - strand.at)) : bytes;
    if (!isBounded && size >= 0 && strand.at + bytes.size() > size) {
        wrongBytes(u"more than %1 bytes"_s.arg(size));
        return false;
    }
    if (auto written = m_part.write(strand.at, wanted); !written) {
        end(failed(written));
        return false;
    }
    m_hash->wrote(strand.at, wanted, m_part.written().prefix());
    strand.at += wanted.size();
    return true;
}

void DownloadJob::syncSoon()
{
    const auto file = !m_isSyncing && m_part.wantsSync() ? m_part.beginSync() : nullptr;
    if (!file) {
        return;
    }
    m_isSyncing = true;
    m_threads->settler.sync(file, [self = shared_from_this()](const Result<void> &result) {
        const bool isDone = result.has_value();
        self->postBack([isDone](DownloadJob &job) {
            job.m_isSyncing = false;
            if (!job.m_over && !job.m_isSettling) {
                job.m_part.endSync(isDone);
            }
        });
    });
}

void DownloadJob::takeEnd(DownloadAttempt &attempt, const Result<HttpHead> &result)
{
    if (!result) {
        strandFailed(attempt, result.error());
        return;
    }
    if (attempt.isRefused()) {
        const DownloadAttempt::Refusal refusal = attempt.refusal(m_what, m_tries.url());
        strandFailed(attempt, refusal.error, refusal.retryAfter);
        return;
    }
    const Strand *strand = m_strands.of(attempt);
    if (strand == nullptr) {
        return;
    }
    // A server may give less than the range that was asked for.
    const bool gotSome = result->status == 206 && strand->at > attempt.from();
    m_strands.drop(attempt);
    if (!m_strands.isEmpty() || (gotSome && m_part.version().size >= 0)) {
        next(*result);
    } else {
        complete(*result);
    }
}

/// After the end of a strand.
void DownloadJob::next(const HttpHead &head)
{
    if (m_part.complete()) {
        complete(head);
    } else if (m_strands.isEmpty()) {
        request();
    } else {
        splitMore();
    }
}

/// Without a range: what is there already is of no use.
void DownloadJob::startOver()
{
    m_strands.dropAll();
    if (auto emptied = emptyPart({m_tries.source(), {}, {}, -1}); !emptied) {
        end(failed(emptied));
        return;
    }
    m_tries.startedOver();
    request();
}

void DownloadJob::splitMore()
{
    const qint64 size = m_part.version().size;
    if (!m_hasRanges || size < 0 || m_part.version().validator().isEmpty() || m_strands.isEmpty()) {
        return;
    }
    const qint64 now = steadyMs();
    while (m_split.wantsMore(now, m_part.total(), size, m_strands.count())) {
        const auto range = m_strands.next(m_part.written(), size, m_split);
        if (!range) {
            return;
        }
        m_split.split();
        beginStrand(range->from, range->to, Place::OnlyIfFree);
    }
}

void DownloadJob::complete(HttpHead head)
{
    m_strands.dropAll();
    const qint64 here = m_part.total();
    const qint64 expected = m_what.size.value_or(m_part.version().size);
    if (expected >= 0 && here != expected) {
        wrongBytes(u"%1 bytes instead of %2"_s.arg(here).arg(expected));
        return;
    }
    m_hash->finish(here, [self = shared_from_this(), head = std::move(head)](const Result<bool> &matches) {
        self->postBack([matches, head](DownloadJob &job) { job.checked(matches, head); });
    });
}

void DownloadJob::checked(const Result<bool> &matches, HttpHead head)
{
    if (m_over) {
        return;
    }
    if (!matches) {
        end(failed(matches));
    } else if (!*matches) {
        wrongBytes(u"the checksum is another"_s);
    } else {
        tellProgress();
        settle(std::move(head));
    }
}

void DownloadJob::settle(HttpHead head)
{
    auto finished = m_part.finish();
    if (!finished) {
        end(failed(finished));
        return;
    }
    const DownloadedFile file{m_what.path, m_part.total(), std::move(head)};
    finished->done = [self = shared_from_this(), file](const Result<void> &settled) {
        self->postBack([settled, file](DownloadJob &job) {
            job.m_isSettling = false;
            job.end(settled ? Result<DownloadedFile>(file) : failed(settled));
        });
    };
    m_isSettling = true;
    if (m_observer.received) {
        m_observer.received();
    }
    if (!m_threads->settler.settle(std::move(*finished))) {
        m_isSettling = false;
        end(fail(ErrorCode::ShuttingDown));
    }
}

void DownloadJob::strandFailed(DownloadAttempt &attempt, Error error, std::optional<std::chrono::milliseconds> asked)
{
    m_strands.drop(attempt);
    if (error.code == ErrorCode::TooMany) {
        m_split.noPlace(steadyMs());
        if (m_strands.isEmpty()) {
            request();
        }
        return;
    }
    if (m_strands.isEmpty()) {
        attemptFailed(std::move(error), asked);
        return;
    }
    // As many as go well; what this one had to bring they bring after their own.
    qCInfo(logTransfer).noquote() << "one range less:" << error.forLog();
    m_split.limit(m_strands.count());
}

void DownloadJob::attemptFailed(Error error, std::optional<std::chrono::milliseconds> asked)
{
    const double jitter = QRandomGenerator::global()->generateDouble();
    const auto [next, delay] = m_tries.failed(error, m_part.total(), asked, jitter);
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
    m_strands.dropAll();
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
        resetHash();
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

void DownloadJob::tellProgress() const
{
    if (m_observer.progress) {
        const qint64 size = m_part.version().size;
        m_observer.progress(m_part.total(), size >= 0 ? size : m_what.size.value_or(-1));
    }
}

} // namespace kinframe::transfer
