// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan_memory.h"

namespace kinframe::query {
namespace {

// What people change meanwhile may make another way the better one.
constexpr std::chrono::seconds longestMemory{30};
constexpr qsizetype mostPlans = 200;

} // namespace

Plan &PlanMemory::of(const QString &text)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_plans.size() >= mostPlans && !m_plans.contains(text)) {
        m_plans.clear();
    }
    Plan &plan = m_plans[text];
    if (now - plan.madeAt > longestMemory) {
        plan = {};
        plan.madeAt = now;
    }
    return plan;
}

} // namespace kinframe::query
