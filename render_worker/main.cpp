// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "process_tree.h"
#include "supervisor.h"

#include "base/clock.h"
#include "base/files.h"
#include "render/runners/file_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <csignal>
#include <cstdio>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace kinframe;
using namespace kinframe::render;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitWrongUse = 2;
constexpr qint64 largestJob = 64 * 1024 * 1024;

// Nothing of whoever started this may be held open here: it may be gone long before this ends.
void closeInherited()
{
#ifndef Q_OS_WIN
    const QStringList handles = QDir(u"/dev/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QString &name : handles) {
        if (const int handle = name.toInt(); handle > STDERR_FILENO) {
            ::close(handle);
        }
    }
#endif
}

void stopOn(int signal)
{
    std::signal(signal, [](int) { Supervisor::requestStop(); });
}

int failed(const Error &error)
{
    std::fprintf(stderr, "kinframe-render-worker: %s\n", qPrintable(error.forLog()));
    return exitFailed;
}

// Says why it never began, for whoever waits for its end.
int notStarted(const JobFolder &folder, const Error &error)
{
    EventFile events(folder.events());
    if (events.open()) {
        events.append(WorkerEnded{wallMs(), {EndReason::NotStarted, 0, 0, error.forLog()}});
    }
    return failed(error);
}

int work(const JobFolder &folder)
{
    const auto lock = FileLock::take(folder.lock());
    if (!lock) {
        return failed(lock.error());
    }
    if (QFileInfo::exists(folder.events())) {
        // A chunk is rendered once: its folder is of one attempt.
        return failed({ErrorCode::Conflict, {{u"reason"_s, u"it is being rendered already"_s}}, {}});
    }
    const auto json = readSmallFile(folder.job(), largestJob);
    if (!json) {
        return notStarted(folder, json.error());
    }
    auto job = workerJobFrom(*json, folder.job());
    if (!job) {
        return notStarted(folder, job.error());
    }
    becomeRoot(job->limits.cpus, job->limits.isBackground);
    Supervisor supervisor(folder, std::move(*job));
    QObject::connect(
        &supervisor, &Supervisor::finished, qApp,
        [](const ChunkEnd &end) { QCoreApplication::exit(end.reason == EndReason::Done ? exitDone : exitFailed); },
        Qt::QueuedConnection);
    if (const auto begun = supervisor.begin(); !begun) {
        return failed(begun.error());
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    closeInherited();
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 2 && arguments[1] == u"--version") {
        std::printf("kinframe-render-worker %s\n", KINFRAME_VERSION);
        return exitDone;
    }
    if (arguments.size() != 2 || !QFileInfo(arguments[1]).isDir()) {
        std::fprintf(stderr, "kinframe-render-worker FOLDER: renders the chunk that FOLDER/job.json describes\n");
        return exitWrongUse;
    }
#ifndef Q_OS_WIN
    std::signal(SIGHUP, SIG_IGN);
#endif
    stopOn(SIGTERM);
    stopOn(SIGINT);
    return work({QFileInfo(arguments[1]).absoluteFilePath()});
}
