// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/log_event.h"

#include <QList>
#include <QSet>

#include <vector>

namespace kinframe::render {

/// Which of its frames a process is at, from a log that may not name them: frames come in their order, and the next one
/// begins where the one before was written.
class FrameTrack
{
public:
    explicit FrameTrack(QList<int> frames);

    /// What was said since it was last asked.
    [[nodiscard]] std::vector<LogEvent> take();
    [[nodiscard]] std::optional<int> current() const;

    void started(int frame, std::optional<QSize> dimensions = {});
    /// Of the frame that is being rendered, or of the one named.
    void progress(double done, std::optional<double> secondsLeft = {}, std::optional<int> frame = {});
    void written(const QString &path, std::optional<double> seconds = {});
    /// All frames of which nothing was said, where the process itself says only that it is done.
    void writtenAll(std::optional<double> seconds);
    void problem(FailureReason reason, bool isFatal, const QString &text);

private:
    void beginNext();

    QList<int> m_frames;
    QSet<int> m_written;
    std::optional<int> m_current; ///< begun and not written
    int m_lastPercent = -1;
    QSet<QString> m_problems;
    std::vector<LogEvent> m_events;
};

} // namespace kinframe::render
