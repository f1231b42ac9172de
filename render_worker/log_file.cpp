// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_file.h"

#include "base/files.h"

#include <cerrno>

namespace kinframe::render {

LogFile::LogFile(const QString &path, qint64 limit, LogParser parser)
    : m_file(path)
    , m_limit(limit)
    , m_parser(std::move(parser))
{
}

Result<void> LogFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Failure(systemError(m_file.fileName(), errno));
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
    const bool tellsSomething = !m_parser.feed(text).empty();
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
    (void)m_parser.feed(line);
    keep(line);
}

void LogFile::flush()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    const qint64 count = m_file.write(m_waiting);
    // A disk that is full: what it does not take is lost, but never half a line kept as if it were one.
    constexpr qsizetype mostWaiting = 1024 * 1024;
    if (count > 0) {
        m_waiting.remove(0, count);
    } else if (m_waiting.size() > mostWaiting) {
        m_waiting.remove(0, m_waiting.indexOf('\n', m_waiting.size() - mostWaiting) + 1);
    }
}

void LogFile::sync()
{
    flush();
    (void)syncFile(m_file);
}

void LogFile::keep(const QByteArray &line)
{
    m_waiting += line;
    m_size += line.size();
}

} // namespace kinframe::render
