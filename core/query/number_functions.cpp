// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/arithmetic.h"
#include "query/sql_functions.h"
#include "query/sql_value.h"

#include <sqlite3.h>

#include <array>
#include <cmath>

namespace kinframe::query {
namespace {

template <Operator op>
void calculates(sqlite3_context *context, int, sqlite3_value **arguments)
{
    giveResult(context, calculated(op, decoded(arguments[0]), decoded(arguments[1])));
}

void negates(sqlite3_context *context, int, sqlite3_value **arguments)
{
    giveResult(context, negative(decoded(arguments[0])));
}

// A whole result is an integer where it fits into one, for `round(x) mod 2` and the like.
template <double (*change)(double)>
void rounds(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const Value value = decoded(arguments[0]);
    const auto *real = std::get_if<double>(&value);
    if (real == nullptr) {
        giveResult(context, std::holds_alternative<qint64>(value) ? value : Value());
        return;
    }
    constexpr double mostExact = 9007199254740992.0;
    const double result = change(*real);
    giveResult(context, std::abs(result) <= mostExact ? Value(qint64(result)) : Value(result));
}

double awayFromZero(double value)
{
    return std::round(value);
}

double down(double value)
{
    return std::floor(value);
}

double up(double value)
{
    return std::ceil(value);
}

constexpr std::array functions{
    SqlFunction{"kf_add", 2, calculates<Operator::Add>},
    SqlFunction{"kf_sub", 2, calculates<Operator::Sub>},
    SqlFunction{"kf_mul", 2, calculates<Operator::Mul>},
    SqlFunction{"kf_div", 2, calculates<Operator::Div>},
    SqlFunction{"kf_divby", 2, calculates<Operator::DivBy>},
    SqlFunction{"kf_mod", 2, calculates<Operator::Mod>},
    SqlFunction{"kf_minus", 1, negates},
    SqlFunction{"kf_round", 1, rounds<awayFromZero>},
    SqlFunction{"kf_floor", 1, rounds<down>},
    SqlFunction{"kf_ceiling", 1, rounds<up>},
};

} // namespace

std::span<const SqlFunction> numberFunctions()
{
    return functions;
}

} // namespace kinframe::query
