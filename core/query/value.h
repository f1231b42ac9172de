// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <compare>
#include <variant>

namespace kinframe::query {

struct Date
{
    qint64 days; ///< since 1970-01-01
};

struct TimeOfDay
{
    qint64 nanos; ///< since midnight
};

/// A point in time, with the offset from UTC in which it was written.
struct Moment
{
    qint64 seconds; ///< since 1970 UTC
    int nanos;      ///< 0 to 999'999'999
    int offsetMinutes = 0;
};

/// A duration; its nanoseconds go forward from the seconds also where it is negative.
struct Span
{
    qint64 seconds;
    int nanos;
};

/// A value as filters know it; monostate is null. Integers have 64 bits and stay apart from other numbers.
using Value = std::variant<std::monostate, bool, qint64, double, QString, Date, TimeOfDay, Moment, Span, QUuid>;

/// What is known of an expression before any row is seen. Any: an open property, whose values can be of every type.
enum class Type { Null, Boolean, Number, String, Date, TimeOfDay, Moment, Span, Guid, Any, Collection };

[[nodiscard]] Type typeOf(const Value &value);
[[nodiscard]] inline bool isNull(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// `eq`: null equals null and nothing else does; values of types that cannot be compared are not equal.
[[nodiscard]] bool areEqual(const Value &left, const Value &right);
/// Unordered where one is null or NaN, or they cannot be compared.
[[nodiscard]] std::partial_ordering compared(const Value &left, const Value &right);

/// As clients write numbers: 42, -0.5, 1e3. An integer beyond 64 bits is a double.
[[nodiscard]] Value numberFrom(QStringView text);

} // namespace kinframe::query
