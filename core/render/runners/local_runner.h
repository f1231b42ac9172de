// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/hardware.h"
#include "render/runners/runner.h"

#include <QThread>

#include <memory>

namespace kinframe::render {

class LocalBoard;
class LocalLoop;

struct LocalRunnerSettings
{
    /// The path of kinframe-render-worker; empty: beside this program, else in the folder above's `bin`, else in PATH.
    QString worker;
    std::optional<Hardware> hardware; ///< none: read when the runner begins
    int reservedCores = 0;            ///< that it does not render with
    qint64 logLimitMb = 64;           ///< of one chunk's log
};

/// Renders on this computer. Each chunk has a process of its own, which outlives this program; it is told what to do,
/// and tells what it does, by files in the chunk's folder.
class LocalRunner : public Runner
{
public:
    LocalRunner(LocalRunnerSettings settings, ReportSink sink);
    ~LocalRunner() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] std::optional<Capacity> capacity() const override;
    [[nodiscard]] Result<void> start(ChunkStart chunk) override;
    [[nodiscard]] Result<void> adopt(const QString &chunk, const QString &folder, const QString &runnerJob,
                                     const Needs &needs) override;
    [[nodiscard]] Result<void> pause(const QString &chunk) override;
    [[nodiscard]] Result<void> resume(const QString &chunk) override;
    [[nodiscard]] Result<void> cancel(const QString &chunk) override;

private:
    [[nodiscard]] Result<void> post(const QString &chunk, std::function<void(LocalLoop &)> task);

    std::shared_ptr<LocalBoard> m_board;
    QThread m_thread;
    LocalLoop *m_loop; ///< lives and ends on m_thread
};

} // namespace kinframe::render
