// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/log_marks.h"
#include "render/engines/log_parser.h"
#include "render/runners/job_folder.h"

#include <QByteArrayView>
#include <QFile>

namespace kinframe::render {

/// The log of a chunk: whole lines of its processes, with marks where another one speaks. Past its limit, only the
/// lines that tell of frames and problems are kept. Beside it lies when the lines were written that tell of frames,
/// for those who read them later.
class LogFile
{
public:
    /// `limit` in bytes; 0: none.
    LogFile(const JobFolder &folder, qint64 limit, LogParser parser);

    [[nodiscard]] Result<void> open();
    /// A line of that process, without its end.
    void append(int command, QByteArrayView line);
    void append(const LogMark &mark);
    /// What was appended is in the file afterwards, as far as the disk takes it: a full one must not stop the renderer.
    void flush(const WorkMoment &now);
    /// The same, and on the disk.
    void sync(const WorkMoment &now);

private:
    /// Whether it says something that is worth keeping.
    bool parse(const QByteArray &line);
    void keep(const QByteArray &line);

    QFile m_file;
    QFile m_times;
    qint64 m_limit;
    LogParser m_parser; ///< of what the renderers write, to know what is worth keeping past the limit
    QByteArray m_waiting;
    qint64 m_size = 0;
    qint64 m_written = 0;         ///< of it, in the file
    bool m_tellsOfFrames = false; ///< since the last flush
    int m_speaker = -1;
    bool m_isCut = false;
};

} // namespace kinframe::render
