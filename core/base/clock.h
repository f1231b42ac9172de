// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

namespace kinframe {

/// Wall time in milliseconds since 1970 UTC. A parameter where tests must hold the time.
using Clock = std::function<qint64()>;

[[nodiscard]] qint64 wallMs();
/// Milliseconds that never go back, for durations and deadlines.
[[nodiscard]] qint64 steadyMs();

/// `2026-11-20T13:22:05.123Z`, always with three decimals. Empty outside the years 1 to 9999.
[[nodiscard]] QString toIso(qint64 ms);
/// As toIso, with a fraction only where there is one.
[[nodiscard]] QString toIsoShort(qint64 ms);
/// Reads ISO 8601 of the years 1 to 9999 with any offset (none: UTC), also where a form decoder made a space of the
/// offset's plus. A date alone is its first moment.
[[nodiscard]] std::optional<qint64> fromIso(QStringView text);

} // namespace kinframe
