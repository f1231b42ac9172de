// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/head.h"
#include "server/http/limits.h"
#include "server/http/refusal.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace kinframe::http {

/// Reads HTTP/1.x requests strictly: whatever two readers could understand differently is refused. One thread.
class RequestParser
{
public:
    using Sink = std::function<Result<void>(QByteArrayView)>;

    explicit RequestParser(const Limits &limits);
    ~RequestParser();
    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Begins a new request with its whole head, as HeadScanner found it. Everything but `peer` is filled in.
    [[nodiscard]] Admitted<Head> parseHead(QByteArrayView head);
    /// Whether the request's body, where it has one, has come whole.
    [[nodiscard]] bool isDone() const;
    /// Takes bytes of the body, without its framing, to the sink; gives back how many of `bytes` were used. Bytes that
    /// are left must be given again with more behind them. InvalidArgument for broken chunks, or the sink's failure.
    [[nodiscard]] Result<qsizetype> parseBody(QByteArrayView bytes, const Sink &sink);

private:
    struct State;
    const Limits &m_limits;
    std::unique_ptr<State> m_state;
};

} // namespace kinframe::http
