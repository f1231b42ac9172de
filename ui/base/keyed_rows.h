// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kinframe::ui {

/// The rows of a model, found by their `id`, a number of their own; some of its calls also need `uuid` and `name`. What
/// stands outside of the rows is nothing, since QML asks for what was there a moment ago. One thread at a time.
template <typename Row>
class KeyedRows
{
public:
    [[nodiscard]] const std::vector<Row> &all() const { return m_rows; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < count(); }
    /// The row must be there.
    [[nodiscard]] const Row &operator[](int row) const { return m_rows[size_t(row)]; }

    /// Whether these are the same in the same order, though perhaps changed.
    [[nodiscard]] bool hasKeysOf(const std::vector<Row> &rows) const
    {
        return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                          [](const Row &left, const Row &right) { return left.id == right.id; });
    }
    void set(std::vector<Row> rows)
    {
        m_rows = std::move(rows);
        m_rowOf.clear();
        for (int row = 0; row < count(); ++row) {
            m_rowOf.emplace(m_rows[size_t(row)].id, row);
        }
    }
    /// With the same key.
    void replace(int row, Row with) { m_rows[size_t(row)] = std::move(with); }

    /// -1 where it is not among them.
    [[nodiscard]] int rowOf(qint64 id) const
    {
        const auto found = m_rowOf.find(id);
        return found == m_rowOf.end() ? -1 : found->second;
    }
    [[nodiscard]] int rowOf(const QUuid &uuid) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.uuid == uuid; });
        return found == m_rows.end() ? -1 : int(found - m_rows.begin());
    }
    [[nodiscard]] QString idAt(int row) const { return has(row) ? toText(m_rows[size_t(row)].uuid) : QString(); }
    [[nodiscard]] QStringList idsAt(const QList<int> &rows) const
    {
        QStringList ids;
        for (const int row : rows) {
            ids.push_back(idAt(row));
        }
        return ids;
    }
    [[nodiscard]] QString nameAt(int row) const { return has(row) ? m_rows[size_t(row)].name : QString(); }

private:
    std::vector<Row> m_rows;
    std::unordered_map<qint64, int> m_rowOf; ///< by id
};

} // namespace kinframe::ui
