// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/npm_packages.h"

#include <QString>
#include <QStringList>

namespace kinframe::test {

/// The packages of `tests/api/npm_immich`, with the Node 22 that comes with them: the newest of them ask for it.
[[nodiscard]] NpmPackages installImmich(const QString &folder);

/// One version of Immich's command line, with a folder of its own for where it signed in.
class ImmichCli
{
public:
    ImmichCli(NpmPackages packages, const QString &version, const QString &configuration);

    [[nodiscard]] ProgramOutput login(const QString &server, const QByteArray &key) const;
    [[nodiscard]] ProgramOutput run(const QStringList &arguments) const;
    /// For what is started without waiting for its end.
    [[nodiscard]] QStringList command(const QStringList &arguments) const;

    [[nodiscard]] const NpmPackages &packages() const { return m_packages; }

private:
    NpmPackages m_packages;
    QString m_version;
    QString m_configuration;
};

/// What it said, for a test that fails.
[[nodiscard]] QByteArray textOf(const ProgramOutput &output);

} // namespace kinframe::test
