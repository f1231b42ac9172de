// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_headers.h"

namespace kinframe::ui {

GridHeaders::GridHeaders(const GridLayout &layout, QObject *parent)
    : QAbstractListModel(parent)
    , m_layout(layout)
{
}

void GridHeaders::show(const SectionedModel *source, GridLayout::Range sections, bool isNew)
{
    m_source = source;
    if (isNew) {
        m_slots.forget();
    }
    const int before = m_slots.size();
    Slots shown = m_slots;
    const Slots::Change change = shown.show(sections);
    if (change.added > 0) {
        beginInsertRows({}, before, before + change.added - 1);
        m_slots = std::move(shown);
        endInsertRows();
    } else {
        m_slots = std::move(shown);
    }
    if (isNew && m_slots.size() > 0) {
        // Also those that show nothing any more.
        Q_EMIT dataChanged(index(0), index(m_slots.size() - 1));
        return;
    }
    for (const int slot : change.changed) {
        Q_EMIT dataChanged(index(slot), index(slot));
    }
}

int GridHeaders::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_slots.size();
}

QVariant GridHeaders::data(const QModelIndex &index, int role) const
{
    const int section = m_slots.itemOf(index.row());
    if (!m_source || section < 0 || section >= int(m_source->sections().size())) {
        return role == SectionRole ? QVariant(-1) : role == TitleRole ? QVariant(QString()) : QVariant(0);
    }
    const Section &found = m_source->sections()[size_t(section)];
    switch (role) {
    case SectionRole:
        return section;
    case TitleRole:
        return found.title;
    case CountRole:
        return found.count;
    case TopRole:
        return m_layout.headerAt(section).y();
    default:
        return {};
    }
}

QHash<int, QByteArray> GridHeaders::roleNames() const
{
    return {{SectionRole, "section"}, {TitleRole, "title"}, {CountRole, "itemCount"}, {TopRole, "headerY"}};
}

} // namespace kinframe::ui
