// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart.h"

#include "server/http/header_value.h"
#include "server/http/invalid_input.h"

#include <algorithm>
#include <cstring>

namespace kinframe::http {

using namespace Qt::StringLiterals;

namespace {

bool isBoundaryCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z') ||
           (character != '\0' && std::strchr("'()+_,-./:=? ", character) != nullptr);
}

Failure brokenFraming(QByteArrayView found, const QString &expected)
{
    return invalidInput(u"body"_s, found, expected);
}

Failure tooLarge(const QString &field, qint64 limit)
{
    return fail(ErrorCode::TooLarge, {{u"field"_s, field},
                                      {u"value"_s, u"more than %1 bytes"_s.arg(limit)},
                                      {u"limit"_s, u"%1 bytes"_s.arg(limit)}});
}

} // namespace

Result<QByteArray> multipartBoundary(QByteArrayView contentType)
{
    const std::optional<ParameterizedValue> type = parseParameterized(contentType);
    if (!type || type->value != "multipart/form-data") {
        return fail(ErrorCode::Unsupported,
                    {{u"value"_s, QString::fromUtf8(contentType)}, {u"expected"_s, u"multipart/form-data"_s}});
    }
    QByteArray boundary = type->parameter("boundary").value_or(QByteArray());
    const bool isAllowed = !boundary.isEmpty() && boundary.size() <= 70 && !boundary.endsWith(' ') &&
                           std::all_of(boundary.begin(), boundary.end(), isBoundaryCharacter);
    if (!isAllowed) {
        return invalidInput(u"Content-Type"_s, contentType, u"a boundary of 1 to 70 characters (RFC 2046)"_s);
    }
    return boundary;
}

// The first boundary may stand at the very beginning: as if a line end had come, which does not count.
MultipartParser::MultipartParser(const QByteArray &boundary, MultipartSink &sink, MultipartLimits limits)
    : m_sink(sink)
    , m_limits(limits)
    , m_delimiter("\r\n--" + boundary)
    , m_matched(2)
    , m_contentBytes(-2)
{
}

Result<void> MultipartParser::feed(QByteArrayView bytes)
{
    while (m_outcome && !bytes.isEmpty()) {
        m_outcome = consume(bytes);
    }
    return m_outcome;
}

Result<void> MultipartParser::finish()
{
    if (m_outcome && m_state != State::Epilogue) {
        const QString what = m_part.fileName.isEmpty() ? u"body"_s : m_part.fileName;
        m_outcome = fail(ErrorCode::FileTruncated, {{u"path"_s, what}}, u"the closing boundary is missing"_s);
    }
    return m_outcome;
}

Result<void> MultipartParser::consume(QByteArrayView &rest)
{
    switch (m_state) {
    case State::Preamble:
    case State::Body:
        return m_matched > 0 ? continueDelimiter(rest) : consumeContent(rest);
    case State::AfterDelimiter:
        return consumeDelimiterEnd(rest);
    case State::Headers:
        return consumeHeaders(rest);
    case State::Epilogue:
        break;
    }
    rest = {};
    return {};
}

Result<void> MultipartParser::consumeContent(QByteArrayView &rest)
{
    const qsizetype start = delimiterStart(rest);
    const QByteArrayView content = rest.first(start);
    rest = rest.sliced(start);
    if (!rest.isEmpty()) {
        m_matched = 1;
        rest = rest.sliced(1);
    }
    return deliver(content);
}

/// Where a delimiter begins, at least as far as the bytes go; their end where none does. Only its first byte is a CR,
/// so looking for those is as fast as memchr and linear whatever the bytes are.
qsizetype MultipartParser::delimiterStart(QByteArrayView bytes) const
{
    for (qsizetype from = 0; from < bytes.size();) {
        const void *found = std::memchr(bytes.data() + from, '\r', static_cast<std::size_t>(bytes.size() - from));
        if (found == nullptr) {
            break;
        }
        const qsizetype at = static_cast<const char *>(found) - bytes.data();
        const qsizetype length = std::min(m_delimiter.size(), bytes.size() - at);
        // Most CRs are not even followed by a LF; saying so here spares the comparison.
        const bool mayBegin = length < 2 || bytes[at + 1] == '\n';
        if (mayBegin && bytes.sliced(at, length) == QByteArrayView(m_delimiter).first(length)) {
            return at;
        }
        from = at + 1;
    }
    return bytes.size();
}

