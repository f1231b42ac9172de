// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/slots.h"

#include <algorithm>

namespace kinframe::ui {

Slots::Change Slots::show(GridLayout::Range range, int mostNew)
{
    std::vector<bool> isShown(size_t(std::max(0, range.last - range.first + 1)), false);
    std::vector<int> freed;
    for (int slot = 0; slot < size(); ++slot) {
        const int item = itemOf(slot);
        if (item >= range.first && item <= range.last) {
            isShown[size_t(item - range.first)] = true;
        } else {
            freed.push_back(slot);
        }
    }
    Change change;
    auto next = freed.begin();
    for (int item = range.first; item <= range.last; ++item) {
        if (isShown[size_t(item - range.first)]) {
            continue;
        }
        if (next != freed.end()) {
            m_items[size_t(*next)] = item;
            change.changed.push_back(*next++);
        } else if (change.added < mostNew) {
            m_items.push_back(item);
            ++change.added;
        } else {
            change.isShort = true;
            break;
        }
    }
    for (; next != freed.end(); ++next) {
        if (m_items[size_t(*next)] != -1) {
            m_items[size_t(*next)] = -1;
            change.changed.push_back(*next);
        }
    }
    return change;
}

void Slots::follow(std::vector<int> items)
{
    items.resize(m_items.size(), -1);
    m_items = std::move(items);
}

void Slots::forget()
{
    std::ranges::fill(m_items, -1);
}

int Slots::slotOf(int item) const
{
    const auto found = std::ranges::find(m_items, item);
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

} // namespace kinframe::ui
