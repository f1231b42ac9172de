// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/runner.h"

#include <QMap>
#include <QStringList>

#include <mutex>

namespace kinframe::test {

/// A runner whose chunks do what the test says. Any thread.
class ScriptedRunner : public render::Runner
{
public:
    /// What all runners of a test share, so that it outlives them.
    struct Board
    {
        std::mutex mutex;
        render::Needs total{2, 8000, 0};
        std::optional<Error> trouble;
        QMap<QString, render::ChunkStart> open; ///< by name
        QStringList order;                      ///< in which they were started
        QStringList calls;                      ///< `pause <name>`, …
        QStringList adopted;
        int asked = 0; ///< how often for its capacity
        render::ReportSink sink;
    };

    ScriptedRunner(std::shared_ptr<Board> board, render::ReportSink sink);

    [[nodiscard]] QString name() const override { return QStringLiteral("local"); }
    [[nodiscard]] std::optional<render::Capacity> capacity() const override;
    [[nodiscard]] std::optional<Error> trouble() const override;
    [[nodiscard]] Result<void> start(render::ChunkStart chunk) override;
    [[nodiscard]] Result<void> adopt(const QString &chunk, const QString &folder, const QString &runnerJob,
                                     const render::Needs &needs) override;
    [[nodiscard]] Result<void> pause(const QString &chunk) override { return call(QStringLiteral("pause "), chunk); }
    [[nodiscard]] Result<void> resume(const QString &chunk) override { return call(QStringLiteral("resume "), chunk); }
    [[nodiscard]] Result<void> cancel(const QString &chunk) override { return call(QStringLiteral("cancel "), chunk); }

private:
    Result<void> call(const QString &what, const QString &chunk);

    std::shared_ptr<Board> m_board;
};

} // namespace kinframe::test
