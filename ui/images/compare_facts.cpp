// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/compare_facts.h"

#include <algorithm>

namespace kinframe::ui {

void CompareFacts::set(QPointer<FactSheet> &side, FactSheet *sheet)
{
    if (side == sheet) {
        return;
    }
    if (side) {
        side->disconnect(this);
    }
    side = sheet;
    if (side) {
        connect(side, &FactSheet::changed, this, &CompareFacts::compare);
    }
    Q_EMIT sidesChanged();
    compare();
}

void CompareFacts::setLeft(FactSheet *sheet)
{
    set(m_left, sheet);
}

void CompareFacts::setRight(FactSheet *sheet)
{
    set(m_right, sheet);
}

void CompareFacts::compareGroup(const FactModel &left, const FactModel &right, std::vector<Row> &rows) const
{
    const auto find = [](const FactModel &model, const QString &key) {
        const auto found =
            std::find_if(model.rows().begin(), model.rows().end(), [&](const FactRow &row) { return row.key == key; });
        return found == model.rows().end() ? QString() : found->text;
    };
    for (const FactRow &row : left.rows()) {
        if (const QString other = find(right, row.key); other != row.text) {
            rows.push_back({row.label, row.text, other});
        }
    }
    for (const FactRow &row : right.rows()) {
        const bool isOnlyThere = std::none_of(left.rows().begin(), left.rows().end(),
                                              [&](const FactRow &other) { return other.key == row.key; });
        if (isOnlyThere) {
            rows.push_back({row.label, {}, row.text});
        }
    }
}

void CompareFacts::compare()
{
    // Until both are known, everything would seem to differ.
    std::vector<Row> rows;
    if (m_left && m_right && m_left->isLoaded() && m_right->isLoaded()) {
        compareGroup(*m_left->file(), *m_right->file(), rows);
        compareGroup(*m_left->generation(), *m_right->generation(), rows);
        if (m_left->tags() != m_right->tags()) {
            rows.push_back({tr("Tags"), m_left->tags().join(u", "), m_right->tags().join(u", ")});
        }
        compareGroup(*m_left->own(), *m_right->own(), rows);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

int CompareFacts::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CompareFacts::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    return role == LabelRole   ? QVariant(row.label)
           : role == LeftRole  ? QVariant(row.left)
           : role == RightRole ? QVariant(row.right)
                               : QVariant();
}

QHash<int, QByteArray> CompareFacts::roleNames() const
{
    return {{LabelRole, "label"}, {LeftRole, "here"}, {RightRole, "there"}};
}

} // namespace kinframe::ui
