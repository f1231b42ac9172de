// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/compiler.h"
#include "query/cursor.h"

namespace kinframe::query {

/// The order of a page: the keys asked for, then what makes it complete (the time, the id), so that a page always goes
/// on where the one before ended. Nulls come first going up.
class Ordering
{
public:
    /// `isByArrival`: the newest here first instead.
    Ordering(const ImageQuery &query, Compiler &compiler, bool isByArrival = false);

    /// What a page selects: the keys, then the id.
    [[nodiscard]] std::string columns() const;
    [[nodiscard]] std::string orderBy() const;
    /// The index that has the rows in this order; nullptr: none.
    [[nodiscard]] const char *index() const { return m_index; }
    /// By time alone, as the rows of one value lie in its index.
    [[nodiscard]] bool isByTime() const { return m_isByTime; }
    [[nodiscard]] size_t size() const { return m_keys.size(); }
    /// The rows behind the one where a page ended.
    [[nodiscard]] std::string after(const Cursor &cursor, Bindings &bindings) const;

private:
    struct Key
    {
        std::string sql;
        bool isDescending;
        bool isNullable;
    };
    [[nodiscard]] static std::string behind(const Key &key, const std::string &value, bool isNull);

    std::vector<Key> m_keys;
    const char *m_index = nullptr;
    bool m_isByTime = false;
};

} // namespace kinframe::query
