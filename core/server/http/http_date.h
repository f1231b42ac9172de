// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kinframe::http {

/// `Sun, 06 Nov 1994 08:49:37 GMT`; `ms` since 1970 UTC, cut to seconds.
[[nodiscard]] QByteArray httpDate(qint64 ms);
/// Reads the three forms of RFC 9110 as milliseconds since 1970 UTC. A two-digit year lies at most 50 years after
/// `nowMs`, or before it; without `nowMs` it is the computer's time.
[[nodiscard]] std::optional<qint64> fromHttpDate(QByteArrayView text);
[[nodiscard]] std::optional<qint64> fromHttpDate(QByteArrayView text, qint64 nowMs);

} // namespace kinframe::http
