// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// One `#include` line.
struct Include
{
    QString file;   ///< the file that it stands in, from the root of the sources
    int line = 0;   ///< from 1
    QString target; ///< what stands between the quotes or brackets
    bool quoted = false;
};

/// A line that breaks a rule of how the parts of the project may know each other.
struct Breach
{
    QString file;
    int line = 0;
    QString reason;
};

/// The C++ files in the folders core, app and ui of `root`, as paths from there.
[[nodiscard]] QStringList sourceFiles(const QString &root);
[[nodiscard]] QList<Include> includesOf(const QString &root, const QStringList &files);
/// The part of the project that a source belongs to: `base`, `faces/engine`, `app`, …; empty where the table of allowed
/// arrows does not know it.
[[nodiscard]] QString partOf(const QString &file);

/// Includes against the direction of the arrows, past a part's own headers, or not written from core/.
[[nodiscard]] QList<Breach> arrowBreaches(const QList<Include> &includes, const QStringList &files);
