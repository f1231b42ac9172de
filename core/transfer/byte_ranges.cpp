// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/byte_ranges.h"

#include <algorithm>

namespace kinframe::transfer {

void ByteRanges::add(ByteRange range)
{
    if (range.size() <= 0) {
        return;
    }
    // Those that touch it become one with it.
    const auto first =
        std::find_if(m_list.begin(), m_list.end(), [&](const ByteRange &each) { return each.to >= range.from; });
    auto last = first;
    for (; last != m_list.end() && last->from <= range.to; ++last) {
        range.from = std::min(range.from, last->from);
        range.to = std::max(range.to, last->to);
    }
    if (first == last) {
        m_list.insert(first, range);
        return;
    }
    *first = range;
    m_list.erase(first + 1, last);
}

qint64 ByteRanges::total() const
{
    qint64 sum = 0;
    for (const ByteRange &range : m_list) {
        sum += range.size();
    }
    return sum;
}

qint64 ByteRanges::prefix() const
{
    return m_list.empty() || m_list.front().from > 0 ? 0 : m_list.front().to;
}

std::optional<ByteRange> ByteRanges::firstGap(qint64 size) const
{
    const qint64 from = prefix();
    if (from >= size) {
        return std::nullopt;
    }
    const auto next =
        std::find_if(m_list.begin(), m_list.end(), [from](const ByteRange &each) { return each.from > from; });
    return ByteRange{from, next == m_list.end() ? size : std::min(size, next->from)};
}

QJsonArray ByteRanges::toJson() const
{
    QJsonArray json;
    for (const ByteRange &range : m_list) {
        json.append(QJsonArray{range.from, range.to});
    }
    return json;
}

ByteRanges ByteRanges::fromJson(const QJsonArray &json, qint64 size)
{
    ByteRanges ranges;
    for (const auto &value : json) {
        const QJsonArray pair = value.toArray();
        const ByteRange range{pair.at(0).toInteger(-1), pair.at(1).toInteger(-1)};
        if (range.from < ranges.end() || range.size() <= 0 || (size >= 0 && range.to > size)) {
            return {};
        }
        ranges.add(range);
    }
    return ranges;
}

} // namespace kinframe::transfer
