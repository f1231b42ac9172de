// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/frame_track.h"

#include "render/engines/frame_files.h"

#include <algorithm>

namespace kinframe::render {
namespace {

constexpr qsizetype longestText = 500;
// A log that repeats itself for every pixel must not fill the database.
constexpr qsizetype mostProblems = 200;

} // namespace

FrameTrack::FrameTrack(QList<int> frames)
    : m_frames(std::move(frames))
{
}

std::vector<LogEvent> FrameTrack::take()
{
    return std::exchange(m_events, {});
}

std::optional<int> FrameTrack::current() const
{
    return m_current;
}

void FrameTrack::started(int frame, std::optional<QSize> dimensions)
{
    if (m_current == frame || !m_frames.contains(frame) || m_written.contains(frame)) {
        return;
    }
    m_current = frame;
    m_lastPercent = -1;
    m_events.emplace_back(FrameStarted{frame, dimensions});
}

void FrameTrack::beginNext()
{
    for (const int frame : m_frames) {
        if (!m_written.contains(frame)) {
            started(frame);
            return;
        }
    }
}

void FrameTrack::progress(double done, std::optional<double> secondsLeft, std::optional<int> frame)
{
    if (frame) {
        started(*frame);
    } else if (!m_current) {
        beginNext();
    }
    // Hundredths are enough; renderers say more.
    const int percent = int(std::clamp(done, 0.0, 1.0) * 100);
    if (!m_current || (frame && m_current != frame) || percent <= m_lastPercent) {
        return;
    }
    m_lastPercent = percent;
    m_events.emplace_back(FrameProgress{*m_current, std::clamp(done, 0.0, 1.0), secondsLeft});
}

void FrameTrack::written(const QString &path, std::optional<double> seconds)
{
    const int named = frameOf(path);
    std::optional<int> frame;
    if (m_frames.contains(named)) {
        frame = named;
    } else if (m_current) {
        frame = m_current;
    } else if (m_frames.size() == 1) {
        frame = m_frames.front();
    }
    m_events.emplace_back(FrameWritten{frame, path, seconds});
    if (frame) {
        m_written += *frame;
        if (m_current == frame) {
            m_current.reset();
        }
    }
}

void FrameTrack::writtenAll(std::optional<double> seconds)
{
    for (const int frame : m_frames) {
        if (!m_written.contains(frame)) {
            m_written += frame;
            m_events.emplace_back(FrameWritten{frame, {}, m_frames.size() == 1 ? seconds : std::optional<double>()});
        }
    }
    m_current.reset();
}

void FrameTrack::problem(FailureReason reason, bool isFatal, const QString &text)
{
    const QString shown = text.trimmed().left(longestText);
    if (m_problems.size() >= mostProblems || m_problems.contains(shown)) {
        return;
    }
    m_problems += shown;
    m_events.emplace_back(Problem{reason, isFatal, shown, m_current});
}

} // namespace kinframe::render
