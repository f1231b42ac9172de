// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kinframe::test {

/// What a program said until it ended.
struct ProgramOutput
{
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray error;
};

[[nodiscard]] ProgramOutput runProgram(const QString &program, const QStringList &arguments, const QString &folder);

/// Packages of npm beside scripts that use them.
struct NpmPackages
{
    QString node;     ///< the program
    QString folder;   ///< where the scripts lie with their packages
    QString missing;  ///< why a test must be skipped; empty: all is there
    QByteArray error; ///< why they cannot be installed
};

/// Copies `tests/api/<name>` and installs what its package.json names.
[[nodiscard]] NpmPackages installPackages(const QString &name, const QString &folder);

} // namespace kinframe::test
