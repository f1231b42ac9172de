// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace kinframe::test {

/// What a process holds in memory, over time.
class MemorySamples
{
public:
    explicit MemorySamples(qint64 process);

    /// Notes what it holds now; nothing where the system does not tell.
    void take();
    [[nodiscard]] bool isEmpty() const { return m_megabytes.empty(); }
    /// The median of one of so many parts of the time, in MB: 0 is the first one. 0 where there are no samples.
    [[nodiscard]] double medianOf(int part, int parts) const;
    [[nodiscard]] double most() const;

private:
    qint64 m_process;
    std::vector<double> m_megabytes;
};

} // namespace kinframe::test
