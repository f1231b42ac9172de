// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/literal_scanner.h"

#include "query/temporal.h"

#include <QRegularExpression>

#include <limits>

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

// Only the beginning is looked at, so that a long list does not cost its square.
constexpr qsizetype longestLiteral = 400;

qsizetype lengthOf(const QRegularExpression &shape, const QString &text)
{
    const auto match =
        shape.match(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? match.capturedLength() : 0;
}

template <typename Parsed>
ScannedLiteral scanned(qsizetype length, const std::optional<Parsed> &parsed)
{
    return {length, parsed.has_value(), parsed ? Value(*parsed) : Value()};
}

} // namespace

ScannedLiteral scanLiteral(QStringView whole)
{
    static const QRegularExpression guid(u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\\w-])"_s);
    static const QRegularExpression moment(
        u"-?\\d{4,}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?([Zz]|[+-]\\d\\d:\\d\\d)?"_s);
    static const QRegularExpression date(u"-?\\d{4,}-\\d\\d-\\d\\d"_s);
    static const QRegularExpression time(u"\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?"_s);
    static const QRegularExpression number(u"[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"_s);
    const QString text = whole.left(longestLiteral).toString();
    const auto view = [&text](qsizetype length) { return QStringView(text).first(length); };
    if (const qsizetype length = lengthOf(guid, text); length > 0) {
        return {length, true, QUuid(text.first(length))};
    }
    if (const qsizetype length = lengthOf(moment, text); length > 0) {
        return scanned(length, parseMoment(view(length)));
    }
    if (const qsizetype length = lengthOf(date, text); length > 0) {
        return scanned(length, parseDate(view(length)));
    }
    if (const qsizetype length = lengthOf(time, text); length > 0) {
        return scanned(length, parseTimeOfDay(view(length)));
    }
    if (text.startsWith("-INF"_L1)) {
        return {4, true, -std::numeric_limits<double>::infinity()};
    }
    const qsizetype length = lengthOf(number, text);
    return {length, length > 0, length > 0 ? numberFrom(view(length)) : Value()};
}

} // namespace kinframe::query
