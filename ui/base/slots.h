// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/grid_layout.h"

#include <limits>
#include <vector>

namespace kinframe::ui {

/// Which items the delegates of a grid show. A delegate keeps its item as long as that is in view and takes over
/// another one then, so that scrolling neither makes delegates nor destroys them.
class Slots
{
public:
    struct Change
    {
        std::vector<int> changed; ///< slots that show another item now, or none
        int added = 0;            ///< slots that are new at the end
        bool isShort = false;     ///< not all of the range is shown
    };

    /// Shows the items of the range, from its beginning as far as slots and `mostNew` new ones reach.
    Change show(GridLayout::Range range, int mostNew = std::numeric_limits<int>::max());
    /// The items have other numbers now: those of all slots, in their order; -1 where there is none any more.
    void follow(std::vector<int> items);
    /// All show nothing; the slots stay.
    void forget();

    [[nodiscard]] int size() const { return int(m_items.size()); }
    /// -1: nothing.
    [[nodiscard]] int itemOf(int slot) const { return m_items[size_t(slot)]; }
    /// -1 where the item is not shown.
    [[nodiscard]] int slotOf(int item) const;

private:
    std::vector<int> m_items;
};

} // namespace kinframe::ui
