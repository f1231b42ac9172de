// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/head_scanner.h"
#include "server/http/request_parser.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace kinframe::http {

/// Reads the requests of one connection from its channel, one after the other: a head, then its body where it has one.
class RequestReader
{
public:
    enum class BodyStep {
        Whole, ///< the body has ended; the next head may be read
        Some,  ///< call again
        Waits, ///< for the client
    };

    /// `buffer` is what all connections of the thread read into; nothing stays in it. All outlive the reader.
    RequestReader(Channel &channel, const Limits &limits, std::span<char> buffer);

    /// The next head, or nothing where more of it must come. After a refusal the reader is of no use.
    [[nodiscard]] Admitted<std::optional<Head>> readHead();
    /// Some of the next head has come.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    /// Hands what comes of the body to the sink. Fails as RequestParser::parseBody() does.
    [[nodiscard]] Result<BodyStep> readBody(const RequestParser::Sink &sink);

    /// Whether there is something to be read.
    [[nodiscard]] bool hasInput() const { return !m_kept.isEmpty() || m_channel.hasInput(); }
    /// What was read of the channel, but is not used yet.
    [[nodiscard]] QByteArray takeInput();
    /// Reads and forgets; false where nothing was there.
    [[nodiscard]] bool skip();

private:
    [[nodiscard]] bool more();
    void keepRest();
    void skipEmptyLines();

    Channel &m_channel;
    std::span<char> m_buffer;
    HeadScanner m_scanner;
    RequestParser m_parser;
    QByteArray m_kept;     ///< what came before and is not used yet
    QByteArrayView m_rest; ///< what is not used yet: all of m_kept, or during a call what was just read
    bool m_hasBegun = false;
};

} // namespace kinframe::http
