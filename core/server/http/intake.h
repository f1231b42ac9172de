// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/deadline.h"
#include "server/http/exchange.h"
#include "server/http/request_reader.h"

#include <optional>

namespace kinframe::http {

class NetworkLoop;

/// Takes the requests of one connection in: reads a head, asks the policy, and only then reads the body.
class Intake
{
public:
    enum class Step {
        Waits, ///< for the client
        Goes,  ///< call again
        Ready, ///< nothing more is needed for the answer
    };

    /// All outlive the intake, which sets the deadline for what it waits for.
    Intake(NetworkLoop &loop, const Peer &peer, Channel &channel, Deadline &deadline);

    /// Reads on. The exchange is made when the first byte of its request comes.
    [[nodiscard]] Admitted<Step> step(std::optional<Exchange> &exchange);
    /// The deadline has passed: what to answer, or nothing where the client comes along fast enough.
    [[nodiscard]] std::optional<Refusal> overdue(Exchange &exchange);

    /// Bytes of the body may still come, or have come and nobody wanted them.
    [[nodiscard]] bool isBodyPending() const { return m_isBodyPending; }
    [[nodiscard]] RequestReader &reader() { return m_reader; }

private:
    [[nodiscard]] Admitted<Step> readHead(std::optional<Exchange> &exchange);
    [[nodiscard]] Admitted<Step> judge(Exchange &exchange);
    [[nodiscard]] Admitted<Step> beginBody(Exchange &exchange);
    [[nodiscard]] Admitted<Step> readBody(Exchange &exchange);

    NetworkLoop &m_loop;
    const Peer &m_peer;
    Channel &m_channel;
    Deadline &m_deadline;
    RequestReader m_reader;
    bool m_isInBody = false;
    bool m_isBodyPending = false;
    qint64 m_bodyBytes = 0;
};

} // namespace kinframe::http
