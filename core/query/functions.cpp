// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/functions.h"

namespace kinframe::query {
namespace {

using namespace Qt::StringLiterals;
using enum Argument;

constexpr std::array functions{
    Function{"contains", "kf_contains", Type::Boolean, 2, 2, {Text, Text}},
    Function{"startswith", "kf_startswith", Type::Boolean, 2, 2, {Text, Text}},
    Function{"endswith", "kf_endswith", Type::Boolean, 2, 2, {Text, Text}},
    Function{"matchespattern", "kf_matches", Type::Boolean, 2, 2, {Text, Text}},
    Function{"length", "kf_length", Type::Number, 1, 1, {Text}},
    Function{"indexof", "kf_indexof", Type::Number, 2, 2, {Text, Text}},
    Function{"substring", "kf_substring", Type::String, 2, 3, {Text, Number, Number}},
    Function{"tolower", "kf_tolower", Type::String, 1, 1, {Text}},
    Function{"toupper", "kf_toupper", Type::String, 1, 1, {Text}},
    Function{"trim", "kf_trim", Type::String, 1, 1, {Text}},
    Function{"concat", "kf_concat", Type::String, 2, 2, {Text, Text}},
    Function{"year", "kf_year", Type::Number, 1, 1, {Day}},
    Function{"month", "kf_month", Type::Number, 1, 1, {Day}},
    Function{"day", "kf_day", Type::Number, 1, 1, {Day}},
    Function{"hour", "kf_hour", Type::Number, 1, 1, {Clock}},
    Function{"minute", "kf_minute", Type::Number, 1, 1, {Clock}},
    Function{"second", "kf_second", Type::Number, 1, 1, {Clock}},
    Function{"fractionalseconds", "kf_fractionalseconds", Type::Number, 1, 1, {Clock}},
    Function{"date", "kf_date", Type::Date, 1, 1, {Day}},
    Function{"time", "kf_time", Type::TimeOfDay, 1, 1, {Clock}},
    Function{"totaloffsetminutes", "kf_offset", Type::Number, 1, 1, {Instant}},
    Function{"totalseconds", "kf_totalseconds", Type::Number, 1, 1, {Duration}},
    Function{"now", nullptr, Type::Moment, 0, 0, {}},
    Function{"maxdatetime", nullptr, Type::Moment, 0, 0, {}},
    Function{"mindatetime", nullptr, Type::Moment, 0, 0, {}},
    Function{"round", "kf_round", Type::Number, 1, 1, {Number}},
    Function{"floor", "kf_floor", Type::Number, 1, 1, {Number}},
    Function{"ceiling", "kf_ceiling", Type::Number, 1, 1, {Number}},
};

constexpr Function anyCase{"~", "kf_contains_any_case", Type::Boolean, 2, 2, {Text, Text}};

} // namespace

const Function *functionNamed(QStringView name)
{
    for (const Function &function : functions) {
        if (name.compare(QLatin1StringView(function.name), Qt::CaseInsensitive) == 0) {
            return &function;
        }
    }
    return nullptr;
}

const Function &containsAnyCase()
{
    return anyCase;
}

bool accepts(Argument argument, Type type)
{
    if (type == Type::Any || type == Type::Null) {
        return true;
    }
    switch (argument) {
    case Text:
        return type == Type::String;
    case Number:
        return type == Type::Number;
    case Day:
        return type == Type::Date || type == Type::Moment;
    case Clock:
        return type == Type::TimeOfDay || type == Type::Moment;
    case Instant:
        return type == Type::Moment;
    case Duration:
        return type == Type::Span;
    }
    return false;
}

QString wordsFor(Argument argument)
{
    switch (argument) {
    case Text:
        return u"a text"_s;
    case Number:
        return u"a number"_s;
    case Day:
        return u"a date"_s;
    case Clock:
        return u"a time of day"_s;
    case Instant:
        return u"a date with a time"_s;
    case Duration:
        return u"a duration"_s;
    }
    return {};
}

} // namespace kinframe::query
