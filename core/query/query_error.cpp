// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query_error.h"

#include "query/limits.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;

QString codeOf(const QString &target)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> codes[] = {
        {"$orderby"_L1, "InvalidOrderBy"_L1}, {"$select"_L1, "InvalidSelect"_L1},
        {"$search"_L1, "InvalidSearch"_L1},   {"$top"_L1, "InvalidTop"_L1},
        {"$skip"_L1, "InvalidSkip"_L1},       {"$skiptoken"_L1, "InvalidSkipToken"_L1},
        {"$count"_L1, "InvalidCount"_L1},     {"$format"_L1, "InvalidFormat"_L1},
    };
    for (const auto &[option, code] : codes) {
        if (target == option) {
            return code;
        }
    }
    return u"InvalidFilter"_s;
}

} // namespace

Error notUnderstood(const QString &target, qsizetype position, const QString &expected)
{
    return {ErrorCode::QueryInvalid,
            {{u"field"_s, target},
             {u"target"_s, target},
             {u"code"_s, codeOf(target)},
             {u"position"_s, QString::number(position)},
             {u"expected"_s, expected}},
            {}};
}

Error tooMuch(const QString &target, qint64 limit, const QString &what)
{
    return {ErrorCode::QueryTooComplex,
            {{u"field"_s, target},
             {u"target"_s, target},
             {u"code"_s, u"QueryTooComplex"_s},
             {u"limit"_s, QString::number(limit)},
             {u"what"_s, what}},
            {}};
}

Error unknownOption(const QString &target)
{
    return {
        ErrorCode::UnknownField, {{u"field"_s, target}, {u"target"_s, target}, {u"code"_s, u"UnknownOption"_s}}, {}};
}

Error tooSlow()
{
    return {ErrorCode::QueryTooSlow,
            {{u"seconds"_s, QString::number(longestQuery.count() / 1000)}, {u"code"_s, u"QueryTooSlow"_s}},
            {}};
}

} // namespace kinframe::query
