// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <atomic>
#include <mutex>
#include <vector>

namespace kinframe::test {

/// How long the calls of all clients took, and what was wrong with any. From any thread.
class SoakRecord
{
public:
    void addCall(const QString &kind, double ms);
    void addProblem(const QString &problem);

    // Calls before and after are not counted; what is wrong with them is.
    void beginMeasuring() { m_isMeasuring = true; }
    void endMeasuring() { m_isMeasuring = false; }

    [[nodiscard]] qint64 calls() const;
    /// One object for each kind: `{"kind", "calls", "p50_ms", "p99_ms"}`.
    [[nodiscard]] QJsonArray kinds() const;
    [[nodiscard]] qint64 problemCount() const;
    /// The first of them.
    [[nodiscard]] QStringList problems() const;

private:
    mutable std::mutex m_mutex;
    std::atomic<bool> m_isMeasuring = false;
    QMap<QString, std::vector<double>> m_calls;
    QStringList m_problems;
    qint64 m_problemCount = 0;
};

} // namespace kinframe::test
