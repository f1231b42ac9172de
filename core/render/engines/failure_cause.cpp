// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/failure_cause.h"

#include <algorithm>

namespace kinframe::render {
namespace {

int weightOf(const Problem &problem)
{
    const bool isKnown = problem.reason != FailureReason::Unknown;
    // That it crashed says less than what it said before it did.
    const bool saysWhy = isKnown && problem.reason != FailureReason::Crash;
    return (problem.isFatal ? 4 : 0) + (saysWhy ? 2 : 0) + (isKnown ? 1 : 0);
}

} // namespace

std::optional<Problem> causeOf(const std::vector<Problem> &problems)
{
    // Of equals, the first.
    const auto heaviest =
        std::max_element(problems.begin(), problems.end(),
                         [](const Problem &one, const Problem &other) { return weightOf(one) < weightOf(other); });
    return heaviest == problems.end() ? std::nullopt : std::optional(*heaviest);
}

} // namespace kinframe::render
