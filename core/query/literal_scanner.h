// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/value.h"

#include <QStringView>

namespace kinframe::query {

/// A literal without quotes at the beginning of a text: a number, date, time, date with time or GUID.
struct ScannedLiteral
{
    qsizetype length = 0; ///< 0: there is none
    bool isValid = false; ///< false: of the right shape, but there is no such date
    Value value;
};
[[nodiscard]] ScannedLiteral scanLiteral(QStringView text);

} // namespace kinframe::query
