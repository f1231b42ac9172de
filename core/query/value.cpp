// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/value.h"

#include "query/temporal.h"

#include <cmath>

namespace kinframe::query {
namespace {

using Order = std::partial_ordering;

constexpr double twoToThe63 = 9223372036854775808.0;
constexpr qint64 secondsOfDay = 86'400;

// Without the rounding that turning the integer into a double would bring.
Order compareMixed(qint64 integer, double real)
{
    if (std::isnan(real)) {
        return Order::unordered;
    }
    if (real >= twoToThe63) {
        return Order::less;
    }
    if (real < -twoToThe63) {
        return Order::greater;
    }
    const double whole = std::trunc(real);
    if (const auto order = integer <=> qint64(whole); std::is_neq(order)) {
        return order;
    }
    return 0.0 <=> real - whole;
}

Order reversed(Order order)
{
    return order == Order::less ? Order::greater : order == Order::greater ? Order::less : order;
}

Order compareMoments(const Moment &left, const Moment &right)
{
    if (const auto order = left.seconds <=> right.seconds; std::is_neq(order)) {
        return order;
    }
    return left.nanos <=> right.nanos;
}

Order compareSpans(const Span &left, const Span &right)
{
    return compareMoments({left.seconds, left.nanos}, {right.seconds, right.nanos});
}

Moment midnight(const Date &date)
{
    return {date.days * secondsOfDay, 0, 0};
}

double inSeconds(const Span &span)
{
    return double(span.seconds) + span.nanos / 1e9;
}

// Open metadata has no dates of its own: they are texts there, and are read as what they are compared with.
Order compareWithText(const Value &typed, const QString &text)
{
    switch (typeOf(typed)) {
    case Type::Date:
    case Type::Moment:
        if (const auto moment = parseMomentOrDate(text)) {
            return compared(typed, *moment);
        }
        return Order::unordered;
    case Type::TimeOfDay:
        if (const auto time = parseTimeOfDay(text)) {
            return std::get<TimeOfDay>(typed).nanos <=> time->nanos;
        }
        return Order::unordered;
    case Type::Span:
        if (const auto span = parseSpan(text)) {
            return compareSpans(std::get<Span>(typed), *span);
        }
        return Order::unordered;
    case Type::Guid:
        return std::get<QUuid>(typed).toString(QUuid::WithoutBraces).compare(text, Qt::CaseInsensitive) <=> 0;
    default:
        return Order::unordered;
    }
}

struct Comparison
{
    Order operator()(bool left, bool right) const { return int(left) <=> int(right); }
    Order operator()(qint64 left, qint64 right) const { return left <=> right; }
    Order operator()(double left, double right) const { return left <=> right; }
    Order operator()(qint64 left, double right) const { return compareMixed(left, right); }
    Order operator()(double left, qint64 right) const { return reversed(compareMixed(right, left)); }
    // By code points, as SQLite compares its texts; QString compares UTF-16.
    Order operator()(const QString &left, const QString &right) const
    {
        return left == right ? Order::equivalent : left.toUtf8().compare(right.toUtf8()) <=> 0;
    }
    Order operator()(const Date &left, const Date &right) const { return left.days <=> right.days; }
    Order operator()(const TimeOfDay &left, const TimeOfDay &right) const { return left.nanos <=> right.nanos; }
    Order operator()(const Moment &left, const Moment &right) const { return compareMoments(left, right); }
    Order operator()(const Date &left, const Moment &right) const { return compareMoments(midnight(left), right); }
    Order operator()(const Moment &left, const Date &right) const { return compareMoments(left, midnight(right)); }
    Order operator()(const Span &left, const Span &right) const { return compareSpans(left, right); }
    Order operator()(const Span &left, qint64 right) const { return inSeconds(left) <=> double(right); }
    Order operator()(const Span &left, double right) const { return inSeconds(left) <=> right; }
    Order operator()(qint64 left, const Span &right) const { return double(left) <=> inSeconds(right); }
    Order operator()(double left, const Span &right) const { return left <=> inSeconds(right); }
    Order operator()(const QUuid &left, const QUuid &right) const
    {
        return left.toRfc4122().compare(right.toRfc4122()) <=> 0;
    }
    template <typename Left, typename Right>
    Order operator()(const Left &, const Right &) const
    {
        return Order::unordered;
    }
};

} // namespace

Type typeOf(const Value &value)
{
    static constexpr Type types[] = {Type::Null, Type::Boolean,   Type::Number, Type::Number, Type::String,
                                     Type::Date, Type::TimeOfDay, Type::Moment, Type::Span,   Type::Guid};
    return types[value.index()];
}

std::partial_ordering compared(const Value &left, const Value &right)
{
    const auto *leftText = std::get_if<QString>(&left);
    const auto *rightText = std::get_if<QString>(&right);
    if (leftText != nullptr && rightText == nullptr) {
        return reversed(compareWithText(right, *leftText));
    }
    if (rightText != nullptr && leftText == nullptr) {
        return compareWithText(left, *rightText);
    }
    return std::visit(Comparison(), left, right);
}

bool areEqual(const Value &left, const Value &right)
{
    if (isNull(left) || isNull(right)) {
        return isNull(left) && isNull(right);
    }
    return compared(left, right) == Order::equivalent;
}

Value numberFrom(QStringView text)
{
    bool fits = false;
    if (const qint64 integer = text.toLongLong(&fits); fits) {
        return integer;
    }
    return text.toDouble();
}

} // namespace kinframe::query
