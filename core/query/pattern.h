// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace kinframe::query {

/// A regular expression of a stranger: its matching gives up after a bounded number of steps instead of taking minutes.
[[nodiscard]] QRegularExpression boundedPattern(const QString &pattern);
/// Where a pattern stops to be a regular expression; -1: it is one.
[[nodiscard]] qsizetype firstWrongCharacter(const QString &pattern);

} // namespace kinframe::query
