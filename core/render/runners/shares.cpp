// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/shares.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace kinframe::render {
namespace {

void removeFrom(QList<int> &all, const QList<int> &taken)
{
    all.removeIf([&taken](int number) { return taken.contains(number); });
}

} // namespace

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
    QList<int> freeCpus = m_cpus;
    for (auto other = m_shares.cbegin(); other != m_shares.cend(); ++other) {
        if (!m_resting.contains(other.key())) {
            removeFrom(freeCpus, other->cpus);
        }
    }
    if (needs.cores <= freeCpus.size() && needs.cores < m_cpus.size()) {
        share.cpus = freeCpus.first(needs.cores);
    }
    QList<int> freeGpus = m_gpus;
    for (const Share &other : std::as_const(m_shares)) {
        removeFrom(freeGpus, other.gpus);
    }
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
    m_resting.remove(chunk);
}

void Shares::setResting(const QString &chunk, bool rests)
{
    if (rests && m_shares.contains(chunk)) {
        m_resting.insert(chunk);
    } else {
        m_resting.remove(chunk);
    }
}

Capacity Shares::capacity() const
{
    Capacity capacity{m_total, m_total, m_total};
    for (auto share = m_shares.cbegin(); share != m_shares.cend(); ++share) {
        capacity.free.cores -= m_resting.contains(share.key()) ? 0 : share->needs.cores;
        capacity.free.memoryMb -= share->needs.memoryMb;
        capacity.free.gpus -= share->needs.gpus;
    }
    return capacity;
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
