// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace kinframe::render {

/// How to reach a cluster that Slurm runs. A value.
struct SlurmSettings
{
    QString partition;                  ///< empty: the cluster's usual one
    QString account;                    ///< empty: the user's usual one
    QStringList extraArguments;         ///< of sbatch, after ours, so that they win
    QString worker;                     ///< path of kinframe-render-worker on the nodes; empty: the same as here
    QString commandFolder;              ///< where sbatch, squeue and so on are; empty: in PATH
    QMap<QString, QString> environment; ///< of these commands on top of ours, such as SLURM_CONF
    qint64 logLimitMb = 64;             ///< of one chunk's log
};

} // namespace kinframe::render
