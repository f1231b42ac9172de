// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/selection.h"

#include <algorithm>

namespace kinframe::ui {

void Selection::setModel(SectionedModel *model)
{
    if (m_model == model) {
        return;
    }
    if (m_model) {
        m_model->disconnect(this);
    }
    m_model = model;
    if (m_model) {
        connect(m_model, &SectionedModel::sectionsChanged, this, &Selection::dropGone);
    }
    Q_EMIT modelChanged();
    clear();
}

bool Selection::contains(int row) const
{
    return m_model && !m_keys.isEmpty() && m_keys.contains(m_model->keyAt(row));
}

void Selection::select(int row)
{
    m_keys.clear();
    toggle(row);
}

void Selection::toggle(int row)
{
    if (!m_model || row < 0 || row >= m_model->count()) {
        return;
    }
    m_anchor = m_model->keyAt(row);
    if (m_keys.contains(m_anchor)) {
        m_keys.remove(m_anchor);
    } else {
        m_keys.insert(m_anchor);
    }
    Q_EMIT changed();
}

void Selection::extendTo(int row)
{
    if (!m_model || row < 0 || row >= m_model->count()) {
        return;
    }
    const int anchor = m_model->rowOf(m_anchor);
    if (anchor < 0) {
        select(row);
        return;
    }
    m_keys.clear();
    for (int each = std::min(anchor, row); each <= std::max(anchor, row); ++each) {
        m_keys.insert(m_model->keyAt(each));
    }
    Q_EMIT changed();
}

void Selection::setRows(const QList<int> &rows, bool isAdded)
{
    if (!isAdded) {
        m_keys.clear();
    }
    for (const int row : rows) {
        m_keys.insert(m_model->keyAt(row));
    }
    Q_EMIT changed();
}

int Selection::countIn(int first, int count) const
{
    int found = 0;
    for (int row = first; m_model && row < first + count && !m_keys.isEmpty(); ++row) {
        found += m_keys.contains(m_model->keyAt(row)) ? 1 : 0;
    }
    return found;
}

void Selection::setRange(int first, int count, bool isSelected)
{
    for (int row = first; m_model && row < first + count; ++row) {
        if (isSelected) {
            m_keys.insert(m_model->keyAt(row));
        } else {
            m_keys.remove(m_model->keyAt(row));
        }
    }
    Q_EMIT changed();
}

void Selection::selectAll()
{
    setRange(0, m_model ? m_model->count() : 0, true);
}

void Selection::invert()
{
    KeySet others;
    for (int row = 0; m_model && row < m_model->count(); ++row) {
        const qint64 key = m_model->keyAt(row);
        if (!m_keys.contains(key)) {
            others.insert(key);
        }
    }
    m_keys = std::move(others);
    Q_EMIT changed();
}

void Selection::clear()
{
    if (!m_keys.isEmpty()) {
        m_keys.clear();
        Q_EMIT changed();
    }
}

std::vector<qint64> Selection::keys() const
{
    std::vector<qint64> keys;
    for (const int row : rows()) {
        keys.push_back(m_model->keyAt(row));
    }
    return keys;
}

QList<int> Selection::rows() const
{
    QList<int> rows;
    const int all = m_model ? m_model->count() : 0;
    // Most of a long list are looked through in its order, a few are put into it.
    constexpr int few = 32;
    if (m_keys.count() > all / few) {
        for (int row = 0; row < all; ++row) {
            if (m_keys.contains(m_model->keyAt(row))) {
                rows.push_back(row);
            }
        }
        return rows;
    }
    m_keys.forEach([&](qint64 key) {
        if (const int row = m_model->rowOf(key); row >= 0) {
            rows.push_back(row);
        }
    });
    std::ranges::sort(rows);
    return rows;
}

// What was deleted cannot be acted on any more.
void Selection::dropGone()
{
    std::vector<qint64> gone;
    m_keys.forEach([&](qint64 key) {
        if (m_model->rowOf(key) < 0) {
            gone.push_back(key);
        }
    });
    for (const qint64 key : gone) {
        m_keys.remove(key);
    }
    if (!gone.empty()) {
        Q_EMIT changed();
    }
}

} // namespace kinframe::ui
