// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart_ranges.h"

#include <QStringBuilder>

namespace kinframe::http {

MultipartRanges::MultipartRanges(std::vector<ByteRange> ranges, qint64 size, QByteArray partType, QByteArray boundary)
    : m_ranges(std::move(ranges))
    , m_size(size)
    , m_partType(std::move(partType))
    , m_boundary(std::move(boundary))
{
}

QByteArray MultipartRanges::contentType() const
{
    return "multipart/byteranges; boundary=" + m_boundary;
}

qint64 MultipartRanges::contentLength() const
{
    qint64 length = tail().size();
    for (std::size_t index = 0; index < m_ranges.size(); ++index) {
        length += partHead(index).size() + m_ranges[index].length();
    }
    return length;
}

QByteArray MultipartRanges::partHead(std::size_t index) const
{
    const QByteArray lineEnd = index == 0 ? "" : "\r\n";
    return lineEnd + "--" + m_boundary + "\r\nContent-Type: " + m_partType +
           "\r\nContent-Range: " + contentRange(m_ranges[index], m_size) + "\r\n\r\n";
}

QByteArray MultipartRanges::tail() const
{
    return "\r\n--" + m_boundary + "--\r\n";
}

} // namespace kinframe::http
