// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/immich_cli.h"

#include <QFileInfo>

namespace kinframe::test {

using namespace Qt::StringLiterals;

NpmPackages installImmich(const QString &folder)
{
    NpmPackages packages = installPackages(u"npm_immich"_s, folder);
    for (const QString &name : {u"linux-x64"_s, u"linux-arm64"_s, u"darwin-arm64"_s}) {
        const QString node = u"%1/node_modules/node-%2/bin/node"_s.arg(folder, name);
        if (QFileInfo(node).isFile()) {
            packages.node = node;
        }
    }
    return packages;
}

ImmichCli::ImmichCli(NpmPackages packages, const QString &version, const QString &configuration)
    : m_packages(std::move(packages))
    , m_version(version)
    , m_configuration(configuration)
{
}

QStringList ImmichCli::command(const QStringList &arguments) const
{
    const QString script = m_version.startsWith(u"2."_s) ? u"dist/index.js"_s : u"bin/immich"_s;
    return QStringList{u"%1/node_modules/immich-cli-%2/%3"_s.arg(m_packages.folder, m_version, script), u"-d"_s,
                       m_configuration} +
           arguments;
}

ProgramOutput ImmichCli::run(const QStringList &arguments) const
{
    return runProgram(m_packages.node, command(arguments), m_packages.folder);
}

ProgramOutput ImmichCli::login(const QString &server, const QByteArray &key) const
{
    return run({u"login-key"_s, server, QString::fromLatin1(key)});
}

QByteArray textOf(const ProgramOutput &output)
{
    return "exit code " + QByteArray::number(output.exitCode) + '\n' + output.out.right(3000) +
           output.error.right(3000);
}

} // namespace kinframe::test
