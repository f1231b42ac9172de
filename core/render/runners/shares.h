// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/capacity.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>

namespace kinframe::render {

/// What each chunk has of this computer.
class Shares
{
public:
    struct Share
    {
        Needs needs;
        QList<int> cpus; ///< none: any, since there were not enough of its own
        QList<int> gpus;
    };

    /// `cpus` are the numbers of the processors that may be given out; none: they are only counted.
    Shares(const Needs &total, QList<int> cpus);

    /// Gives a chunk what it needs; past what is there, it shares processors with others and gets the first cards.
    const Share &give(const QString &chunk, const Needs &needs);
    /// The same, for one that has it already.
    void note(const QString &chunk, const Share &share);
    void takeBack(const QString &chunk);
    /// One that stands still: others may have its processors meanwhile, though not its memory or its cards. It keeps
    /// the numbers that it has, and shares them with whoever came while it rested.
    void setResting(const QString &chunk, bool rests);
    [[nodiscard]] Capacity capacity() const;

private:
    Needs m_total;
    QList<int> m_cpus;
    QList<int> m_gpus;
    QMap<QString, Share> m_shares;
    QSet<QString> m_resting;
};

/// The processors that this program may run on, where the system says their numbers.
[[nodiscard]] QList<int> allowedCpus();

} // namespace kinframe::render
