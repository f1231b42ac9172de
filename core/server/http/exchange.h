// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/body_reader.h"
#include "server/http/policy.h"
#include "server/http/request.h"
#include "server/http/wire_reply.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace kinframe::http {

/// One request and its reply, from the head's first byte to the last line of the log.
class Exchange
{
public:
    /// `id` is unique while the server runs.
    explicit Exchange(quint64 id);

    void setHead(Head head) { m_head = std::move(head); }
    void setVerdict(Verdict verdict) { m_verdict = std::move(verdict); }
    [[nodiscard]] const Head &head() const { return m_request ? m_request->head() : m_head; }
    [[nodiscard]] Head &ownHead() { return m_head; }
    [[nodiscard]] Verdict &verdict() { return m_verdict; }
    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }

    std::unique_ptr<BodyReader> bodyReader;

    /// Makes the whole request of what has come. The body reader's failure, for example a form without its end.
    [[nodiscard]] Result<std::shared_ptr<const Request>> makeRequest(const RouteSet &routes);
    /// Tells the handler that nobody waits any more.
    void cancel();

    [[nodiscard]] Refusal refusalOf(const Error &error) const;
    /// The answer to a request that does not reach its handler.
    [[nodiscard]] WireReply refuse(const Refusal &refusal, const RouteSet &routes) const;
    [[nodiscard]] WireReply answerOptions() const;

    /// One line for the log; `status` 499 where the client left before its answer.
    void log(int status, qint64 bodyBytes) const;

private:
    quint64 m_id;
    QElapsedTimer m_begun;
    Head m_head;
    Verdict m_verdict;
    std::shared_ptr<const Request> m_request;
    std::optional<std::stop_source> m_stop;
};

} // namespace kinframe::http
