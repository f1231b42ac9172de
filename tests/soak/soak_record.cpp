// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soak_record.h"

#include <algorithm>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

// More tell nothing that these do not.
constexpr qsizetype mostProblems = 40;

double percentile(const std::vector<double> &sorted, size_t percent)
{
    return sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}

} // namespace

void SoakRecord::addCall(const QString &kind, double ms)
{
    if (m_isMeasuring) {
        const std::scoped_lock lock(m_mutex);
        m_calls[kind].push_back(ms);
    }
}

void SoakRecord::addProblem(const QString &problem)
{
    const std::scoped_lock lock(m_mutex);
    ++m_problemCount;
    if (m_problems.size() < mostProblems) {
        m_problems << problem;
    }
}

qint64 SoakRecord::calls() const
{
    const std::scoped_lock lock(m_mutex);
    qint64 count = 0;
    for (const std::vector<double> &times : m_calls) {
        count += static_cast<qint64>(times.size());
    }
    return count;
}

QJsonArray SoakRecord::kinds() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray all;
    for (auto kind = m_calls.begin(); kind != m_calls.end(); ++kind) {
        std::vector<double> times = kind.value();
        std::sort(times.begin(), times.end());
        all.append(QJsonObject{{u"kind"_s, kind.key()},
                               {u"calls"_s, double(times.size())},
                               {u"p50_ms"_s, percentile(times, 50)},
                               {u"p99_ms"_s, percentile(times, 99)}});
    }
    return all;
}

qint64 SoakRecord::problemCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problemCount;
}

QStringList SoakRecord::problems() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problems;
}

} // namespace kinframe::test
