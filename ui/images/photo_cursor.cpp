// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/photo_cursor.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

// So many on each side have their ids read before they are reached.
constexpr int ahead = 8;

} // namespace

void PhotoCursor::setModel(SectionedModel *model)
{
    if (m_model == model) {
        return;
    }
    if (m_model) {
        m_model->disconnect(this);
    }
    m_model = model;
    if (m_model) {
        connect(m_model, &SectionedModel::sectionsChanged, this, &PhotoCursor::follow);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &PhotoCursor::look);
    }
    m_key = -1;
    Q_EMIT moved();
    setRow(m_row);
}

void PhotoCursor::setRow(int row)
{
    m_row = row;
    const bool isInList = m_model && row >= 0 && row < m_model->count();
    m_key = isInList ? m_model->keyAt(row) : -1;
    if (isInList) {
        m_model->want(std::max(0, row - ahead), std::min(m_model->count() - 1, row + ahead));
    }
    Q_EMIT moved();
    look();
}

void PhotoCursor::setOthers(const QVariantList &keys)
{
    if (m_others != keys) {
        m_others = keys;
        Q_EMIT othersChanged();
    }
}

void PhotoCursor::step(int by)
{
    if (m_model && m_row + by >= 0 && m_row + by < m_model->count()) {
        setRow(m_row + by);
    }
}

void PhotoCursor::follow()
{
    if (m_key < 0) {
        setRow(m_row);
        return;
    }
    if (m_model->count() == 0) {
        Q_EMIT emptied();
        return;
    }
    int row = m_model->rowOf(m_key);
    for (auto other = m_others.cbegin(); row < 0 && other != m_others.cend(); ++other) {
        row = m_model->rowOf(other->toLongLong());
    }
    setRow(row >= 0 ? row : std::min(m_row, m_model->count() - 1));
}

void PhotoCursor::look()
{
    const QString ids[] = {idAt(m_row - 1), idAt(m_row), idAt(m_row + 1)};
    if (!std::ranges::equal(ids, m_ids)) {
        std::ranges::copy(ids, m_ids);
        Q_EMIT changed();
    }
}

QString PhotoCursor::idAt(int row) const
{
    if (!m_model || m_key < 0 || row < 0 || row >= m_model->count()) {
        return {};
    }
    return m_model->index(row).data(m_model->roleNames().key("assetId", -1)).toString();
}

} // namespace kinframe::ui
