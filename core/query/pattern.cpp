// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/pattern.h"

#include <algorithm>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// PCRE2 takes its limits from the pattern; where it names several, the lowest holds. Some tenths of a millisecond.
constexpr QLatin1StringView limits("(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)");

} // namespace

QRegularExpression boundedPattern(const QString &pattern)
{
    return QRegularExpression(limits + pattern, QRegularExpression::UseUnicodePropertiesOption);
}

qsizetype firstWrongCharacter(const QString &pattern)
{
    const QRegularExpression expression = boundedPattern(pattern);
    if (expression.isValid()) {
        return -1;
    }
    return std::clamp<qsizetype>(expression.patternErrorOffset() - limits.size(), 0, pattern.size());
}

} // namespace kinframe::query
