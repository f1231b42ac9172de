// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "render/runners/capacity.h"

#include <QMap>
#include <QString>

#include <mutex>
#include <optional>

namespace kinframe::render {

/// What callers of the Slurm runner and its thread both look at. Every call from any thread.
class SlurmBoard
{
public:
    /// What the cluster has, all of it free.
    void setCluster(const Capacity &cluster);
    /// Less what our chunks need. Jobs of others are not taken off: those wait in the cluster's queue as ours do.
    [[nodiscard]] std::optional<Capacity> capacity() const;

    /// Why the cluster takes nothing on; nothing where it does.
    void setTrouble(const std::optional<Error> &trouble);
    [[nodiscard]] std::optional<Error> trouble() const;

    /// False where there is one of that name.
    bool add(const QString &chunk, const Needs &needs);
    void remove(const QString &chunk);
    [[nodiscard]] bool has(const QString &chunk) const;

private:
    mutable std::mutex m_mutex;
    QMap<QString, Needs> m_chunks;
    std::optional<Capacity> m_cluster;
    std::optional<Error> m_trouble;
};

} // namespace kinframe::render
