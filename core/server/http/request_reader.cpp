// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_reader.h"

namespace kinframe::http {

RequestReader::RequestReader(Channel &channel, const Limits &limits, std::span<char> buffer)
    : m_channel(channel)
    , m_buffer(buffer)
    , m_scanner(limits)
    , m_parser(limits)
{
}

Admitted<std::optional<Head>> RequestReader::readHead()
{
    do {
        skipEmptyLines();
        m_hasBegun = m_hasBegun || !(m_rest.isEmpty() || m_rest == "\r");
        if (!m_hasBegun) {
            continue;
        }
        const auto length = m_scanner.scan(m_rest);
        if (!length) {
            std::ignore = takeInput();
            return tl::unexpected(length.error());
        }
        if (*length) {
            auto head = m_parser.parseHead(m_rest.first(**length));
            m_rest = m_rest.sliced(**length);
            keepRest();
            m_scanner.reset();
            m_hasBegun = false;
            return head;
        }
    } while (more());
    return std::nullopt;
}

Result<RequestReader::BodyStep> RequestReader::readBody(const RequestParser::Sink &sink)
{
    if (m_parser.isDone()) {
        return BodyStep::Whole;
    }
    if (m_rest.isEmpty() && !more()) {
        return BodyStep::Waits;
    }
    const auto used = m_parser.parseBody(m_rest, sink);
    if (!used) {
        std::ignore = takeInput();
        return failed(used);
    }
    m_rest = m_rest.sliced(*used);
    keepRest();
    if (*used > 0) {
        return BodyStep::Some;
    }
    // Part of a chunk's line, for example: the rest of it must come.
    const bool came = more();
    keepRest();
    return came ? BodyStep::Some : BodyStep::Waits;
}

/// Reads what is there; false where that is nothing.
bool RequestReader::more()
{
    keepRest();
    const qint64 count = m_channel.read(m_buffer.data(), qint64(m_buffer.size()));
    if (count <= 0) {
        return false;
    }
    const QByteArrayView come(m_buffer.data(), count);
    if (m_kept.isEmpty()) {
        m_rest = come;
    } else {
        m_kept.append(come);
        m_rest = m_kept;
    }
    return true;
}

/// The buffer belongs to all connections: what is not used yet moves out of it.
void RequestReader::keepRest()
{
    if (m_rest.isEmpty()) {
        m_kept = QByteArray();
    } else if (m_kept.isEmpty()) {
        m_kept = m_rest.toByteArray();
    } else {
        m_kept.remove(0, m_kept.size() - m_rest.size());
    }
    m_rest = m_kept;
}

/// Some clients end a request with a line too many.
void RequestReader::skipEmptyLines()
{
    while (!m_hasBegun && m_rest.startsWith("\r\n")) {
        m_rest = m_rest.sliced(2);
    }
}

QByteArray RequestReader::takeInput()
{
    m_rest = {};
    return std::exchange(m_kept, {});
}

bool RequestReader::skip()
{
    std::ignore = takeInput();
    const bool came = more();
    m_rest = {};
    return came;
}

} // namespace kinframe::http
