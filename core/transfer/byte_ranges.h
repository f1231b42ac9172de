// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

#include <optional>
#include <vector>

namespace kinframe::transfer {

/// The bytes from `from` to before `to` of a file.
struct ByteRange
{
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] qint64 size() const { return to - from; }
    bool operator==(const ByteRange &) const = default;
};

/// Which bytes of a file are there: in order, without overlaps, those that touch as one.
class ByteRanges
{
public:
    ByteRanges() = default;
    explicit ByteRanges(ByteRange one) { add(one); }

    void add(ByteRange range);

    [[nodiscard]] const std::vector<ByteRange> &list() const { return m_list; }
    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }
    [[nodiscard]] qint64 total() const;
    /// How many there are from the first byte on without a gap.
    [[nodiscard]] qint64 prefix() const;
    /// Behind the last one.
    [[nodiscard]] qint64 end() const { return m_list.empty() ? 0 : m_list.back().to; }
    /// The first that are missing of a file of that size.
    [[nodiscard]] std::optional<ByteRange> firstGap(qint64 size) const;

    [[nodiscard]] QJsonArray toJson() const;
    /// None where it is no list of ranges within that size; a size below 0 is not known.
    [[nodiscard]] static ByteRanges fromJson(const QJsonArray &json, qint64 size);

private:
    std::vector<ByteRange> m_list;
};

} // namespace kinframe::transfer
