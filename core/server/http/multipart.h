// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/part_headers.h"

namespace kinframe::http {

/// Takes a form as it arrives. A failure ends the parsing and is what feed() gives back.
class MultipartSink
{
public:
    virtual ~MultipartSink() = default;
    virtual Result<void> partBegin(const PartHeaders &headers) = 0;
    /// The view is good during the call only. Never empty.
    virtual Result<void> partData(QByteArrayView bytes) = 0;
    /// Comes for whole parts only.
    virtual Result<void> partEnd() = 0;
};

struct MultipartLimits
{
    int parts = 10'000;
    qsizetype headerBytes = 16 * 1024;   ///< of one part
    qint64 fieldBytes = 1024 * 1024;     ///< of one part that is no file; files are bounded by the request's own limit
    qsizetype preambleBytes = 16 * 1024; ///< before the first boundary
};

/// The boundary that a `multipart/form-data` Content-Type names, 1 to 70 of the allowed characters.
/// Unsupported for another type, InvalidArgument for no or a bad boundary.
[[nodiscard]] Result<QByteArray> multipartBoundary(QByteArrayView contentType);

/// Reads multipart/form-data (RFC 7578) in pieces of any size, keeping no more than a header block. Lines end with
/// CR LF only. After a failure every further call fails the same way. One thread at a time.
class MultipartParser
{
public:
    /// `boundary` as multipartBoundary gave it. The sink must outlive the parser.
    MultipartParser(const QByteArray &boundary, MultipartSink &sink, MultipartLimits limits = {});

    /// InvalidArgument for broken framing or headers, TooMany, TooLarge, or what the sink fails with.
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);
    /// Call when the body has ended; FileTruncated where the closing boundary has not come.
    [[nodiscard]] Result<void> finish();

private:
    enum class State { Preamble, AfterDelimiter, Headers, Body, Epilogue };

    [[nodiscard]] Result<void> consume(QByteArrayView &rest);
    [[nodiscard]] Result<void> consumeContent(QByteArrayView &rest);
    [[nodiscard]] Result<void> continueDelimiter(QByteArrayView &rest);
    [[nodiscard]] Result<void> consumeDelimiterEnd(QByteArrayView &rest);
    [[nodiscard]] Result<void> consumeHeaders(QByteArrayView &rest);
    [[nodiscard]] Result<void> beginPart(QByteArrayView headers);
    [[nodiscard]] Result<void> endContent();
    [[nodiscard]] Result<void> deliver(QByteArrayView bytes);
    [[nodiscard]] qsizetype delimiterStart(QByteArrayView bytes) const;

    MultipartSink &m_sink;
    MultipartLimits m_limits;
    QByteArray m_delimiter; ///< CR LF - - boundary
    qsizetype m_matched;    ///< how much of the delimiter has come
    QByteArray m_pending;   ///< the beginning of a header block, or of what follows a delimiter
    State m_state = State::Preamble;
    PartHeaders m_part;
    int m_parts = 0;
    qint64 m_contentBytes; ///< of the preamble or the part
    Result<void> m_outcome;
};

} // namespace kinframe::http
