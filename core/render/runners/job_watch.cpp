// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/job_watch.h"

#include "base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace kinframe::render {
namespace {

// So that one chunk with a long log does not keep the others waiting.
constexpr qint64 logPiece = 1024 * 1024;
// A worker writes a few lines for each process.
constexpr qint64 eventsPiece = 16 * 1024 * 1024;

QByteArray readFrom(const QString &path, qint64 from, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(from)) {
        return {};
    }
    return file.read(most);
}

// Gives each line that is new since `position`: the last one may be in the middle of being written.
template <typename Take>
bool readLines(const QString &path, qint64 &position, const Take &take)
{
    const QByteArray bytes = readFrom(path, position, eventsPiece);
    const qsizetype whole = bytes.lastIndexOf('\n') + 1;
    position += whole;
    for (const QByteArray &line : bytes.first(whole).split('\n')) {
        if (const auto event = workerEventFrom(line)) {
            take(*event);
        }
    }
    return whole > 0;
}

} // namespace

JobWatch::JobWatch(QString chunk, JobFolder folder, const WorkerJob &job)
    : m_chunk(std::move(chunk))
    , m_folder(std::move(folder))
    , m_parser(job.engine, loggedCommands(job))
{
}

void JobWatch::setAlive(bool isAlive)
{
    m_clock.setAlive(isAlive, steadyMs());
}

void JobWatch::stamp(ChunkReport &report) const
{
    report.isLive = m_isCaughtUp && m_clock.isAlive();
    if (m_clock.isKnown()) {
        report.workedMs = m_clock.at(steadyMs()).workedMs;
    }
}

std::optional<ChunkReport> JobWatch::look(bool *more)
{
    // Events first: of a worker that has told its end, the log is whole. What it has told of the log, the log has.
    const bool isNewEvent = readEvents();
    readTimes();
    std::vector<LoggedEvent> events;
    bool hasMore = false;
    const bool isNewLog = readLog(events, hasMore);
    const bool wasCaughtUp = m_isCaughtUp;
    m_isCaughtUp = wasCaughtUp || !hasMore;
    if (more != nullptr) {
        *more = hasMore;
    }
    const bool isLiveNow = m_isCaughtUp && !wasCaughtUp && m_hasStarted;
    if (!isNewEvent && !isNewLog && !isLiveNow) {
        return std::nullopt;
    }
    ChunkReport news = report();
    news.events = std::move(events);
    return news;
}

ChunkReport JobWatch::last()
{
    ChunkReport end = report();
    end.events = m_parser.finish();
    for (LoggedEvent &event : end.events) {
        event.moment = momentOf(event);
    }
    end.state = m_end ? ChunkState::Ended : ChunkState::Lost;
    end.end = m_end;
    if (!m_end && m_clock.isKnown()) {
        // It was seen last when it told something, or wrote.
        end.since = std::max(m_clock.at(steadyMs()).at, m_lastOutputAt.value_or(0));
    }
    return end;
}

bool JobWatch::readEvents()
{
    return readLines(m_folder.events(), m_eventsRead, [this](const WorkerEvent &event) { take(event); });
}

void JobWatch::readTimes()
{
    readLines(m_folder.times(), m_timesRead, [this](const WorkerEvent &event) {
        if (const auto *written = std::get_if<WorkerLogged>(&event)) {
            m_written.push_back(*written);
            m_clock.correct(written->moment, ageOf(written->moment.at), steadyMs());
        }
    });
}

bool JobWatch::readLog(std::vector<LoggedEvent> &events, bool &more)
{
    const QByteArray bytes = readFrom(m_folder.log(), m_parser.position(), logPiece);
    more = bytes.size() == logPiece;
    if (bytes.isEmpty()) {
        return false;
    }
    m_lastOutputAt = QFileInfo(m_folder.log()).lastModified().toMSecsSinceEpoch();
    if (m_clock.isKnown()) {
        m_lastOutputMs = m_isCaughtUp ? m_clock.at(steadyMs()).workedMs : m_clock.workedMsAt(*m_lastOutputAt);
    }
    events = m_parser.feed(bytes);
    for (LoggedEvent &event : events) {
        event.moment = momentOf(event);
    }
    return true;
}

void JobWatch::take(const WorkerEvent &event)
{
    if (const auto *started = std::get_if<WorkerStarted>(&event)) {
        m_hasStarted = true;
        m_isTimed = started->writesTimes;
        m_node = started->node;
        m_state = ChunkState::Running;
        tell(started->at, 0, true);
    } else if (const auto *paused = std::get_if<WorkerPaused>(&event)) {
        m_state = ChunkState::Paused;
        tell(paused->at, paused->workedMs, false);
    } else if (const auto *resumed = std::get_if<WorkerResumed>(&event)) {
        m_state = ChunkState::Running;
        tell(resumed->at, resumed->workedMs, true);
    } else if (const auto *ended = std::get_if<WorkerEnded>(&event)) {
        m_end = ended->end;
        tell(ended->at, ended->workedMs, false);
    }
}

void JobWatch::tell(qint64 at, std::optional<qint64> workedMs, bool isRunning)
{
    m_since = at;
    m_clock.tell(m_clock.moment(at, workedMs), isRunning, ageOf(at), steadyMs());
}

// What comes while somebody looks has just been written; the clocks of two computers need not be compared for it.
qint64 JobWatch::ageOf(qint64 at) const
{
    return m_isCaughtUp ? 0 : std::max<qint64>(0, wallMs() - at);
}

std::optional<WorkMoment> JobWatch::momentOf(const LoggedEvent &event)
{
    while (!m_written.empty() && m_written.front().to < event.to) {
        m_written.pop_front();
    }
    if (!m_written.empty()) {
        return m_written.front().moment;
    }
    // The log is ahead of what tells of it: it was written just now, or last.
    return m_isTimed ? std::optional(m_clock.at(steadyMs())) : std::nullopt;
}

ChunkReport JobWatch::report() const
{
    ChunkReport report;
    report.chunk = m_chunk;
    report.state = m_state;
    report.node = m_node;
    report.logSize = m_parser.position();
    report.since = m_since;
    report.lastOutputMs = m_lastOutputMs;
    stamp(report);
    return report;
}

} // namespace kinframe::render
