// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kinframe::http {

/// `Sun, 06 Nov 1994 08:49:37 GMT`; `ms` since 1970 UTC, cut to seconds.
[[nodiscard]] QByteArray httpDate(qint64 ms);
/// Reads the three forms of RFC 9110; a two-digit year is within 50 years after `nowMs`, or before it.
[[nodiscard]] std::optional<qint64> fromHttpDate(QByteArrayView text);
[[nodiscard]] std::optional<qint64> fromHttpDate(QByteArrayView text, qint64 nowMs);

/// `"text"`: a strong entity tag. `text` must hold no quote, space or control character.
[[nodiscard]] QByteArray strongEtag(QByteArrayView text);

enum class EtagComparison { Strong, Weak };

/// Whether a list of entity tags, or `*`, names `etag` (with its quotes; empty: the thing does not exist).
/// A list that breaks the grammar names nothing from there on.
[[nodiscard]] bool etagListed(QByteArrayView list, QByteArrayView etag, EtagComparison comparison);

/// The request's headers; empty where absent.
struct ConditionHeaders
{
    QByteArrayView ifMatch;
    QByteArrayView ifNoneMatch;
    QByteArrayView ifModifiedSince;
    QByteArrayView ifUnmodifiedSince;
};

/// What is known of the thing asked for.
struct Validators
{
    QByteArray etag; ///< with its quotes, and W/ where weak; empty: there is none
    std::optional<qint64> modifiedMs;
};

enum class ConditionOutcome {
    Proceed,
    NotModified, ///< 304
    Failed,      ///< 412
};

/// Weighs the conditions in the order of RFC 9110, 13.2.2. `isRead`: GET or HEAD.
[[nodiscard]] ConditionOutcome evaluateConditions(const ConditionHeaders &headers, const Validators &validators,
                                                  bool isRead);

} // namespace kinframe::http
