// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_file.h"

#include "base/files.h"
#include "render/runners/worker_events.h"

#include <algorithm>
#include <cerrno>

namespace kinframe::render {

LogFile::LogFile(const JobFolder &folder, qint64 limit, LogParser parser)
    : m_file(folder.log())
    , m_times(folder.times())
    , m_limit(limit)
    , m_parser(std::move(parser))
{
}

Result<void> LogFile::open()
{
    for (QFile *file : {&m_file, &m_times}) {
        if (!file->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
            return Failure(systemError(file->fileName(), errno));
        }
    }
    return {};
}

void LogFile::append(int command, QByteArrayView line)
{
    QByteArray text;
    // What a renderer writes must not speak for the worker.
    if (looksLikeMark(line)) {
        text += ' ';
    }
    text.append(line);
    text += '\n';
    if (m_speaker != command) {
        const LogMark mark{LogMark::Kind::GoesOn, command, 0, 0, 0};
        (void)m_parser.feed(lineOf(mark));
    }
    const bool tellsSomething = parse(text);
    if (m_isCut && !tellsSomething) {
        // Its process has not spoken then, as the log sees it.
        if (m_speaker != command) {
            (void)m_parser.feed(lineOf(LogMark{LogMark::Kind::GoesOn, m_speaker, 0, 0, 0}));
        }
        return;
    }
    if (m_speaker != command) {
        m_speaker = command;
        keep(lineOf(LogMark{LogMark::Kind::GoesOn, command, 0, 0, 0}));
    }
    keep(text);
    if (m_limit > 0 && m_size > m_limit && !m_isCut) {
        m_isCut = true;
        keep(cutLine(m_limit));
    }
}

void LogFile::append(const LogMark &mark)
{
    m_speaker = mark.command;
    const QByteArray line = lineOf(mark);
    (void)parse(line);
    keep(line);
}

void LogFile::flush(const WorkMoment &now)
{
    if (m_waiting.isEmpty()) {
        return;
    }
    const qint64 count = m_file.write(m_waiting);
    // A disk that is full: what it does not take is lost, but never half a line kept as if it were one.
    constexpr qsizetype mostWaiting = 1024 * 1024;
    if (count > 0) {
        m_waiting.remove(0, count);
        m_written += count;
    } else if (m_waiting.size() > mostWaiting) {
        m_waiting.remove(0, m_waiting.indexOf('\n', m_waiting.size() - mostWaiting) + 1);
    }
    if (m_waiting.isEmpty() && std::exchange(m_tellsOfFrames, false)) {
        // What the disk does not take of it is missed by nobody but for the time.
        (void)m_times.write(lineOf(WorkerLogged{m_written, now}));
    }
}

void LogFile::sync(const WorkMoment &now)
{
    flush(now);
    (void)syncFile(m_file);
}

bool LogFile::parse(const QByteArray &line)
{
    const std::vector<LoggedEvent> events = m_parser.feed(line);
    m_tellsOfFrames = m_tellsOfFrames || std::any_of(events.begin(), events.end(), [](const LoggedEvent &event) {
                          return std::holds_alternative<FrameStarted>(event.event) ||
                                 std::holds_alternative<FrameWritten>(event.event);
                      });
    return !events.empty();
}

void LogFile::keep(const QByteArray &line)
{
    m_waiting += line;
    m_size += line.size();
}

} // namespace kinframe::render
