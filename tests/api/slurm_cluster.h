// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace kinframe::test {

/// Slurm does not let root run a cluster for tests: where root runs this process, it becomes an ordinary user for good,
/// with a folder for temporary files that goes with this object. To be made first of all.
class OrdinaryUser
{
public:
    OrdinaryUser();
    ~OrdinaryUser();
    OrdinaryUser(const OrdinaryUser &) = delete;
    OrdinaryUser &operator=(const OrdinaryUser &) = delete;

    /// What stood in the way; empty: done, or nothing to do.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QString m_problem;
    QString m_folder;
};

/// A cluster of three nodes, n1 and n2 with two cores and n3 with four, all of which are this computer.
class SlurmCluster
{
public:
    /// Why there can be none here; empty: there can.
    [[nodiscard]] static QString missing();

    SlurmCluster() = default;
    /// Ends all jobs and daemons.
    ~SlurmCluster();
    SlurmCluster(const SlurmCluster &) = delete;
    SlurmCluster &operator=(const SlurmCluster &) = delete;

    /// True when all nodes take jobs.
    [[nodiscard]] bool start();
    void startController();
    void stopController();
    void startNode(const QString &name);
    /// As if its computer was gone; what renders there is not told.
    void killNode(const QString &name);
    [[nodiscard]] bool waitForNodes(int count) const;

    /// What a command of Slurm prints; empty where it fails.
    [[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments) const;
    /// State, reason and number of each job that has not ended, such as `PENDING Resources 12` or, of an array, `…
    /// 12_0`.
    [[nodiscard]] QStringList jobs() const;
    /// The `slurm` of a setup that renders here.
    [[nodiscard]] QJsonObject setup() const;
    /// What the daemons have written, for a test that fails.
    [[nodiscard]] QByteArray log() const;

private:
    [[nodiscard]] QString config() const { return m_folder.filePath(QStringLiteral("slurm.conf")); }
    [[nodiscard]] bool writeConfig() const;
    [[nodiscard]] std::unique_ptr<QProcess> daemon(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_controller;
    std::map<QString, std::unique_ptr<QProcess>> m_nodes;
};

} // namespace kinframe::test
