// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_file.h"

#include "base/files.h"

#include <cerrno>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace kinframe::render {

EventFile::EventFile(const QString &path)
    : m_file(path)
{
}

Result<void> EventFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Failure(systemError(m_file.fileName(), errno));
    }
#ifdef Q_OS_LINUX
    // Room for what there is to tell, also when renderers have filled the disk; where it is refused, it must do
    // without.
    constexpr off_t room = 64 * 1024;
    (void)::fallocate(m_file.handle(), FALLOC_FL_KEEP_SIZE, 0, room);
#endif
    return {};
}

void EventFile::append(const WorkerEvent &event)
{
    m_waiting += lineOf(event);
    m_mustSync =
        m_mustSync || std::holds_alternative<WorkerStarted>(event) || std::holds_alternative<WorkerEnded>(event);
    (void)flush();
}

bool EventFile::flush()
{
    while (!m_waiting.isEmpty()) {
        const qint64 count = m_file.write(m_waiting);
        if (count <= 0) {
            return false;
        }
        m_waiting.remove(0, count);
    }
    if (std::exchange(m_mustSync, false)) {
        (void)syncFile(m_file);
    }
    return true;
}

} // namespace kinframe::render
