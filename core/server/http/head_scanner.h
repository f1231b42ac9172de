// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/limits.h"
#include "server/http/refusal.h"

#include <QByteArrayView>

#include <optional>

namespace kinframe::http {

/// Finds the end of a request's head in bytes that arrive in pieces, and refuses what no parser should see: bare line
/// feeds, folded headers, lines without end, too many of them.
class HeadScanner
{
public:
    explicit HeadScanner(const Limits &limits)
        : m_limits(&limits)
    {
    }

    /// `bytes` holds everything since the request began, also what was scanned before. The head's length, nothing
    /// where more must come, or a refusal.
    [[nodiscard]] Admitted<std::optional<qsizetype>> scan(QByteArrayView bytes);
    void reset();

private:
    [[nodiscard]] std::optional<Refusal> judgeLine(QByteArrayView line);
    [[nodiscard]] std::optional<Refusal> judgeRest(QByteArrayView bytes) const;

    const Limits *m_limits;
    qsizetype m_scanned = 0; ///< no line end before here is unseen
    qsizetype m_lineStart = 0;
    int m_lines = 0;
};

} // namespace kinframe::http
