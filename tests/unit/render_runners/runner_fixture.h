// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/local_runner.h"

#include <QMap>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <mutex>
#include <vector>

namespace kinframe::test {

/// All that was reported of one chunk.
struct Seen
{
    std::vector<render::ChunkReport> reports;
    std::vector<render::LoggedEvent> events;

    [[nodiscard]] render::ChunkState state() const;
    [[nodiscard]] std::optional<render::ChunkEnd> end() const;
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool was(render::ChunkState state) const;
    [[nodiscard]] QList<int> framesStarted() const;
    [[nodiscard]] QList<int> framesWritten() const;
    /// What was said of the size of a frame that began.
    [[nodiscard]] std::optional<QSize> dimensionsOf(int frame) const;
    [[nodiscard]] bool hasProblem(render::FailureReason reason) const;
    [[nodiscard]] double progress() const; ///< the highest of any frame
};

/// A local runner that renders into a folder of its own.
class RunnerFixture
{
public:
    /// In `folder`; empty: in a new one.
    explicit RunnerFixture(const QString &folder = {});

    /// A new runner, as after the program was started again; what was seen is forgotten.
    void restart();
    [[nodiscard]] QString path(const QString &name) const;
    /// A chunk with its folders, not started.
    [[nodiscard]] render::ChunkStart chunk(const QString &name, const render::ChunkCommands &commands) const;
    /// A chunk of one script of the shell for each frame.
    [[nodiscard]] render::ChunkStart scripts(const QString &name, const QStringList &scripts, int atOnce = 1) const;
    [[nodiscard]] Seen seen(const QString &chunk) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    std::unique_ptr<render::LocalRunner> runner;

private:
    struct Sight
    {
        std::mutex mutex;
        QMap<QString, Seen> chunks;
    };

    QTemporaryDir m_temporary;
    QString m_folder;
    std::shared_ptr<Sight> m_sight;
};

/// The process that the worker of a chunk said it has started last; 0 where there is none.
[[nodiscard]] qint64 rendererOf(const QString &folder);
[[nodiscard]] qint64 workerOf(const QString &folder);
[[nodiscard]] bool isRunning(qint64 pid);

} // namespace kinframe::test
