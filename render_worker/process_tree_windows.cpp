// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "process_tree.h"

#include <QProcess>

#include <qt_windows.h>

#include <psapi.h>

#include <vector>

namespace kinframe::render {
namespace {

// This process and all that it starts are in one job, which ends what is left of them when this process ends.
HANDLE &job()
{
    static HANDLE handle = nullptr;
    return handle;
}

std::vector<DWORD> members()
{
    // Room for more than any renderer starts; what does not fit is not seen.
    constexpr size_t most = 4096;
    std::vector<std::byte> room(sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + most * sizeof(ULONG_PTR));
    auto *list = reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST *>(room.data());
    std::vector<DWORD> pids;
    if (QueryInformationJobObject(job(), JobObjectBasicProcessIdList, list, DWORD(room.size()), nullptr) == 0) {
        return pids;
    }
    for (DWORD i = 0; i < list->NumberOfProcessIdsInList; ++i) {
        if (const auto pid = DWORD(list->ProcessIdList[i]); pid != GetCurrentProcessId()) {
            pids.push_back(pid);
        }
    }
    return pids;
}

// Windows pauses processes, but has no name for it.
using PauseCall = LONG(NTAPI *)(HANDLE);

PauseCall pauseCall(const char *name)
{
    return reinterpret_cast<PauseCall>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name));
}

void signalOne(HANDLE process, TreeSignal signal)
{
    switch (signal) {
    case TreeSignal::Terminate: // has no polite form for programs without a window
    case TreeSignal::Kill:
        TerminateProcess(process, 15);
        return;
    case TreeSignal::Pause:
    case TreeSignal::Continue:
        const PauseCall call = pauseCall(signal == TreeSignal::Pause ? "NtSuspendProcess" : "NtResumeProcess");
        if (call != nullptr) {
            call(process);
        }
        return;
    }
}

} // namespace

void becomeRoot(const QList<int> &cpus, bool isBackground)
{
    job() = CreateJobObjectW(nullptr, nullptr);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job(), GetCurrentProcess());
    DWORD_PTR mask = 0;
    for (const int cpu : cpus) {
        if (cpu >= 0 && cpu < int(sizeof mask * 8)) {
            mask |= DWORD_PTR(1) << cpu;
        }
    }
    if (mask != 0) {
        SetProcessAffinityMask(GetCurrentProcess(), mask);
    }
    if (isBackground) {
        SetPriorityClass(GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS);
    }
}

void prepareMember(QProcess & /*process*/) {}

bool signalTree(TreeSignal signal)
{
    const std::vector<DWORD> pids = members();
    for (const DWORD pid : pids) {
        if (const HANDLE process = OpenProcess(PROCESS_TERMINATE | PROCESS_SUSPEND_RESUME, FALSE, pid)) {
            signalOne(process, signal);
            CloseHandle(process);
        }
    }
    return !pids.empty();
}

qint64 treeMemoryMb()
{
    qint64 bytes = 0;
    for (const DWORD pid : members()) {
        if (const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, pid)) {
            PROCESS_MEMORY_COUNTERS counters = {};
            if (GetProcessMemoryInfo(process, &counters, sizeof counters) != 0) {
                bytes += qint64(counters.WorkingSetSize);
            }
            CloseHandle(process);
        }
    }
    return bytes / (1024 * 1024);
}

} // namespace kinframe::render
