// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/slurm_board.h"
#include "render/runners/slurm_chunk.h"
#include "render/runners/slurm_commands.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace kinframe::render {

/// Has the cluster run workers and watches them, on the thread it lives on. While the cluster's controller is away
/// nothing is told of chunks but what their workers say, and what was to be done is done when it is back.
class SlurmLoop : public QObject
{
    Q_OBJECT

public:
    SlurmLoop(SlurmSettings settings, ReportSink sink, std::shared_ptr<SlurmBoard> board);

    /// From any thread: `task` runs on its own, after those that were posted before.
    void post(std::function<void(SlurmLoop &)> task);

    // On its thread.
    void begin(); ///< first
    void start(const ChunkStart &chunk);
    void adopt(const QString &chunk, const QString &folder, const QString &runnerJob);
    void pause(const QString &chunk);
    void resume(const QString &chunk);
    void cancel(const QString &chunk);

private:
    void runPosted();

    // Slurm.
    void submitMore();
    void submit(const QStringList &chunks, Submit how);
    void submitted(const QStringList &chunks, Submit how, const SlurmAnswer &answer);
    void submittedAs(const QString &chunk, const QString &job, Submit how);
    void askNodes();
    void askJobs();
    void jobsHeard(const SlurmAnswer &answer, qint64 askedAt);
    void controllerAway(const QString &error);
    void giveOrder(SlurmChunk &chunk);

    // The workers' folders.
    void lookAtAll();
    void look(const QString &chunk);
    void end(const QString &chunk, ChunkReport last);

    [[nodiscard]] SlurmChunk *find(const QString &chunk);
    void add(ChunkStart chunk, const WorkerJob &job);
    void give(SlurmChunk &chunk, ChunkReport report);
    void notStarted(QString chunk, const QString &why);

    std::mutex m_mutex;
    std::vector<std::function<void(SlurmLoop &)>> m_posted;
    SlurmSettings m_settings;
    ReportSink m_sink;
    std::shared_ptr<SlurmBoard> m_board;
    SlurmCommands m_questions;
    SlurmCommands m_orders;
    QTimer m_submitTimer;
    QTimer m_lookTimer;
    QTimer m_jobsTimer;
    QTimer m_nodesTimer;
    QString m_nodesError; ///< why it is not known what the cluster has, as it was logged
    bool m_isAway = false;
    bool m_takesArrays = true;
    int m_restMs = 0; ///< before the controller is asked again while it is away
    std::map<QString, std::unique_ptr<SlurmChunk>> m_chunks;
};

} // namespace kinframe::render
