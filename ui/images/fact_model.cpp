// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/fact_model.h"

#include <algorithm>

namespace kinframe::ui {

void FactModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void FactModel::setRows(std::vector<FactRow> rows)
{
    const int before = count();
    for (int row = count() - 1; row >= 0; --row) {
        const QString &key = m_rows[size_t(row)].key;
        if (std::none_of(rows.begin(), rows.end(), [&](const FactRow &other) { return other.key == key; })) {
            removeAt(row);
        }
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        FactRow &wanted = rows[size_t(row)];
        if (row >= count() || m_rows[size_t(row)].key != wanted.key) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, std::move(wanted));
            endInsertRows();
        } else if (!(m_rows[size_t(row)] == wanted)) {
            m_rows[size_t(row)] = std::move(wanted);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    while (count() > int(rows.size())) {
        removeAt(count() - 1);
    }
    if (count() != before) {
        Q_EMIT countChanged();
    }
}

int FactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FactRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case KeyRole:
        return row.key;
    case LabelRole:
        return row.label;
    case TextRole:
        return row.text;
    case WrittenRole:
        return row.written;
    case KindRole:
        return int(row.kind);
    case IsVariousRole:
        return row.isVarious;
    default:
        return {};
    }
}

QHash<int, QByteArray> FactModel::roleNames() const
{
    return {{KeyRole, "key"},         {LabelRole, "label"}, {TextRole, "text"},
            {WrittenRole, "written"}, {KindRole, "kind"},   {IsVariousRole, "isVarious"}};
}

} // namespace kinframe::ui
