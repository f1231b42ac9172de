// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/hardware.h"
#include "render/runners/shares.h"

#include <QMap>
#include <QString>

#include <mutex>
#include <optional>

namespace kinframe::render {

/// What callers of the local runner and its thread both look at. Every call from any thread.
class LocalBoard
{
public:
    void setHardware(const Hardware &hardware, int reservedCores);
    [[nodiscard]] std::optional<Capacity> capacity() const;

    /// False where there is one of that name.
    bool add(const QString &chunk, const Needs &needs);
    /// What was given to a chunk that was added; the hardware must be known.
    [[nodiscard]] Shares::Share shareOf(const QString &chunk);
    /// As it was given before this program was started.
    void note(const QString &chunk, const QList<int> &cpus, const QList<int> &gpus);
    void remove(const QString &chunk);
    void setResting(const QString &chunk, bool rests);
    [[nodiscard]] bool has(const QString &chunk) const;

private:
    mutable std::mutex m_mutex;
    QMap<QString, Needs> m_chunks;
    QMap<QString, Shares::Share> m_given;
    std::optional<Shares> m_shares;
};

} // namespace kinframe::render
