// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/download_strands.h"

#include <algorithm>

namespace kinframe::transfer {

bool Strand::isCutOff(qint64 size) const
{
    const qint64 asked = attempt->to() >= 0 ? attempt->to() : size;
    return to >= 0 && at >= to && to < asked;
}

void Strands::add(std::shared_ptr<DownloadAttempt> attempt)
{
    const qint64 from = attempt->from();
    const qint64 to = attempt->to();
    m_list.push_back({std::move(attempt), from, to});
}

Strand *Strands::of(const DownloadAttempt &attempt)
{
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [&](const Strand &strand) { return strand.attempt.get() == &attempt; });
    return found == m_list.end() ? nullptr : &*found;
}

void Strands::drop(const DownloadAttempt &attempt)
{
    if (Strand *strand = of(attempt)) {
        strand->attempt->cancel();
        m_list.erase(m_list.begin() + (strand - m_list.data()));
    }
}

void Strands::dropAll()
{
    for (const Strand &strand : std::exchange(m_list, {})) {
        strand.attempt->cancel();
    }
}

std::optional<ByteRange> Strands::next(const ByteRanges &written, qint64 size, const SplitPlan &plan)
{
    ByteRanges asked = written;
    Strand *longest = nullptr;
    for (Strand &strand : m_list) {
        asked.add({strand.at, strand.at + strand.rest(size)});
        if (longest == nullptr || strand.rest(size) > longest->rest(size)) {
            longest = &strand;
        }
    }
    if (const auto gap = asked.firstGap(size)) {
        return ByteRange{gap->from, std::min(gap->to, gap->from + plan.pieceOf(size - asked.total()))};
    }
    const qint64 rest = longest == nullptr ? 0 : longest->rest(size);
    if (!plan.mayTakeFrom(rest)) {
        return std::nullopt;
    }
    const qint64 end = longest->at + rest;
    longest->to = longest->at + plan.keptOf(rest, longest->attempt->to() < 0);
    return ByteRange{longest->to, std::min(end, longest->to + plan.pieceOf(end - longest->to))};
}

void Strands::joinAll()
{
    for (Strand &strand : m_list) {
        if (strand.attempt->to() < 0) {
            strand.to = -1;
        }
    }
}

} // namespace kinframe::transfer
