// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/leftovers.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include "base/log.h"

#include <QDir>
#include <QFile>

#include <csignal>
#endif

namespace kinframe::render {

#ifdef Q_OS_LINUX

using namespace Qt::StringLiterals;

void endLeftovers(const QString &folder)
{
    const QByteArray sign = "KINFRAME_RENDER_JOB=" + QFile::encodeName(folder);
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isPid = false;
        const int pid = name.toInt(&isPid);
        QFile environment(u"/proc/%1/environ"_s.arg(name));
        if (!isPid || !environment.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            continue;
        }
        if (environment.readAll().split('\0').contains(sign)) {
            qCInfo(logApp, "Ending process %d, which a killed render left", pid);
            ::kill(pid_t(pid), SIGKILL);
        }
    }
}

#else

void endLeftovers(const QString & /*folder*/) {}

#endif

} // namespace kinframe::render
