// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <vector>

namespace kinframe::query {

/// One part of a query string between its ampersands, decoded.
struct QueryPart
{
    QString text;  ///< all of it
    QString name;  ///< before the first `=` of the raw text
    QString value; ///< behind it
    bool hasValue = false;
};

/// Splits the raw query string and decodes its parts: percents, and plus as a space, except where only a plus can
/// stand: in the zone of a time (`T12:00:00+02:00`) and in the exponent of a number. A percent that begins no
/// byte is itself. Text that is not UTF-8 or holds a NUL is refused.
[[nodiscard]] Result<std::vector<QueryPart>> splitQuery(QByteArrayView raw);

} // namespace kinframe::query
