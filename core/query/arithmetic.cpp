// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/arithmetic.h"

#include "query/decimal.h"

#include <QtNumeric>

#include <cmath>
#include <limits>

namespace kinframe::query {
namespace {

constexpr qint64 nanosOfSecond = 1'000'000'000;
constexpr qint64 secondsOfDay = 86'400;
// Of dates and durations: some millions of years, beyond which nothing is calculated.
constexpr qint64 mostSeconds = qint64(1) << 47;

Value wholeResult(Operator op, qint64 left, qint64 right)
{
    qint64 result = 0;
    switch (op) {
    case Operator::Add:
        return qAddOverflow(left, right, &result) ? Value(double(left) + double(right)) : Value(result);
    case Operator::Sub:
        return qSubOverflow(left, right, &result) ? Value(double(left) - double(right)) : Value(result);
    case Operator::Mul:
        return qMulOverflow(left, right, &result) ? Value(double(left) * double(right)) : Value(result);
    case Operator::Div:
        if (right == -1) {
            return wholeResult(Operator::Sub, 0, left);
        }
        return right == 0 ? Value() : Value(left / right);
    case Operator::Mod:
        return right == 0 ? Value() : Value(right == -1 ? 0 : left % right);
    default:
        return {};
    }
}

double plainResult(Operator op, double left, double right)
{
    switch (op) {
    case Operator::Add:
        return left + right;
    case Operator::Sub:
        return left - right;
    case Operator::Mul:
        return left * right;
    case Operator::Mod:
        return std::fmod(left, right);
    default:
        return left / right;
    }
}

std::optional<double> exactResult(Operator op, const Decimal &left, const Decimal &right)
{
    const auto rounded = [](const std::optional<Decimal> &result) {
        return result ? std::optional(toDouble(*result)) : std::nullopt;
    };
    switch (op) {
    case Operator::Add:
        return rounded(sum(left, right));
    case Operator::Sub:
        if (right.mantissa == std::numeric_limits<qint64>::min()) {
            return std::nullopt;
        }
        return rounded(sum(left, {-right.mantissa, right.scale}));
    case Operator::Mul:
        return rounded(product(left, right));
    case Operator::Mod:
        return right.mantissa == 0 ? std::nullopt : rounded(remainder(left, right));
    default:
        return right.mantissa == 0 ? std::nullopt : quotient(left, right);
    }
}

struct Number
{
    double real = 0;
    std::optional<Decimal> decimal;
};

std::optional<Number> numberOf(const Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value)) {
        return Number{double(*integer), Decimal{*integer, 0}};
    }
    if (const auto *real = std::get_if<double>(&value)) {
        return Number{*real, decimalFrom(*real)};
    }
    return std::nullopt;
}

Value realResult(Operator op, const Number &left, const Number &right)
{
    if (left.decimal && right.decimal) {
        if (const auto exact = exactResult(op, *left.decimal, *right.decimal)) {
            return *exact;
        }
    }
    return plainResult(op, left.real, right.real);
}

Value spanOf(qint64 seconds, qint64 nanos)
{
    seconds += nanos / nanosOfSecond;
    nanos %= nanosOfSecond;
    if (nanos < 0) {
        --seconds;
        nanos += nanosOfSecond;
    }
    if (std::abs(seconds) > mostSeconds) {
        return {};
    }
    return Span{seconds, int(nanos)};
}

Value scaledSpan(Operator op, const Span &span, const Number &by)
{
    const double seconds = double(span.seconds) + span.nanos / 1e9;
    const double result = plainResult(op, seconds, by.real);
    if (!(std::abs(result) < double(mostSeconds))) {
        return {};
    }
    const double whole = std::floor(result);
    return spanOf(qint64(whole), std::llround((result - whole) * 1e9));
}

Value shifted(const Value &point, const Span &by, int sign)
{
    if (const auto *date = std::get_if<Date>(&point)) {
        const Value span = spanOf(sign * by.seconds, qint64(sign) * by.nanos);
        const auto *days = std::get_if<Span>(&span);
        return days == nullptr ? Value() : Value(Date{date->days + days->seconds / secondsOfDay});
    }
    const auto &moment = std::get<Moment>(point);
    const Value span = spanOf(moment.seconds + sign * by.seconds, moment.nanos + qint64(sign) * by.nanos);
    const auto *sum = std::get_if<Span>(&span);
    return sum == nullptr ? Value() : Value(Moment{sum->seconds, sum->nanos, moment.offsetMinutes});
}

bool isPoint(const Value &value)
{
    return std::holds_alternative<Date>(value) || std::holds_alternative<Moment>(value);
}

Moment asMoment(const Value &point)
{
    const auto *date = std::get_if<Date>(&point);
    return date != nullptr ? Moment{date->days * secondsOfDay, 0, 0} : std::get<Moment>(point);
}

Value timeResult(Operator op, const Value &left, const Value &right)
{
    const auto *leftSpan = std::get_if<Span>(&left);
    const auto *rightSpan = std::get_if<Span>(&right);
    const bool isSum = op == Operator::Add;
    if (isSum || op == Operator::Sub) {
        const int sign = isSum ? 1 : -1;
        if (leftSpan != nullptr && rightSpan != nullptr) {
            return spanOf(leftSpan->seconds + sign * rightSpan->seconds,
                          leftSpan->nanos + qint64(sign) * rightSpan->nanos);
        }
        if (isPoint(left) && rightSpan != nullptr) {
            return shifted(left, *rightSpan, sign);
        }
        if (isSum && isPoint(right) && leftSpan != nullptr) {
            return shifted(right, *leftSpan, sign);
        }
        if (!isSum && isPoint(left) && isPoint(right)) {
            const Moment first = asMoment(left);
            const Moment second = asMoment(right);
            return spanOf(first.seconds - second.seconds, qint64(first.nanos) - second.nanos);
        }
        return {};
    }
    const auto number = numberOf(leftSpan != nullptr ? right : left);
    if (op == Operator::Mod || !number || (leftSpan == nullptr && (rightSpan == nullptr || op != Operator::Mul))) {
        return {};
    }
    return scaledSpan(op, leftSpan != nullptr ? *leftSpan : *rightSpan, *number);
}

} // namespace

Value calculated(Operator op, const Value &left, const Value &right)
{
    const auto *leftWhole = std::get_if<qint64>(&left);
    const auto *rightWhole = std::get_if<qint64>(&right);
    if (leftWhole != nullptr && rightWhole != nullptr && op != Operator::DivBy) {
        return wholeResult(op, *leftWhole, *rightWhole);
    }
    const auto leftNumber = numberOf(left);
    const auto rightNumber = numberOf(right);
    if (leftNumber && rightNumber) {
        return realResult(op, *leftNumber, *rightNumber);
    }
    return timeResult(op, left, right);
}

Value negative(const Value &value)
{
    if (const auto *span = std::get_if<Span>(&value)) {
        return spanOf(-span->seconds, -qint64(span->nanos));
    }
    return std::holds_alternative<double>(value) ? Value(-std::get<double>(value))
                                                 : calculated(Operator::Sub, qint64(0), value);
}

} // namespace kinframe::query
