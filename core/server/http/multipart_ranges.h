// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/byte_range.h"

namespace kinframe::http {

/// The framing of a 206 with several ranges (multipart/byteranges): for each part its head, its bytes, at the end the
/// tail.
class MultipartRanges
{
public:
    /// `boundary` must not occur in the bytes: make it of random ones.
    MultipartRanges(std::vector<ByteRange> ranges, qint64 size, QByteArray partType, QByteArray boundary);

    [[nodiscard]] const std::vector<ByteRange> &ranges() const { return m_ranges; }
    [[nodiscard]] QByteArray contentType() const;
    /// Of the whole body, heads and tail included.
    [[nodiscard]] qint64 contentLength() const;
    [[nodiscard]] QByteArray partHead(std::size_t index) const;
    [[nodiscard]] QByteArray tail() const;

private:
    std::vector<ByteRange> m_ranges;
    qint64 m_size;
    QByteArray m_partType;
    QByteArray m_boundary;
};

} // namespace kinframe::http
