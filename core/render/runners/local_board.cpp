// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/local_board.h"

namespace kinframe::render {

void LocalBoard::setHardware(const Hardware &hardware, int reservedCores)
{
    const std::scoped_lock lock(m_mutex);
    const int cores = std::max(1, hardware.cores - reservedCores);
    const QList<int> cpus = allowedCpus();
    // Numbers can only be given out where there are as many as cores are said to be.
    const bool fits = cpus.size() >= cores;
    m_shares.emplace(Needs{cores, hardware.memoryMb, int(hardware.gpus.size())},
                     fits ? cpus.first(cores) : QList<int>());
    // Who asked before the hardware was known.
    for (auto chunk = m_chunks.cbegin(); chunk != m_chunks.cend(); ++chunk) {
        m_given[chunk.key()] = m_shares->give(chunk.key(), *chunk);
    }
}

std::optional<Capacity> LocalBoard::capacity() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shares ? std::optional(m_shares->capacity()) : std::nullopt;
}

bool LocalBoard::add(const QString &chunk, const Needs &needs)
{
    const std::scoped_lock lock(m_mutex);
    if (m_chunks.contains(chunk)) {
        return false;
    }
    m_chunks[chunk] = needs;
    if (m_shares) {
        m_given[chunk] = m_shares->give(chunk, needs);
    }
    return true;
}

Shares::Share LocalBoard::shareOf(const QString &chunk)
{
    const std::scoped_lock lock(m_mutex);
    return m_given.value(chunk);
}

void LocalBoard::note(const QString &chunk, const QList<int> &cpus, const QList<int> &gpus)
{
    const std::scoped_lock lock(m_mutex);
    if (m_shares && m_chunks.contains(chunk)) {
        const Shares::Share share{m_chunks[chunk], cpus, gpus};
        m_given[chunk] = share;
        m_shares->note(chunk, share);
    }
}

void LocalBoard::remove(const QString &chunk)
{
    const std::scoped_lock lock(m_mutex);
    m_chunks.remove(chunk);
    m_given.remove(chunk);
    if (m_shares) {
        m_shares->takeBack(chunk);
    }
}

void LocalBoard::setResting(const QString &chunk, bool rests)
{
    const std::scoped_lock lock(m_mutex);
    if (m_shares) {
        m_shares->setResting(chunk, rests);
    }
}

bool LocalBoard::has(const QString &chunk) const
{
    const std::scoped_lock lock(m_mutex);
    return m_chunks.contains(chunk);
}

} // namespace kinframe::render
