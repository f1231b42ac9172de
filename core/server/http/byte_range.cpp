// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/byte_range.h"

#include "server/http/conditional.h"
#include "server/http/header_value.h"

#include <algorithm>
#include <limits>

namespace kinframe::http {
namespace {

/// One `first-last`, `first-` or `-length` as written.
struct RangeSpec
{
    std::optional<qint64> first;
    std::optional<qint64> last;
};

/// Numbers past any file are cut to the largest one: the grammar allows any length.
std::optional<qint64> position(QByteArrayView text)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit)) {
        return {};
    }
    while (text.size() > 1 && text.front() == '0') {
        text = text.sliced(1);
    }
    return digits(text).value_or(std::numeric_limits<qint64>::max());
}

std::optional<RangeSpec> parseSpec(QByteArrayView text)
{
    const qsizetype hyphen = text.indexOf('-');
    if (hyphen < 0) {
        return {};
    }
    const QByteArrayView before = text.first(hyphen);
    const QByteArrayView after = text.sliced(hyphen + 1);
    const RangeSpec spec{position(before), position(after)};
    const bool firstIsBroken = !before.isEmpty() && !spec.first;
    const bool lastIsBroken = !after.isEmpty() && !spec.last;
    const bool isNothing = !spec.first && !spec.last;
    const bool isBackwards = spec.first && spec.last && *spec.first > *spec.last;
    return firstIsBroken || lastIsBroken || isNothing || isBackwards ? std::nullopt : std::optional(spec);
}

std::optional<std::vector<RangeSpec>> parseSpecs(QByteArrayView header)
{
    const qsizetype equals = header.indexOf('=');
    if (equals < 0 || !equalsIgnoringCase(header.first(equals), "bytes")) {
        return {};
    }
    std::vector<RangeSpec> specs;
    for (const QByteArrayView element : listElements(header.sliced(equals + 1))) {
        const std::optional<RangeSpec> spec = parseSpec(element);
        if (!spec) {
            return {};
        }
        specs.push_back(*spec);
    }
    return specs.empty() ? std::nullopt : std::optional(std::move(specs));
}

std::optional<ByteRange> satisfied(const RangeSpec &spec, qint64 size)
{
    if (!spec.first) {
        return *spec.last > 0 ? std::optional(ByteRange{std::max<qint64>(0, size - *spec.last), size - 1})
                              : std::nullopt;
    }
    if (*spec.first >= size) {
        return {};
    }
    return ByteRange{*spec.first, std::min(spec.last.value_or(size - 1), size - 1)};
}

/// Ranges that overlap would let a small request ask for many times the bytes there are.
std::vector<ByteRange> withoutOverlaps(const std::vector<ByteRange> &ranges)
{
    std::vector<ByteRange> sorted = ranges;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &left, const auto &right) { return left.first < right.first; });
    std::vector<ByteRange> merged;
    for (const ByteRange &range : sorted) {
        if (!merged.empty() && range.first <= merged.back().last) {
            merged.back().last = std::max(merged.back().last, range.last);
        } else {
            merged.push_back(range);
        }
    }
    return merged.size() == ranges.size() ? ranges : merged;
}

} // namespace

RangePlan planRanges(QByteArrayView header, qint64 size, int maxRanges)
{
    const auto specs = parseSpecs(trimmed(header));
    if (!specs || specs->size() > static_cast<std::size_t>(maxRanges)) {
        return {};
    }
    // A suffix of nothing is all of it, and a 206 could not say so.
    if (size == 0 &&
        std::any_of(specs->begin(), specs->end(), [](const auto &spec) { return !spec.first && *spec.last > 0; })) {
        return {};
    }
    RangePlan plan;
    for (const RangeSpec &spec : *specs) {
        if (const std::optional<ByteRange> range = satisfied(spec, size)) {
            plan.ranges.push_back(*range);
        }
    }
    plan.answer = plan.ranges.empty() ? RangePlan::Answer::Unsatisfiable : RangePlan::Answer::Partial;
    plan.ranges = withoutOverlaps(plan.ranges);
    return plan;
}

bool ifRangeHolds(QByteArrayView ifRange, QByteArrayView etag, std::optional<qint64> modifiedMs)
{
    if (ifRange.isEmpty()) {
        return true;
    }
    if (ifRange.startsWith('"') || ifRange.startsWith("W/")) {
        return ifRange != "*" && listElements(ifRange).size() == 1 && etagListed(ifRange, etag, EtagComparison::Strong);
    }
    const std::optional<qint64> date = fromHttpDate(ifRange);
    return date && modifiedMs && *date / 1000 == *modifiedMs / 1000;
}

QByteArray contentRange(const ByteRange &range, qint64 size)
{
    return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/' +
           QByteArray::number(size);
}

QByteArray contentRangeUnsatisfied(qint64 size)
{
    return "bytes */" + QByteArray::number(size);
}

} // namespace kinframe::http
