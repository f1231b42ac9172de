// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges must lie within the bytes and apart; dates must come back as they were.
#include "fuzz/input.h"
#include "server/http/byte_range.h"
#include "server/http/conditional.h"
#include "server/http/content_encoding.h"
#include "server/http/multipart_ranges.h"

using namespace kinframe::http;
using kinframe::fuzz::Input;
using kinframe::fuzz::require;

namespace {

void checkPlan(QByteArrayView header, qint64 size)
{
    const RangePlan plan = planRanges(header, size);
    require((plan.answer == RangePlan::Answer::Partial) == !plan.ranges.empty());
    require(plan.ranges.size() <= 16);
    qint64 total = 0;
    for (const ByteRange &range : plan.ranges) {
        require(range.first >= 0 && range.first <= range.last && range.last < size);
        total += range.length();
    }
    require(total <= size);
    const MultipartRanges framing(plan.ranges, size, "a/b", "boundary");
    require(framing.contentLength() >= total);
}

void checkDate(QByteArrayView text)
{
    if (const std::optional<qint64> ms = fromHttpDate(text, 0)) {
        require(*ms % 1000 == 0);
        require(fromHttpDate(httpDate(*ms), 0) == ms);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const QByteArrayView number = input.take(5);
    qint64 bytes = 0;
    for (const char digit : number) {
        bytes = bytes * 256 + static_cast<quint8>(digit);
    }
    checkPlan(input.line(), bytes);
    const QByteArrayView date = input.line();
    checkDate(date);
    const QByteArrayView tags = input.line();
    const QByteArray ours = strongEtag("abc");
    const bool strong = etagListed(tags, ours, EtagComparison::Strong);
    require(!strong || etagListed(tags, ours, EtagComparison::Weak));
    require(!ifRangeHolds(tags, "W/\"abc\"", {}) || tags.isEmpty());
    (void)evaluateConditions({tags, tags, date, date}, {ours, 1000}, true);
    (void)acceptsGzip(input.line());
    (void)isCompressible(input.line());
    return 0;
}
