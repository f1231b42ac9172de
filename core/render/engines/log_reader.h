// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"
#include "render/engines/frame_track.h"

#include <QByteArrayView>
#include <QRegularExpression>

#include <memory>

namespace kinframe::render {

/// Reads the lines of one process of an engine.
class LogReader
{
public:
    LogReader() = default;
    LogReader(const LogReader &) = delete;
    LogReader &operator=(const LogReader &) = delete;
    virtual ~LogReader() = default;

    /// True where the line was understood; else it is looked at for problems that any process may have.
    virtual bool read(QByteArrayView line, FrameTrack &frames) = 0;
    virtual void started(FrameTrack &) {}
    virtual void ended(FrameTrack &, bool /*well*/, double /*seconds*/) {}
};

[[nodiscard]] std::unique_ptr<LogReader> blenderLogReader();
[[nodiscard]] std::unique_ptr<LogReader> mayaLogReader();
[[nodiscard]] std::unique_ptr<LogReader> unrealLogReader();
/// Of a program that we know nothing of.
[[nodiscard]] std::unique_ptr<LogReader> commandLogReader();

/// `1:02:03.5`, `02:03.5` or `3.5` as seconds.
[[nodiscard]] std::optional<double> secondsOf(QStringView time);
/// The number that `pattern` captures first, where the line fits it.
[[nodiscard]] std::optional<double> numberIn(const QString &line, const QRegularExpression &pattern);

} // namespace kinframe::render
