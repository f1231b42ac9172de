// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace kinframe::query {

/// A number as people write it, mantissa / 10^scale: 0.1 and 0.2 are 0.3 here, which they are not as doubles.
struct Decimal
{
    qint64 mantissa;
    int scale; ///< 0 to 18
};

/// The shortest decimal that is this double; nothing where it has more digits or a larger exponent than fit.
[[nodiscard]] std::optional<Decimal> decimalFrom(double value);
/// The double nearest to it.
[[nodiscard]] double toDouble(const Decimal &value);

/// Nothing where the result does not fit.
[[nodiscard]] std::optional<Decimal> sum(const Decimal &left, const Decimal &right);
[[nodiscard]] std::optional<Decimal> product(const Decimal &left, const Decimal &right);
/// With the sign of `left`. `right` is not 0.
[[nodiscard]] std::optional<Decimal> remainder(const Decimal &left, const Decimal &right);
/// Rounded to a double. `right` is not 0.
[[nodiscard]] std::optional<double> quotient(const Decimal &left, const Decimal &right);

} // namespace kinframe::query
