// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/byte_ranges.h"
#include "transfer/download_attempt.h"
#include "transfer/split_plan.h"

#include <vector>

namespace kinframe::transfer {

/// One range of a file on its way.
struct Strand
{
    std::shared_ptr<DownloadAttempt> attempt;
    qint64 at = 0;  ///< where its next byte goes
    qint64 to = -1; ///< where others go on; -1: nowhere

    /// Of a file of that size.
    [[nodiscard]] qint64 rest(qint64 size) const { return (to < 0 ? size : to) - at; }
    /// Whether it has all that it is wanted for while the server would go on with what others have.
    [[nodiscard]] bool isCutOff(qint64 size) const;
};

/// The ranges of one file that are on their way.
class Strands
{
public:
    void add(std::shared_ptr<DownloadAttempt> attempt);
    [[nodiscard]] Strand *of(const DownloadAttempt &attempt);
    [[nodiscard]] int count() const { return int(m_list.size()); }
    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }

    /// Nothing of it is heard any more.
    void drop(const DownloadAttempt &attempt);
    void dropAll();

    /// What could be asked for beside them: what nobody has asked for yet; where there is none, of what the longest one
    /// has before it, which then ends there.
    [[nodiscard]] std::optional<ByteRange> next(const ByteRanges &written, qint64 size, const SplitPlan &plan);
    /// The one that asked for all of the file brings all of it, if it still runs.
    void joinAll();

private:
    std::vector<Strand> m_list;
};

} // namespace kinframe::transfer
