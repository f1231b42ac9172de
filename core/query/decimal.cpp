// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/decimal.h"

#include <QByteArray>
#include <QLocale>
#include <QtNumeric>

#include <algorithm>
#include <cmath>

namespace kinframe::query {
namespace {

constexpr int mostScale = 18; // 10^18 is the last power of ten within 64 bits

std::optional<qint64> scaled(qint64 value, int by)
{
    for (; by > 0; --by) {
        if (qMulOverflow(value, qint64(10), &value)) {
            return std::nullopt;
        }
    }
    return value;
}

struct Aligned
{
    qint64 left;
    qint64 right;
    int scale;
};

std::optional<Aligned> aligned(const Decimal &left, const Decimal &right)
{
    const int scale = std::max(left.scale, right.scale);
    const auto first = scaled(left.mantissa, scale - left.scale);
    const auto second = scaled(right.mantissa, scale - right.scale);
    return first && second ? std::optional(Aligned{*first, *second, scale}) : std::nullopt;
}

} // namespace

std::optional<Decimal> decimalFrom(double value)
{
    if (!std::isfinite(value)) {
        return std::nullopt;
    }
    // As -1.234e-05: the digits and the exponent.
    QByteArray text = QByteArray::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype mark = text.indexOf('e');
    int scale = -text.mid(mark + 1).toInt();
    text.truncate(mark);
    if (const qsizetype point = text.indexOf('.'); point >= 0) {
        scale += int(text.size() - point - 1);
        text.remove(point, 1);
    }
    bool fits = false;
    const qint64 digits = text.toLongLong(&fits);
    if (!fits || scale > mostScale || scale < -mostScale) {
        return std::nullopt;
    }
    if (scale >= 0) {
        return Decimal{digits, scale};
    }
    const auto whole = scaled(digits, -scale);
    return whole ? std::optional(Decimal{*whole, 0}) : std::nullopt;
}

double toDouble(const Decimal &value)
{
    const QByteArray text = QByteArray::number(value.mantissa) + 'e' + QByteArray::number(-value.scale);
    return text.toDouble();
}

std::optional<Decimal> sum(const Decimal &left, const Decimal &right)
{
    const auto both = aligned(left, right);
    qint64 total = 0;
    if (!both || qAddOverflow(both->left, both->right, &total)) {
        return std::nullopt;
    }
    return Decimal{total, both->scale};
}

std::optional<Decimal> product(const Decimal &left, const Decimal &right)
{
    qint64 result = 0;
    if (left.scale + right.scale > mostScale || qMulOverflow(left.mantissa, right.mantissa, &result)) {
        return std::nullopt;
    }
    return Decimal{result, left.scale + right.scale};
}

std::optional<Decimal> remainder(const Decimal &left, const Decimal &right)
{
    const auto both = aligned(left, right);
    if (!both || both->right == 0 || both->right == -1) {
        return both ? std::optional(Decimal{0, 0}) : std::nullopt;
    }
    return Decimal{both->left % both->right, both->scale};
}

std::optional<double> quotient(const Decimal &left, const Decimal &right)
{
    // Beyond 53 bits the integers would be rounded before they are divided.
    constexpr qint64 mostExact = qint64(1) << 53;
    const auto both = aligned(left, right);
    if (!both || std::abs(both->left) > mostExact || std::abs(both->right) > mostExact) {
        return std::nullopt;
    }
    return double(both->left) / double(both->right);
}

} // namespace kinframe::query
