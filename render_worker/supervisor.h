// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event_file.h"
#include "log_file.h"
#include "stop_clock.h"

#include "render/engines/line_splitter.h"
#include "render/runners/job_folder.h"
#include "render/runners/worker_job.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace kinframe::render {

/// Runs the processes of one chunk, within its limits, and does what the files in its folder ask for.
class Supervisor : public QObject
{
    Q_OBJECT

public:
    Supervisor(JobFolder folder, WorkerJob job);
    ~Supervisor() override;

    /// What the disk may fail with, before anything was started.
    [[nodiscard]] Result<void> begin();
    /// Ends all, as the file `stop` does. From a signal handler too.
    static void requestStop();

Q_SIGNALS:
    void finished(kinframe::render::ChunkEnd end);

private:
    struct Running
    {
        int command = 0;
        std::unique_ptr<QProcess> process;
        LineSplitter lines;
        qint64 startedAt = 0; ///< of m_clock
    };

    void tick();
    [[nodiscard]] WorkMoment moment();
    void startMore();
    void startCommand(int command);
    void read(Running &running);
    void commandEnded(int command, int exitCode, int signal, const QString &error);
    [[nodiscard]] bool isFolderGone();
    void setPaused(bool paused);
    void checkLimits();
    void stop(EndReason reason);
    void finishIfDone();

    JobFolder m_folder;
    WorkerJob m_job;
    EventFile m_events;
    LogFile m_log;
    StopClock m_clock;
    QTimer m_timer;
    std::vector<std::unique_ptr<Running>> m_running;
    int m_next = 0;
    int m_ticks = 0;
    int m_ticksWithoutFolder = 0;
    bool m_isPaused = false;
    std::optional<ChunkEnd> m_firstFailure;
    std::optional<EndReason> m_stopping;
    QElapsedTimer m_sinceStop;
    QElapsedTimer m_sinceEnd;
    std::optional<ChunkEnd> m_end; ///< all processes have ended; what is left is to say so

    static std::atomic<bool> s_stopRequested;
};

} // namespace kinframe::render
