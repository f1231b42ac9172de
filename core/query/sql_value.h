// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <optional>

struct sqlite3_context;
struct sqlite3_value;

namespace kinframe::query {

// Values within a statement: integers, reals, texts and NULL as SQLite has them; everything else is a blob of a byte
// for its type and bytes that order as the values do.

[[nodiscard]] Binding encoded(const Value &value);
[[nodiscard]] Binding encodedList(const std::vector<Value> &values);
[[nodiscard]] Value decoded(sqlite3_value *value);
[[nodiscard]] std::vector<Value> decodedList(QByteArrayView bytes);
void giveResult(sqlite3_context *context, const Value &value);

} // namespace kinframe::query
