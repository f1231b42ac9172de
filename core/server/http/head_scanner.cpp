// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/head_scanner.h"

#include "server/http/header_value.h"

#include <cstring>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

Refusal broken(const QString &value, const QString &expected)
{
    return {.status = 400,
            .error = {ErrorCode::InvalidArgument,
                      {{u"field"_s, u"request"_s}, {u"value"_s, value}, {u"expected"_s, expected}},
                      {}},
            .mustClose = true};
}

Refusal tooLarge(int status, const QString &field, qint64 limit)
{
    return {.status = status,
            .error = {ErrorCode::TooLarge,
                      {{u"field"_s, field},
                       {u"value"_s, u"more than %1"_s.arg(limit)},
                       {u"limit"_s, QString::number(limit)}},
                      {}},
            .mustClose = true};
}

// The longest method and the version with the spaces around the target.
constexpr qsizetype aroundTarget = 32;

} // namespace

void HeadScanner::reset()
{
    m_scanned = 0;
    m_lineStart = 0;
    m_lines = 0;
}

Admitted<std::optional<qsizetype>> HeadScanner::scan(QByteArrayView bytes)
{
    // A first byte that begins no method is a TLS handshake or another protocol: nothing to wait for.
    if (m_scanned == 0 && !bytes.isEmpty() && !isToken(bytes.first(1))) {
        return tl::unexpected(broken(u"not HTTP"_s, u"an HTTP/1.1 request"_s));
    }
    while (m_scanned < bytes.size()) {
        const auto *begin = bytes.data() + m_scanned;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size_t(bytes.size() - m_scanned)));
        if (end == nullptr) {
            m_scanned = bytes.size();
            break;
        }
        const qsizetype position = end - bytes.data();
        const QByteArrayView line = bytes.sliced(m_lineStart, position - m_lineStart);
        m_scanned = position + 1;
        m_lineStart = position + 1;
        if (auto refusal = judgeLine(line)) {
            return tl::unexpected(std::move(*refusal));
        }
        if (line.size() == 1) {
            return m_scanned;
        }
    }
    if (auto refusal = judgeRest(bytes)) {
        return tl::unexpected(std::move(*refusal));
    }
    return std::nullopt;
}

std::optional<Refusal> HeadScanner::judgeLine(QByteArrayView line)
{
    if (!line.endsWith('\r')) {
        return broken(u"a line that ends with LF alone"_s, u"lines that end with CR LF"_s);
    }
    if (m_lines > 0 && (line.startsWith(' ') || line.startsWith('\t'))) {
        return broken(u"a folded header"_s, u"headers of one line each"_s);
    }
    if (m_lines == 0 && line.size() > m_limits->targetBytes + aroundTarget) {
        return tooLarge(414, u"URL"_s, m_limits->targetBytes);
    }
    if (m_lineStart > m_limits->headBytes) {
        return tooLarge(431, u"headers"_s, m_limits->headBytes);
    }
    // The request line and the empty one at the end are no headers.
    if (++m_lines > m_limits->headers + 2 || (m_lines == m_limits->headers + 2 && line.size() > 1)) {
        return tooLarge(431, u"headers"_s, m_limits->headers);
    }
    return std::nullopt;
}

std::optional<Refusal> HeadScanner::judgeRest(QByteArrayView bytes) const
{
    if (m_lines == 0 && bytes.size() > m_limits->targetBytes + aroundTarget) {
        return tooLarge(414, u"URL"_s, m_limits->targetBytes);
    }
    if (bytes.size() > m_limits->headBytes) {
        return tooLarge(431, u"headers"_s, m_limits->headBytes);
    }
    return std::nullopt;
}

} // namespace kinframe::http
