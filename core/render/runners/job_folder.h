// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::render {

/// The files in a chunk's folder, by which its worker and whoever watches it speak with each other: no process ids, so
/// that it works across computers and after either of them was gone.
struct JobFolder
{
    QString path;

    [[nodiscard]] QString job() const { return path + QStringLiteral("/job.json"); }
    /// What the engine writes, with marks of the worker where a command begins, goes on and ends.
    [[nodiscard]] QString log() const { return path + QStringLiteral("/log"); }
    /// One line of JSON an event.
    [[nodiscard]] QString events() const { return path + QStringLiteral("/events"); }
    /// When the pieces of the log were written that tell of frames; one line of JSON a piece.
    [[nodiscard]] QString times() const { return path + QStringLiteral("/times"); }
    /// Locked as long as the worker lives.
    [[nodiscard]] QString lock() const { return path + QStringLiteral("/lock"); }
    /// Is there: the worker is to stop, or never to begin.
    [[nodiscard]] QString stop() const { return path + QStringLiteral("/stop"); }
    /// Is there: the worker is to pause.
    [[nodiscard]] QString pause() const { return path + QStringLiteral("/pause"); }
};

} // namespace kinframe::render
