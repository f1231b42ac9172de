// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace kinframe::http {

/// Both ends belong to it.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0;

    [[nodiscard]] qint64 length() const { return last - first + 1; }
    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// What to answer to a Range header.
struct RangePlan
{
    enum class Answer {
        Whole,         ///< 200: no range, one that breaks the grammar (RFC 9110 says to ignore it), or too many
        Partial,       ///< 206: `ranges` holds one or more, no two overlapping
        Unsatisfiable, ///< 416: none of the ranges touches the bytes
    };

    Answer answer = Answer::Whole;
    std::vector<ByteRange> ranges; ///< in the order asked for; by position where some had to be merged
};

/// `header` is the value of Range, empty where it was absent; `size` the bytes there are.
[[nodiscard]] RangePlan planRanges(QByteArrayView header, qint64 size, int maxRanges = 16);

/// Whether Range counts beside this If-Range (an entity tag, compared strongly, or exactly the date of the last
/// change). True where the header is absent (empty).
[[nodiscard]] bool ifRangeHolds(QByteArrayView ifRange, QByteArrayView etag, std::optional<qint64> modifiedMs);

/// The Content-Range of a 206 and of a 416.
[[nodiscard]] QByteArray contentRange(const ByteRange &range, qint64 size);
[[nodiscard]] QByteArray contentRangeUnsatisfied(qint64 size);

} // namespace kinframe::http
