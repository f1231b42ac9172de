// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/job_folder.h"
#include "render/runners/runner.h"
#include "render/runners/worker_clock.h"
#include "render/runners/worker_events.h"
#include "render/runners/worker_job.h"

#include <QString>

#include <deque>
#include <memory>
#include <optional>

namespace kinframe::render {

/// Reads what a worker tells in its folder, wherever it runs: each look() gives what is new since the last. For one
/// thread, which may read files.
class JobWatch
{
public:
    /// `job` is what the worker was told.
    JobWatch(QString chunk, JobFolder folder, const WorkerJob &job);

    [[nodiscard]] const QString &chunk() const { return m_chunk; }
    [[nodiscard]] const JobFolder &folder() const { return m_folder; }
    [[nodiscard]] ChunkState state() const { return m_state; } ///< as the worker told it last, before its end
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }
    [[nodiscard]] bool hasEnded() const { return m_end.has_value(); }

    /// Whether the worker lives and is not stopped from outside, as far as the runner knows. Before it is said, it is
    /// not known.
    void setAlive(bool isAlive);
    /// Says in the report how long the worker has worked, as of now.
    void stamp(ChunkReport &report) const;
    /// What is new; nothing where nothing is. A long log comes in several: `more` says that there is more of it now.
    /// The report of the end is for the caller, once nothing of the worker is left.
    [[nodiscard]] std::optional<ChunkReport> look(bool *more = nullptr);
    /// The last report: with the end that the worker told, or Lost. The log must have been read to its end.
    [[nodiscard]] ChunkReport last();

private:
    bool readEvents();
    void readTimes();
    bool readLog(std::vector<LoggedEvent> &events, bool &more);
    void take(const WorkerEvent &event);
    void tell(qint64 at, std::optional<qint64> workedMs, bool isRunning);
    [[nodiscard]] qint64 ageOf(qint64 at) const;
    [[nodiscard]] std::optional<WorkMoment> momentOf(const LoggedEvent &event);
    [[nodiscard]] ChunkReport report() const;

    QString m_chunk;
    JobFolder m_folder;
    LogParser m_parser;
    WorkerClock m_clock;
    std::deque<WorkerLogged> m_written; ///< pieces of the log that have not been read, and when they were written
    qint64 m_eventsRead = 0;
    qint64 m_timesRead = 0;
    bool m_hasStarted = false;
    bool m_isTimed = false;    ///< the worker tells when it wrote what
    bool m_isCaughtUp = false; ///< what was there when this began has been read
    ChunkState m_state = ChunkState::Waiting;
    QString m_node;
    std::optional<qint64> m_since;        ///< ms since 1970
    std::optional<qint64> m_lastOutputAt; ///< ms since 1970
    std::optional<qint64> m_lastOutputMs; ///< of work
    std::optional<ChunkEnd> m_end;
};

} // namespace kinframe::render
