// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/library_holder.h"

#include "app/running_server.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QSysInfo>

#ifndef Q_OS_WIN
#include <csignal>
#endif

namespace kinframe::app {

using namespace Qt::StringLiterals;

qint64 servingProcess(const QString &root)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!QLockFile(root + u"/lock"_s).getLockInfo(&process, &host, &program)) {
        return 0;
    }
    // A number alone may by now be that of another program: the lock and the server must name the same.
    const bool isOurs = program == QCoreApplication::applicationName() && host == QSysInfo::machineHostName() &&
                        process == readServerFile(root).pid && process != QCoreApplication::applicationPid();
    return isOurs ? process : 0;
}

bool askToEnd(qint64 process)
{
#ifdef Q_OS_WIN
    Q_UNUSED(process)
    return false; // A console program of another console cannot be asked.
#else
    return process > 1 && ::kill(pid_t(process), SIGTERM) == 0;
#endif
}

} // namespace kinframe::app
