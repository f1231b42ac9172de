// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor.h"

#include "process_tree.h"

#include "base/clock.h"
#include "base/files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// How fast a request is seen; looking for two files is next to nothing, also over a network.
constexpr int tickMs = 200;
// Counting the memory of all processes costs a little more.
constexpr int ticksBetweenCounts = 3;
constexpr qint64 politeMs = 2000;
// A file server may be away for a moment.
constexpr int ticksWithoutFolder = 25;
// A disk that is full at the end may be emptied by somebody; then the end is still told.
constexpr qint64 patienceMs = 10'000;

QString lookedUp(const QString &value, const QString &inherited)
{
    QString filled = value;
    return filled.replace(u"{inherited}"_s, inherited);
}

QProcessEnvironment environmentOf(const Command &command, const WorkerLimits &limits, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // By this name, what is left of a chunk is found when its worker was killed.
    environment.insert(u"KINFRAME_RENDER_JOB"_s, folder);
    if (limits.gpus) {
        QStringList numbers;
        for (const int gpu : *limits.gpus) {
            numbers += QString::number(gpu);
        }
        // No card at all is the number that none has.
        const QString cards = numbers.isEmpty() ? u"-1"_s : numbers.join(u',');
        environment.insert(u"CUDA_VISIBLE_DEVICES"_s, cards);
        environment.insert(u"HIP_VISIBLE_DEVICES"_s, cards);
    }
    for (auto variable = command.environment.cbegin(); variable != command.environment.cend(); ++variable) {
        environment.insert(variable.key(), lookedUp(variable.value(), environment.value(variable.key())));
    }
    return environment;
}

} // namespace

std::atomic<bool> Supervisor::s_stopRequested = false;

Supervisor::Supervisor(JobFolder folder, WorkerJob job)
    : m_folder(std::move(folder))
    , m_job(std::move(job))
    , m_events(m_folder.events())
    , m_log(m_folder, m_job.limits.logBytes, LogParser(m_job.engine, loggedCommands(m_job)))
{
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &Supervisor::tick);
}

Supervisor::~Supervisor() = default;

Result<void> Supervisor::begin()
{
    if (auto opened = m_events.open(); !opened) {
        return opened;
    }
    if (auto opened = m_log.open(); !opened) {
        return opened;
    }
    (void)syncFolder(m_folder.path);
    // A cluster has a name of its own for this computer.
    const QString node = qEnvironmentVariable("SLURMD_NODENAME", QSysInfo::machineHostName());
    m_events.append(WorkerStarted{wallMs(), node, QCoreApplication::applicationPid()});
    m_timer.start();
    tick();
    return {};
}

void Supervisor::requestStop()
{
    s_stopRequested = true;
}

void Supervisor::tick()
{
    m_clock.tick(m_isPaused);
    ++m_ticks;
    if (m_end) {
        // Only the file of events holds it up.
        if (m_events.flush() || m_sinceEnd.elapsed() > patienceMs) {
            m_timer.stop();
            Q_EMIT finished(*m_end);
        }
        return;
    }
    if (!m_stopping && (s_stopRequested || QFileInfo::exists(m_folder.stop()) || isFolderGone())) {
        stop(EndReason::Stopped);
    }
    if (!m_stopping) {
        setPaused(QFileInfo::exists(m_folder.pause()));
        checkLimits();
    } else if (m_sinceStop.elapsed() > politeMs) {
        signalTree(TreeSignal::Kill);
    }
    startMore();
    m_log.flush(moment());
    (void)m_events.flush();
    finishIfDone();
}

WorkMoment Supervisor::moment()
{
    m_clock.tick(m_isPaused);
    return {wallMs(), m_clock.worked(), m_clock.lost()};
}

void Supervisor::startMore()
{
    while (!m_stopping && !m_isPaused && m_next < int(m_job.commands.size()) && int(m_running.size()) < m_job.atOnce) {
        startCommand(m_next++);
    }
}

void Supervisor::startCommand(int command)
{
    const Command &wanted = m_job.commands[size_t(command)];
    auto running = std::make_unique<Running>();
    running->command = command;
    running->startedAt = m_clock.worked();
    running->process = std::make_unique<QProcess>();
    QProcess &process = *running->process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessEnvironment(environmentOf(wanted, m_job.limits, m_folder.path));
    process.setWorkingDirectory(wanted.workingDir);
    prepareMember(process);
    Running *const its = running.get();
    connect(&process, &QProcess::readyRead, this, [this, its] { read(*its); });
    connect(&process, &QProcess::finished, this, [this, its](int exitCode, QProcess::ExitStatus status) {
        const bool isSignal = status == QProcess::CrashExit;
        commandEnded(its->command, isSignal ? -1 : exitCode, isSignal ? exitCode : 0, {});
    });
    connect(&process, &QProcess::errorOccurred, this, [this, its](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            commandEnded(its->command, -1, 0, its->process->errorString());
        }
    });
    m_running.push_back(std::move(running));
    m_log.append(LogMark{LogMark::Kind::Started, command, 0, 0, 0});
    process.start(wanted.program, wanted.arguments, QIODevice::ReadOnly);
    if (process.processId() > 0) {
        m_events.append(WorkerCommandStarted{wallMs(), command, process.processId()});
    }
}

