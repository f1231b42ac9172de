// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/job_folder.h"
#include "render/runners/worker_events.h"
#include "render/runners/worker_job.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <optional>
#include <vector>

namespace kinframe::test {

/// A worker in a folder of its own, whose processes are scripts of the shell.
class WorkerFixture
{
public:
    /// In `parent`; empty: in a folder for temporary files.
    explicit WorkerFixture(const QString &parent = {});
    ~WorkerFixture();
    WorkerFixture(const WorkerFixture &) = delete;
    WorkerFixture &operator=(const WorkerFixture &) = delete;

    /// A process that runs the script, in the fixture's folder.
    void add(const QString &script);
    void start();
    [[nodiscard]] bool waitForEnd();

    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] std::vector<render::WorkerEvent> events() const;
    [[nodiscard]] std::optional<render::ChunkEnd> end() const;

    template <typename Event>
    [[nodiscard]] int count() const
    {
        int count = 0;
        for (const render::WorkerEvent &event : events()) {
            count += std::holds_alternative<Event>(event) ? 1 : 0;
        }
        return count;
    }

    render::JobFolder folder;
    render::WorkerJob job;
    QProcess worker;

private:
    QTemporaryDir m_temporary;
};

/// The state of a process as /proc names it (R, S, T, Z, …); 0 where there is none.
[[nodiscard]] char stateOf(qint64 pid);
[[nodiscard]] bool isRunning(qint64 pid);

} // namespace kinframe::test
