// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/memory_samples.h"

#include <QFile>

#include <algorithm>

namespace kinframe::test {

using namespace Qt::StringLiterals;

MemorySamples::MemorySamples(qint64 process)
    : m_process(process)
{
}

void MemorySamples::take()
{
    QFile status(u"/proc/%1/status"_s.arg(m_process));
    if (!status.open(QIODevice::ReadOnly)) {
        return;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            const double kibibytes = line.simplified().split(' ').value(1).toDouble();
            m_megabytes.push_back(kibibytes * 1024 / 1e6);
        }
    }
}

double MemorySamples::medianOf(int part, int parts) const
{
    const auto count = static_cast<std::ptrdiff_t>(m_megabytes.size());
    std::vector<double> some(m_megabytes.begin() + count * part / parts,
                             m_megabytes.begin() + count * (part + 1) / parts);
    if (some.empty()) {
        return 0;
    }
    std::sort(some.begin(), some.end());
    return some[some.size() / 2];
}

double MemorySamples::most() const
{
    return isEmpty() ? 0 : *std::max_element(m_megabytes.begin(), m_megabytes.end());
}

} // namespace kinframe::test
