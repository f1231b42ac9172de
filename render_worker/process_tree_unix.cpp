// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "process_tree.h"

#include <QProcess>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/prctl.h>
#endif

namespace kinframe::render {
namespace {

#ifdef Q_OS_LINUX

// The start of a small file of /proc; empty where the process is gone.
QByteArray readProc(pid_t pid, const char *name)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/%s", int(pid), name);
    const int handle = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return {};
    }
    std::array<char, 512> bytes{};
    const ssize_t count = ::read(handle, bytes.data(), bytes.size());
    ::close(handle);
    return count > 0 ? QByteArray(bytes.data(), count) : QByteArray();
}

// What stands before it is the name of the program, which may hold anything, brackets too.
QList<QByteArray> fieldsAfterName(pid_t pid)
{
    const QByteArray line = readProc(pid, "stat");
    const qsizetype end = line.lastIndexOf(')');
    return end < 0 ? QList<QByteArray>() : line.mid(end + 2).split(' ');
}

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> pids;
    DIR *folder = ::opendir("/proc");
    if (folder == nullptr) {
        return pids;
    }
    while (const dirent *entry = ::readdir(folder)) {
        pid_t pid = 0;
        const char *end = entry->d_name + std::strlen(entry->d_name);
        if (std::from_chars(entry->d_name, end, pid).ptr == end && pid > 0) {
            pids.push_back(pid);
        }
    }
    ::closedir(folder);
    return pids;
}

// Those below this process that still live, each after the one that started it.
std::vector<pid_t> descendants()
{
    std::multimap<pid_t, pid_t> children;
    for (const pid_t pid : allProcesses()) {
        const QList<QByteArray> fields = fieldsAfterName(pid);
        if (fields.size() > 1 && fields[0] != "Z" && fields[0] != "X") {
            children.emplace(pid_t(fields[1].toInt()), pid);
        }
    }
    std::vector<pid_t> found;
    std::vector<pid_t> open{::getpid()};
    while (!open.empty()) {
        const pid_t parent = open.back();
        open.pop_back();
        const auto [first, last] = children.equal_range(parent);
        for (auto child = first; child != last; ++child) {
            found.push_back(child->second);
            open.push_back(child->second);
        }
    }
    return found;
}

#else

// Without a list of processes, what was started here is known by its groups alone.
std::vector<pid_t> &knownGroups()
{
    static std::vector<pid_t> groups;
    return groups;
}

#endif

int numberOf(TreeSignal signal)
{
    switch (signal) {
    case TreeSignal::Terminate:
        return SIGTERM;
    case TreeSignal::Kill:
        return SIGKILL;
    case TreeSignal::Pause:
        return SIGSTOP;
    case TreeSignal::Continue:
        break;
    }
    return SIGCONT;
}

} // namespace

void becomeRoot([[maybe_unused]] const QList<int> &cpus, bool isBackground)
{
#ifdef Q_OS_LINUX
    // Whose parent ends becomes our child, so that none gets away.
    (void)::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    if (!cpus.isEmpty()) {
        cpu_set_t set;
        CPU_ZERO(&set);
        for (const int cpu : cpus) {
            if (cpu >= 0 && cpu < CPU_SETSIZE) {
                CPU_SET(size_t(cpu), &set);
            }
        }
        // Refused where none of them is ours any more: then all are used.
        (void)::sched_setaffinity(0, sizeof set, &set);
    }
#endif
    if (isBackground) {
        constexpr int background = 5; // Behind the window, before photos that are taken in.
        (void)::setpriority(PRIO_PROCESS, 0, background);
    }
}

void prepareMember(QProcess &process)
{
    process.setChildProcessModifier([] {
        // Only what is allowed between fork and exec.
        ::setpgid(0, 0);
        ::signal(SIGHUP, SIG_DFL);
        ::signal(SIGTERM, SIG_DFL);
        ::signal(SIGINT, SIG_DFL);
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#endif
    });
#ifndef Q_OS_LINUX
    QObject::connect(&process, &QProcess::started, &process,
                     [&process] { knownGroups().push_back(pid_t(process.processId())); });
#endif
}

bool signalTree(TreeSignal signal)
{
    const int number = numberOf(signal);
#ifdef Q_OS_LINUX
    const std::vector<pid_t> pids = descendants();
    for (const pid_t pid : pids) {
        ::kill(pid, number);
    }
    return !pids.empty();
#else
    bool isAny = false;
    for (const pid_t group : knownGroups()) {
        isAny = ::killpg(group, number) == 0 || isAny;
    }
    return isAny;
#endif
}

qint64 treeMemoryMb()
{
#ifdef Q_OS_LINUX
    // Pages that several have in common count once: those of the one that shares most.
    qint64 own = 0;
    qint64 mostShared = 0;
    for (const pid_t pid : descendants()) {
        const QList<QByteArray> fields = readProc(pid, "statm").split(' ');
        if (fields.size() > 2) {
            const qint64 shared = fields[2].toLongLong();
            own += std::max<qint64>(0, fields[1].toLongLong() - shared);
            mostShared = std::max(mostShared, shared);
        }
    }
    return (own + mostShared) * ::sysconf(_SC_PAGESIZE) / (1024 * 1024);
#else
    return 0;
#endif
}

} // namespace kinframe::render
