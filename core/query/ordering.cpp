// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/ordering.h"

#include "query/property_map.h"
#include "storage/sql_text.h"

#include <cstring>

namespace kinframe::query {
namespace {

using storage::joined;

const Column *columnIn(const OrderKey &key)
{
    return key.expression->kind == Kind::Property ? columnOf(key.expression->name) : nullptr;
}

// Indexes over (owner, column, created_at, id), without a condition of their own: those over texts that an asset may
// lack leave the others out.
bool hasWholeIndex(const Column &column)
{
    return column.index != nullptr && (column.type == Type::Number || !column.isNullable);
}

} // namespace

Ordering::Ordering(const ImageQuery &query, Compiler &compiler, bool isByArrival)
{
    if (isByArrival) {
        m_keys.push_back({"a.id", true, false}); // Assets are numbered as they come.
        return;
    }
    bool hasTime = false;
    bool isDescending = true;
    for (const OrderKey &key : query.order) {
        const Column *column = columnIn(key);
        m_keys.push_back(
            {compiler.orderValue(*key.expression), key.isDescending, column == nullptr || column->isNullable});
        hasTime = hasTime || (column != nullptr && std::strcmp(column->name, "created_at") == 0);
        isDescending = key.isDescending;
    }
    if (!hasTime) {
        m_keys.push_back({"a.created_at", isDescending, false});
    }
    m_keys.push_back({"a.id", isDescending, false});
    const Column *first = query.order.empty() ? nullptr : columnIn(query.order.front());
    m_isByTime = query.order.empty() || (hasTime && query.order.size() == 1);
    if (m_isByTime) {
        m_index = "asset_timeline";
    } else if (query.order.size() == 1 && first != nullptr && hasWholeIndex(*first)) {
        m_index = first->index;
    }
}

std::string Ordering::columns() const
{
    std::string sql;
    for (const Key &key : m_keys) {
        sql += (sql.empty() ? "" : ", ") + key.sql;
    }
    return sql;
}

std::string Ordering::orderBy() const
{
    std::string sql;
    for (size_t index = 0; index < m_keys.size(); ++index) {
        sql += (sql.empty() ? "" : ", ") + std::to_string(index + 1) + (m_keys[index].isDescending ? " DESC" : "");
    }
    return sql;
}

std::string Ordering::behind(const Key &key, const std::string &value, bool isNull)
{
    if (isNull) {
        return key.isDescending ? "0" : '(' + key.sql + ") IS NOT NULL";
    }
    const std::string sql = '(' + key.sql + (key.isDescending ? ") < " : ") > ") + value;
    return key.isDescending && key.isNullable ? '(' + sql + " OR (" + key.sql + ") IS NULL)" : sql;
}

// From the last key to the first: behind in this one, or the same in this one and behind in those that follow.
std::string Ordering::after(const Cursor &cursor, Bindings &bindings) const
{
    std::string sql;
    for (size_t index = m_keys.size(); index-- > 0;) {
        const Key &key = m_keys[index];
        const bool isNull = std::holds_alternative<std::monostate>(cursor.values[index]);
        const std::string value = isNull ? "NULL" : bindings.add(cursor.values[index]);
        const std::string isBehind = behind(key, value, isNull);
        sql = sql.empty() ? isBehind : joined({"(", isBehind, " OR ((", key.sql, ") IS ", value, " AND ", sql, "))"});
        if (index == 0 && !isNull && !(key.isDescending && key.isNullable)) {
            // Says the same again, as a bound that an index can begin at.
            sql = joined({"(", key.sql, key.isDescending ? ") <= " : ") >= ", value, " AND ", sql});
        }
    }
    return sql;
}

} // namespace kinframe::query
