// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/job_watch.h"

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

} // namespace

JobWatch::JobWatch(QString chunk, JobFolder folder, const WorkerJob &job)
    : m_chunk(std::move(chunk))
    , m_folder(std::move(folder))
    , m_parser(job.engine, loggedCommands(job))
{
}

std::optional<ChunkReport> JobWatch::look(bool *more)
{
    // Events first: of a worker that has told its end, the log is whole.
    const bool isNewEvent = readEvents();
    std::vector<LoggedEvent> events;
    const bool isNewLog = readLog(events, more);
    if (!isNewEvent && !isNewLog) {
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
    end.state = m_end ? ChunkState::Ended : ChunkState::Lost;
    end.end = m_end;
    return end;
}

bool JobWatch::readEvents()
{
    const QByteArray bytes = readFrom(m_folder.events(), m_eventsRead, eventsPiece);
    // The last line may be in the middle of being written.
    const qsizetype whole = bytes.lastIndexOf('\n') + 1;
    m_eventsRead += whole;
    for (const QByteArray &line : bytes.first(whole).split('\n')) {
        if (const auto event = workerEventFrom(line)) {
            take(*event);
        }
    }
    return whole > 0;
}

bool JobWatch::readLog(std::vector<LoggedEvent> &events, bool *more)
{
    const QByteArray bytes = readFrom(m_folder.log(), m_parser.position(), logPiece);
    if (more != nullptr) {
        *more = bytes.size() == logPiece;
    }
    if (bytes.isEmpty()) {
        return false;
    }
    m_lastOutputAt = QFileInfo(m_folder.log()).lastModified().toMSecsSinceEpoch();
    events = m_parser.feed(bytes);
    return true;
}

void JobWatch::take(const WorkerEvent &event)
{
    if (const auto *started = std::get_if<WorkerStarted>(&event)) {
        m_hasStarted = true;
        m_node = started->node;
        m_state = ChunkState::Running;
    } else if (std::holds_alternative<WorkerPaused>(event)) {
        m_state = ChunkState::Paused;
    } else if (std::holds_alternative<WorkerResumed>(event)) {
        m_state = ChunkState::Running;
    } else if (const auto *ended = std::get_if<WorkerEnded>(&event)) {
        m_end = ended->end;
    }
}

ChunkReport JobWatch::report() const
{
    ChunkReport report;
    report.chunk = m_chunk;
    report.state = m_state;
    report.node = m_node;
    report.logSize = m_parser.position();
    report.lastOutputAt = m_lastOutputAt;
    return report;
}

} // namespace kinframe::render
