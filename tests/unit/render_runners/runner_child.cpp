// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner_fixture.h"

#include <QCoreApplication>

#include <cstdio>

using namespace kinframe::test;
using namespace Qt::StringLiterals;

/// FOLDER SCRIPT: starts a chunk "chunk" of that script and says so, then waits to be killed.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        return 2;
    }
    const RunnerFixture f(arguments[1]);
    if (!f.runner->start(f.scripts(u"chunk"_s, {arguments[2]}))) {
        return 1;
    }
    std::puts("started");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
