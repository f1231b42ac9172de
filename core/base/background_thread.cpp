// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/background_thread.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <sys/resource.h>
#include <unistd.h>
#elif defined(Q_OS_MACOS)
#include <pthread/qos.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>
#endif

namespace kinframe {

void giveWayToOthers()
{
    // Where it is refused, the thread goes on as the others do.
#if defined(Q_OS_LINUX)
    // Of the thread alone, whatever POSIX says of the process. A thirtieth of the processor's time against one of 0.
    constexpr int background = 15;
    (void)setpriority(PRIO_PROCESS, id_t(gettid()), background);
#elif defined(Q_OS_MACOS)
    (void)pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#elif defined(Q_OS_WIN)
    (void)SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#endif
}

} // namespace kinframe
