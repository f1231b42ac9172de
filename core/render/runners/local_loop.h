// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/job_watch.h"
#include "render/runners/local_board.h"
#include "render/runners/local_runner.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace kinframe::render {

/// Starts workers and watches them, on the thread it lives on.
class LocalLoop : public QObject
{
    Q_OBJECT

public:
    LocalLoop(LocalRunnerSettings settings, ReportSink sink, std::shared_ptr<LocalBoard> board);

    /// From any thread: `task` runs on its own, after those that were posted before.
    void post(std::function<void(LocalLoop &)> task);

    // On its thread.
    void begin(); ///< first
    void start(const ChunkStart &chunk);
    void adopt(const QString &chunk, const QString &folder);
    void pause(const QString &chunk);
    void resume(const QString &chunk);
    void cancel(const QString &chunk);

private:
    void runPosted();

    struct Watched
    {
        std::unique_ptr<JobWatch> watch;
        qint64 since = 0; ///< steadyMs()
        bool isLookDue = false;
    };

    [[nodiscard]] Result<void> launch(const ChunkStart &chunk);
    void watch(const QString &chunk, const JobFolder &folder, const WorkerJob &job);
    void changed(const QString &path);
    void lookSoon(const QString &chunk, int ms);
    void look(const QString &chunk);
    void lookAtAll();
    void end(const QString &chunk);
    void give(ChunkReport report);
    void notStarted(const QString &chunk, const Error &error);

    std::mutex m_mutex;
    std::vector<std::function<void(LocalLoop &)>> m_posted;
    LocalRunnerSettings m_settings;
    ReportSink m_sink;
    std::shared_ptr<LocalBoard> m_board;
    QFileSystemWatcher *m_files = nullptr; ///< made on the thread that it watches for; a child
    QTimer m_poll;
    std::map<QString, Watched> m_chunks;
};

} // namespace kinframe::render
