// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/worker_events.h"

#include <QFile>

namespace kinframe::render {

/// Tells whoever watches the chunk what happens with it. A line is on the disk when append() returns.
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
};

} // namespace kinframe::render
