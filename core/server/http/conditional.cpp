// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include "server/http/header_value.h"

#include <algorithm>

namespace kinframe::http {
namespace {

struct EntityTag
{
    QByteArrayView opaque; ///< with its quotes
    bool isWeak = false;
};

std::optional<EntityTag> parseTag(QByteArrayView text)
{
    EntityTag tag{text, text.startsWith("W/")};
    if (tag.isWeak) {
        tag.opaque = text.sliced(2);
    }
    if (tag.opaque.size() < 2 || !tag.opaque.startsWith('"') || !tag.opaque.endsWith('"')) {
        return {};
    }
    const QByteArrayView inside = tag.opaque.sliced(1, tag.opaque.size() - 2);
    const auto isForbidden = [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte <= 0x20 || byte == 0x22 || byte == 0x7F;
    };
    return std::any_of(inside.begin(), inside.end(), isForbidden) ? std::nullopt : std::optional(tag);
}

/// The next tag of a list. Commas and backslashes inside a tag are part of it, so its quotes have to be followed.
std::optional<EntityTag> takeTag(QByteArrayView &rest)
{
    while (!rest.isEmpty() && (rest.front() == ',' || rest.front() == ' ' || rest.front() == '\t')) {
        rest = rest.sliced(1);
    }
    const qsizetype open = rest.startsWith("W/") ? 2 : 0;
    const qsizetype close = rest.size() > open ? rest.indexOf('"', open + 1) : -1;
    if (close < 0) {
        return {};
    }
    const std::optional<EntityTag> tag = parseTag(rest.first(close + 1));
    rest = trimmed(rest.sliced(close + 1));
    const bool isSeparated = rest.isEmpty() || rest.startsWith(',');
    return isSeparated ? tag : std::nullopt;
}

/// Both in whole seconds, as the headers have them.
bool isModifiedAfter(const Validators &validators, qint64 dateMs)
{
    return *validators.modifiedMs / 1000 > dateMs / 1000;
}

} // namespace

QByteArray strongEtag(QByteArrayView text)
{
    return '"' + text.toByteArray() + '"';
}

bool etagListed(QByteArrayView list, QByteArrayView etag, EtagComparison comparison)
{
    QByteArrayView rest = trimmed(list);
    if (rest == "*") {
        return true;
    }
    const std::optional<EntityTag> ours = parseTag(etag);
    while (ours) {
        const std::optional<EntityTag> theirs = takeTag(rest);
        if (!theirs) {
            break;
        }
        const bool mayMatch = comparison == EtagComparison::Weak || (!ours->isWeak && !theirs->isWeak);
        if (mayMatch && theirs->opaque == ours->opaque) {
            return true;
        }
    }
    return false;
}

ConditionOutcome evaluateConditions(const ConditionHeaders &headers, const Validators &validators, bool isRead)
{
    if (!headers.ifMatch.isEmpty()) {
        if (!etagListed(headers.ifMatch, validators.etag, EtagComparison::Strong)) {
            return ConditionOutcome::Failed;
        }
    } else if (validators.modifiedMs) {
        const std::optional<qint64> date = fromHttpDate(headers.ifUnmodifiedSince);
        if (date && isModifiedAfter(validators, *date)) {
            return ConditionOutcome::Failed;
        }
    }
    if (!headers.ifNoneMatch.isEmpty()) {
        if (!etagListed(headers.ifNoneMatch, validators.etag, EtagComparison::Weak)) {
            return ConditionOutcome::Proceed;
        }
        return isRead ? ConditionOutcome::NotModified : ConditionOutcome::Failed;
    }
    if (isRead && validators.modifiedMs) {
        const std::optional<qint64> date = fromHttpDate(headers.ifModifiedSince);
        if (date && !isModifiedAfter(validators, *date)) {
            return ConditionOutcome::NotModified;
        }
    }
    return ConditionOutcome::Proceed;
}

} // namespace kinframe::http