void Supervisor::read(Running &running)
{
    running.lines.feed(running.process->readAll(), [&](QByteArrayView line, qint64 /*from*/, qint64 /*to*/) {
        m_log.append(running.command, line);
    });
    m_log.flush(moment());
}

void Supervisor::commandEnded(int command, int exitCode, int signal, const QString &error)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [&](const std::unique_ptr<Running> &one) { return one->command == command; });
    if (found == m_running.end()) {
        return;
    }
    Running &running = **found;
    read(running);
    running.lines.finish([&](QByteArrayView line, qint64 /*from*/, qint64 /*to*/) { m_log.append(command, line); });
    if (!error.isEmpty()) {
        m_log.append(command, error.toUtf8());
    }
    const double seconds = double(m_clock.worked() - running.startedAt) / 1000;
    m_log.append(LogMark{LogMark::Kind::Ended, command, exitCode, signal, seconds});
    m_log.flush(moment());
    m_events.append(WorkerCommandEnded{wallMs(), command, exitCode, signal});
    if ((exitCode != 0 || signal != 0) && !m_firstFailure) {
        m_firstFailure = ChunkEnd{error.isEmpty() ? EndReason::Failed : EndReason::NotStarted, exitCode, signal, error};
    }
    // Not now: one of its signals is being handled.
    running.process->disconnect(this);
    running.process.release()->deleteLater();
    m_running.erase(found);
    if (!error.isEmpty() && !m_stopping) {
        // The next would not start either.
        stop(EndReason::NotStarted);
    }
    // Not from here, where the start of one may have led: a program that cannot be started must not start the next.
    QTimer::singleShot(0, this, &Supervisor::tick);
}

// Whoever removed it wants no render any more, and has no other way left to say so.
bool Supervisor::isFolderGone()
{
    m_ticksWithoutFolder = QFileInfo::exists(m_folder.job()) ? 0 : m_ticksWithoutFolder + 1;
    return m_ticksWithoutFolder > ticksWithoutFolder;
}

void Supervisor::setPaused(bool paused)
{
    if (paused == m_isPaused) {
        // What was started by a process in the moment it was paused is paused too.
        if (paused) {
            signalTree(TreeSignal::Pause);
        }
        return;
    }
    signalTree(paused ? TreeSignal::Pause : TreeSignal::Continue);
    m_isPaused = paused;
    if (paused) {
        m_events.append(WorkerPaused{wallMs(), m_clock.worked()});
    } else {
        m_events.append(WorkerResumed{wallMs(), m_clock.worked()});
    }
}

void Supervisor::checkLimits()
{
    if (m_job.limits.seconds > 0 && m_clock.worked() > m_job.limits.seconds * 1000) {
        stop(EndReason::Time);
    } else if (m_job.limits.memoryMb > 0 && m_ticks % ticksBetweenCounts == 0 &&
               treeMemoryMb() > m_job.limits.memoryMb) {
        stop(EndReason::Memory);
    }
}

void Supervisor::stop(EndReason reason)
{
    m_stopping = reason;
    m_sinceStop.start();
    // Who uses too much memory has no two seconds to think about it.
    signalTree(reason == EndReason::Memory ? TreeSignal::Kill : TreeSignal::Terminate);
    // One that is paused would never see it.
    signalTree(TreeSignal::Continue);
    m_isPaused = false;
}

void Supervisor::finishIfDone()
{
    const bool isThrough = m_stopping || m_next >= int(m_job.commands.size());
    if (!m_running.empty() || !isThrough || m_end) {
        return;
    }
    // What the processes left behind.
    signalTree(TreeSignal::Kill);
    ChunkEnd end = m_firstFailure.value_or(ChunkEnd());
    if (m_stopping && !(m_stopping == EndReason::NotStarted && m_firstFailure)) {
        end.reason = *m_stopping;
    }
    m_end = end;
    m_sinceEnd.start();
    // Before the end is told: then the log is whole.
    m_log.sync(moment());
    m_events.append(WorkerEnded{wallMs(), end, m_clock.worked()});
    tick();
}

} // namespace kinframe::render
