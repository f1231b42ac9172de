// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kinframe::app {

/// What was asked of the command line.
struct Invocation
{
    QString data;        ///< the library's folder
    QString command;     ///< `serve`, `import`, …
    QStringList words;   ///< after the command
    QStringList options; ///< names of those that were given, without dashes
    QString host;
    int port = 8000;
    int size = 10;
    QString user;
    QString name;
    QString password;
    QString server; ///< the name of a remote library

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
};

// Each runs one command and gives the exit code.
int runServe(const Invocation &invocation);
int runDownload(const Invocation &invocation);
int runImport(const Invocation &invocation);
int runRecognize(const Invocation &invocation);
int runUser(const Invocation &invocation);
int runKey(const Invocation &invocation);
int runModels(const Invocation &invocation);
int runStatus(const Invocation &invocation);
int runBackup(const Invocation &invocation);
int runRestore(const Invocation &invocation);
int runCheck(const Invocation &invocation);

} // namespace kinframe::app
