// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_board.h"

namespace kinframe::render {

void SlurmBoard::setCluster(const Capacity &cluster)
{
    const std::scoped_lock lock(m_mutex);
    m_cluster = cluster;
}

std::optional<Capacity> SlurmBoard::capacity() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_cluster) {
        return std::nullopt;
    }
    Capacity capacity = *m_cluster;
    for (const Needs &needs : m_chunks) {
        capacity.free.cores -= needs.cores;
        capacity.free.memoryMb -= needs.memoryMb;
        capacity.free.gpus -= needs.gpus;
    }
    return capacity;
}

void SlurmBoard::setTrouble(const std::optional<Error> &trouble)
{
    const std::scoped_lock lock(m_mutex);
    m_trouble = trouble;
}

std::optional<Error> SlurmBoard::trouble() const
{
    const std::scoped_lock lock(m_mutex);
    return m_trouble;
}

bool SlurmBoard::add(const QString &chunk, const Needs &needs)
{
    const std::scoped_lock lock(m_mutex);
    if (m_chunks.contains(chunk)) {
        return false;
    }
    m_chunks[chunk] = needs;
    return true;
}

void SlurmBoard::remove(const QString &chunk)
{
    const std::scoped_lock lock(m_mutex);
    m_chunks.remove(chunk);
}

bool SlurmBoard::has(const QString &chunk) const
{
    const std::scoped_lock lock(m_mutex);
    return m_chunks.contains(chunk);
}

} // namespace kinframe::render
