// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/worker_events.h"

#include <QFile>

namespace kinframe::render {

/// Tells whoever watches the chunk what happens with it. That it began and how it ended is on the disk when append()
/// returns; what lies between is told by the log too.
class EventFile
{
public:
    explicit EventFile(const QString &path);

    [[nodiscard]] Result<void> open();
    /// What cannot be written now, since the disk is full, is kept and comes with the next try.
    void append(const WorkerEvent &event);
    /// False while something could not be written.
    bool flush();

private:
    QFile m_file;
    QByteArray m_waiting;
    bool m_mustSync = false;
};

} // namespace kinframe::render
