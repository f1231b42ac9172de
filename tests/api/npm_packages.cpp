// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/npm_packages.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

/// Whether npm did not get as far as the registry.
bool isOffline(const QByteArray &error)
{
    constexpr std::array signs{"network", "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT"};
    return std::any_of(signs.begin(), signs.end(), [&](const char *sign) { return error.contains(sign); });
}

} // namespace

ProgramOutput runProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    constexpr int longest = 240'000; // ms
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(longest)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

NpmPackages installPackages(const QString &name, const QString &folder)
{
    NpmPackages packages;
    packages.folder = folder;
    packages.node = QStandardPaths::findExecutable(u"node"_s);
    const QString npm = QStandardPaths::findExecutable(u"npm"_s);
    if (packages.node.isEmpty() || npm.isEmpty()) {
        packages.missing = u"Node.js with npm is not installed here."_s;
        return packages;
    }
    QDir().mkpath(folder);
    const QDir sources(QString::fromUtf8(KINFRAME_SOURCE_DIR) + u"/tests/api/"_s + name);
    for (const QString &file : sources.entryList(QDir::Files)) {
        QFile::remove(folder + u'/' + file);
        if (!QFile::copy(sources.filePath(file), folder + u'/' + file)) {
            packages.error = "cannot copy " + file.toUtf8();
            return packages;
        }
    }
    const ProgramOutput installed = runProgram(
        npm, {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--prefer-offline"_s}, folder);
    if (installed.exitCode != 0 && isOffline(installed.error)) {
        packages.missing = u"The registry of npm cannot be reached from here."_s;
    } else if (installed.exitCode != 0) {
        packages.error = "npm: " + installed.error;
    }
    return packages;
}

} // namespace kinframe::test
