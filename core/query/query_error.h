// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace kinframe::query {

// Errors of queries have the facts `target` (the option, as `$filter`), `code` (`InvalidFilter`, …), `position` where
// it is known (of the character in the decoded option, from 0) and what their sentences name.

/// At `position` of the option stands something else than `expected` (words for people).
[[nodiscard]] Error notUnderstood(const QString &target, qsizetype position, const QString &expected);
/// More than `limit` of `what` (words for people, in the plural).
[[nodiscard]] Error tooMuch(const QString &target, qint64 limit, const QString &what);
[[nodiscard]] Error unknownOption(const QString &target);
[[nodiscard]] Error tooSlow();

} // namespace kinframe::query
