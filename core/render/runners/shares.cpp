// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/shares.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace kinframe::render {

Shares::Shares(const Needs &total, QList<int> cpus)
    : m_total(total)
    , m_cpus(std::move(cpus))
{
    for (int gpu = 0; gpu < total.gpus; ++gpu) {
        m_gpus += gpu;
    }
}

const Shares::Share &Shares::give(const QString &chunk, const Needs &needs)
{
    Share share;
    share.needs = needs;
    const QList<int> freeCpus = freeOf(m_cpus, &Share::cpus);
    if (needs.cores <= freeCpus.size() && needs.cores < m_cpus.size()) {
        share.cpus = freeCpus.first(needs.cores);
    }
    const QList<int> freeGpus = freeOf(m_gpus, &Share::gpus);
    share.gpus = needs.gpus <= freeGpus.size() ? freeGpus.first(needs.gpus)
                                               : m_gpus.first(std::min<qsizetype>(needs.gpus, m_gpus.size()));
    return *m_shares.insert(chunk, share);
}

void Shares::note(const QString &chunk, const Share &share)
{
    m_shares.insert(chunk, share);
}

void Shares::takeBack(const QString &chunk)
{
    m_shares.remove(chunk);
}

Capacity Shares::capacity() const
{
    Capacity capacity{m_total, m_total, m_total};
    for (const Share &share : m_shares) {
        capacity.free.cores -= share.needs.cores;
        capacity.free.memoryMb -= share.needs.memoryMb;
        capacity.free.gpus -= share.needs.gpus;
    }
    return capacity;
}

QList<int> Shares::freeOf(const QList<int> &all, QList<int> Share::*part) const
{
    QList<int> free = all;
    for (const Share &share : m_shares) {
        for (const int number : share.*part) {
            free.removeAll(number);
        }
    }
    return free;
}

QList<int> allowedCpus()
{
    QList<int> cpus;
#ifdef Q_OS_LINUX
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
            if (CPU_ISSET(size_t(cpu), &set)) {
                cpus += cpu;
            }
        }
    }
#endif
    return cpus;
}

} // namespace kinframe::render