Result<void> MultipartParser::continueDelimiter(QByteArrayView &rest)
{
    const QByteArrayView wanted = QByteArrayView(m_delimiter).sliced(m_matched);
    const qsizetype length = std::min(wanted.size(), rest.size());
    const auto [end, ignored] = std::mismatch(rest.begin(), rest.begin() + length, wanted.begin());
    const qsizetype same = end - rest.begin();
    m_matched += same;
    rest = rest.sliced(same);
    if (m_matched == m_delimiter.size()) {
        return endContent();
    }
    if (same < length) {
        return deliver(QByteArrayView(m_delimiter).first(std::exchange(m_matched, 0)));
    }
    return {};
}

Result<void> MultipartParser::endContent()
{
    const bool wasPart = m_state == State::Body;
    m_matched = 0;
    m_contentBytes = 0;
    m_state = State::AfterDelimiter;
    m_part = {};
    return wasPart ? m_sink.partEnd() : Result<void>();
}

/// Two hyphens close the form; else blanks may follow, then the line ends.
Result<void> MultipartParser::consumeDelimiterEnd(QByteArrayView &rest)
{
    const char next = rest.front();
    rest = rest.sliced(1);
    if (m_pending.isEmpty() && (next == ' ' || next == '\t')) {
        return {};
    }
    m_pending += next;
    if (m_pending == "--") {
        m_state = State::Epilogue;
    } else if (m_pending == "\r\n") {
        m_state = State::Headers;
    } else if (m_pending == "-" || m_pending == "\r") {
        return {};
    } else {
        return brokenFraming(m_pending, u"a line end or two hyphens after a boundary"_s);
    }
    m_pending.clear();
    return {};
}

Result<void> MultipartParser::consumeHeaders(QByteArrayView &rest)
{
    constexpr QByteArrayView blankLine("\r\n\r\n");
    const qsizetype before = m_pending.size();
    const qsizetype room = m_limits.headerBytes + blankLine.size() - before;
    m_pending.append(rest.first(std::min(room, rest.size())));
    if (m_pending.startsWith("\r\n")) {
        return beginPart({});
    }
    const qsizetype end = m_pending.indexOf(blankLine, std::max<qsizetype>(0, before - blankLine.size() + 1));
    if (end < 0) {
        if (m_pending.size() >= m_limits.headerBytes + blankLine.size()) {
            return tooLarge(u"Content-Disposition"_s, m_limits.headerBytes);
        }
        rest = {};
        return {};
    }
    rest = rest.sliced(end + blankLine.size() - before);
    m_pending.truncate(end);
    return beginPart(std::exchange(m_pending, {}));
}

Result<void> MultipartParser::beginPart(QByteArrayView headers)
{
    if (++m_parts > m_limits.parts) {
        return fail(ErrorCode::TooMany, {{u"field"_s, u"body"_s},
                                         {u"value"_s, QString::number(m_parts)},
                                         {u"limit"_s, QString::number(m_limits.parts)}});
    }
    Result<PartHeaders> part = parsePartHeaders(headers);
    if (!part) {
        return failed(part);
    }
    m_part = std::move(*part);
    m_state = State::Body;
    return m_sink.partBegin(m_part);
}

Result<void> MultipartParser::deliver(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return {};
    }
    m_contentBytes += bytes.size();
    if (m_state == State::Preamble) {
        return m_contentBytes <= m_limits.preambleBytes
                   ? Result<void>()
                   : Result<void>(brokenFraming({}, u"a form that begins with its boundary"_s));
    }
    if (!m_part.isFile && m_contentBytes > m_limits.fieldBytes) {
        return tooLarge(m_part.name, m_limits.fieldBytes);
    }
    return m_sink.partData(bytes);
}

} // namespace kinframe::http
