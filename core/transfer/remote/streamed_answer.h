// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_client.h"

#include <functional>

namespace kinframe::transfer {

/// What a long answer is read with, on the thread that waits for it.
struct AnswerReader
{
    /// The beginning, once, before the first byte. A failure ends the exchange.
    std::function<Result<void>(const HttpHead &)> head;
    /// The body in pieces, only of an answer of success; the network waits while this works.
    std::function<Result<void>(QByteArrayView)> body;
};

/// Sends a request and reads the answer here, piece by piece, with little of it in memory. What the reader or the
/// exchange failed with; an answer that is not one of success comes back whole, up to 64 KB.
[[nodiscard]] Result<HttpAnswer> readStreamed(HttpClient &client, HttpRequest request, const AnswerReader &reader,
                                              const std::stop_token &stop);

} // namespace kinframe::transfer
