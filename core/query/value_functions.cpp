// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sql_functions.h"
#include "query/sql_value.h"
#include "query/temporal.h"

#include <sqlite3.h>

#include <array>

namespace kinframe::query {
namespace {

void equal(sqlite3_context *context, int, sqlite3_value **arguments)
{
    sqlite3_result_int(context, areEqual(decoded(arguments[0]), decoded(arguments[1])) ? 1 : 0);
}

void less(sqlite3_context *context, int, sqlite3_value **arguments)
{
    sqlite3_result_int(context, std::is_lt(compared(decoded(arguments[0]), decoded(arguments[1]))) ? 1 : 0);
}

void lessOrEqual(sqlite3_context *context, int, sqlite3_value **arguments)
{
    sqlite3_result_int(context, std::is_lteq(compared(decoded(arguments[0]), decoded(arguments[1]))) ? 1 : 0);
}

void isIn(sqlite3_context *context, int, sqlite3_value **arguments)
{
    using List = std::vector<Value>;
    // The list is the same for all rows; it is read once.
    const auto *list = static_cast<const List *>(sqlite3_get_auxdata(context, 1));
    List own;
    if (list == nullptr) {
        own = decodedList(
            {static_cast<const char *>(sqlite3_value_blob(arguments[1])), sqlite3_value_bytes(arguments[1])});
        list = &own;
    }
    const Value wanted = decoded(arguments[0]);
    const bool found =
        std::any_of(list->begin(), list->end(), [&wanted](const Value &value) { return areEqual(value, wanted); });
    sqlite3_result_int(context, found ? 1 : 0);
    if (list == &own) {
        sqlite3_set_auxdata(context, 1, new List(std::move(own)), [](void *old) { delete static_cast<List *>(old); });
    }
}

// 1, 0 or NULL to a boolean as a value.
void fromBoolean(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
    } else {
        giveResult(context, sqlite3_value_int(arguments[0]) != 0);
    }
}

// And back; what is no boolean is neither true nor false.
void toBoolean(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const Value value = decoded(arguments[0]);
    if (const auto *boolean = std::get_if<bool>(&value)) {
        sqlite3_result_int(context, *boolean ? 1 : 0);
    } else {
        sqlite3_result_null(context);
    }
}

void fromMs(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
    } else {
        giveResult(context, momentFromMs(sqlite3_value_int64(arguments[0])));
    }
}

void uuidText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const QByteArrayView bytes(static_cast<const char *>(sqlite3_value_blob(arguments[0])),
                               sqlite3_value_bytes(arguments[0]));
    giveResult(context, QUuid::fromRfc4122(bytes.toByteArray()).toString(QUuid::WithoutBraces));
}

constexpr std::array functions{
    SqlFunction{"kf_eq", 2, equal},      SqlFunction{"kf_lt", 2, less},          SqlFunction{"kf_le", 2, lessOrEqual},
    SqlFunction{"kf_in", 2, isIn},       SqlFunction{"kf_bool", 1, fromBoolean}, SqlFunction{"kf_truth", 1, toBoolean},
    SqlFunction{"kf_moment", 1, fromMs}, SqlFunction{"kf_uuid", 1, uuidText},
};

} // namespace

std::span<const SqlFunction> valueFunctions()
{
    return functions;
}

} // namespace kinframe::query
