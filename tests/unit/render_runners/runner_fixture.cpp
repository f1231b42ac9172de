// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner_fixture.h"

#include "render/runners/job_folder.h"
#include "render/runners/worker_events.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>

namespace kinframe::test {

using namespace kinframe::render;
using namespace Qt::StringLiterals;

ChunkState Seen::state() const
{
    return reports.empty() ? ChunkState::Waiting : reports.back().state;
}

std::optional<ChunkEnd> Seen::end() const
{
    return reports.empty() ? std::nullopt : reports.back().end;
}

bool Seen::isOver() const
{
    return state() == ChunkState::Ended || state() == ChunkState::Lost;
}

bool Seen::was(ChunkState wanted) const
{
    return std::any_of(reports.begin(), reports.end(),
                       [&](const ChunkReport &report) { return report.state == wanted; });
}

QList<int> Seen::framesStarted() const
{
    QList<int> frames;
    for (const LoggedEvent &event : events) {
        if (const auto *started = std::get_if<FrameStarted>(&event.event)) {
            frames += started->frame;
        }
    }
    return frames;
}

QList<int> Seen::framesWritten() const
{
    QList<int> frames;
    for (const LoggedEvent &event : events) {
        if (const auto *written = std::get_if<FrameWritten>(&event.event)) {
            frames += written->frame.value_or(-1);
        }
    }
    return frames;
}

std::optional<QSize> Seen::dimensionsOf(int frame) const
{
    for (const LoggedEvent &event : events) {
        const auto *started = std::get_if<FrameStarted>(&event.event);
        if (started != nullptr && started->frame == frame) {
            return started->dimensions;
        }
    }
    return std::nullopt;
}

bool Seen::hasProblem(FailureReason reason) const
{
    return std::any_of(events.begin(), events.end(), [&](const LoggedEvent &event) {
        const auto *problem = std::get_if<Problem>(&event.event);
        return problem != nullptr && problem->reason == reason;
    });
}

double Seen::progress() const
{
    double most = 0;
    for (const LoggedEvent &event : events) {
        if (const auto *progress = std::get_if<FrameProgress>(&event.event)) {
            most = std::max(most, progress->done);
        }
    }
    return most;
}

RunnerFixture::RunnerFixture(const QString &folder)
    : m_folder(folder.isEmpty() ? m_temporary.path() : folder)
{
    restart();
}

void RunnerFixture::restart()
{
    runner.reset();
    m_sight = std::make_shared<Sight>();
    LocalRunnerSettings settings;
    settings.worker = QString::fromLocal8Bit(RENDER_WORKER);
    settings.hardware = Hardware{u"here"_s, 8, 16 * 1024, {{u"one"_s, 1024}, {u"two"_s, 1024}}};
    runner = std::make_unique<LocalRunner>(settings, [sight = m_sight](const ChunkReport &report) {
        const std::scoped_lock lock(sight->mutex);
        Seen &seen = sight->chunks[report.chunk];
        seen.events.insert(seen.events.end(), report.events.begin(), report.events.end());
        seen.reports.push_back(report);
    });
}

QString RunnerFixture::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

ChunkStart RunnerFixture::chunk(const QString &name, const ChunkCommands &commands) const
{
    ChunkStart start;
    start.chunk = name;
    start.folder = path(name);
    start.commands = commands;
    if (!QDir().mkpath(start.folder + u"/out"_s)) {
        qFatal("the test cannot make its folders");
    }
    return start;
}

ChunkStart RunnerFixture::scripts(const QString &name, const QStringList &scripts, int atOnce) const
{
    ChunkCommands commands;
    commands.engine = Engine::Command;
    commands.atOnce = atOnce;
    for (const QString &script : scripts) {
        commands.commands.push_back(
            {u"/bin/sh"_s, {u"-c"_s, script}, {}, path(name), {int(commands.commands.size()) + 1}});
    }
    return chunk(name, commands);
}

Seen RunnerFixture::seen(const QString &chunk) const
{
    const std::scoped_lock lock(m_sight->mutex);
    return m_sight->chunks.value(chunk);
}

QByteArray RunnerFixture::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

namespace {

template <typename Event>
qint64 lastPid(const QString &folder)
{
    qint64 pid = 0;
    QFile file(JobFolder{folder}.events());
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            const auto event = workerEventFrom(line);
            if (const auto *its = event ? std::get_if<Event>(&*event) : nullptr) {
                pid = its->pid;
            }
        }
    }
    return pid;
}

} // namespace

qint64 rendererOf(const QString &folder)
{
    return lastPid<WorkerCommandStarted>(folder);
}

qint64 workerOf(const QString &folder)
{
    return lastPid<WorkerStarted>(folder);
}

bool isRunning(qint64 pid)
{
    if (pid <= 0 || ::kill(pid_t(pid), 0) != 0) {
        return false;
    }
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace kinframe::test
