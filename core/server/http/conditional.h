// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_date.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace kinframe::http {

/// `"text"`: a strong entity tag. `text` must hold no quote, space or control character.
[[nodiscard]] QByteArray strongEtag(QByteArrayView text);

enum class EtagComparison { Strong, Weak };

/// Whether a list of entity tags names `etag` (with its quotes); `*` names everything that exists.
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

/// What is known of the thing asked for, which exists.
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
