// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/runner.h"
#include "render/runners/slurm_settings.h"

#include <QThread>

#include <memory>

namespace kinframe::render {

class SlurmBoard;
class SlurmLoop;

/// Renders on a cluster that Slurm runs: each chunk is a job, which runs the same worker that renders here. The folders
/// of chunks, the scenes and the renderers must be at the same paths on the nodes.
class SlurmRunner : public Runner
{
public:
    SlurmRunner(SlurmSettings settings, ReportSink sink);
    ~SlurmRunner() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] std::optional<Capacity> capacity() const override;
    [[nodiscard]] std::optional<Error> trouble() const override;
    [[nodiscard]] Result<void> start(ChunkStart chunk) override;
    [[nodiscard]] Result<void> adopt(const QString &chunk, const QString &folder, const QString &runnerJob,
                                     const Needs &needs) override;
    [[nodiscard]] Result<void> pause(const QString &chunk) override;
    [[nodiscard]] Result<void> resume(const QString &chunk) override;
    [[nodiscard]] Result<void> cancel(const QString &chunk) override;

private:
    [[nodiscard]] Result<void> take(const QString &chunk, const QString &folder, const Needs &needs);
    [[nodiscard]] Result<void> post(const QString &chunk, std::function<void(SlurmLoop &)> task);

    std::shared_ptr<SlurmBoard> m_board;
    QThread m_thread;
    SlurmLoop *m_loop; ///< lives and ends on m_thread
};

} // namespace kinframe::render
