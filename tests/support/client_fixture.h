// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fault_server.h"
#include "transfer/http_client.h"

#include <QtGlobal>

namespace kinframe::test {

/// Of the answers that tests have read into memory.
constexpr qint64 answerLimit = 10 * 1024 * 1024;

/// A proxy of the computer's would come between a test and its server.
inline void withoutProxies()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"}) {
        qunsetenv(name);
    }
}

inline Answer withBody(QByteArray body)
{
    Answer answer;
    answer.body = std::move(body);
    return answer;
}

inline transfer::HttpRequest get(const QUrl &url)
{
    transfer::HttpRequest request;
    request.url = url;
    return request;
}

inline ErrorCode codeOf(const Result<transfer::HttpAnswer> &answer)
{
    return answer ? ErrorCode::Internal : answer.error().code;
}

} // namespace kinframe::test
