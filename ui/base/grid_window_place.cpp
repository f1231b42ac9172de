// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_headers.h"
#include "ui/base/grid_window.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace kinframe::ui {
namespace {

// Rows beyond the edge that are ready before they are scrolled in, as a part of the view's height.
constexpr double margin = 0.5;
// Far below what drawing can tell apart, far above the height of any view.
constexpr double originStep = 1 << 20;
// A delegate takes about a millisecond to make: a whole screen of them would be a stall.
constexpr int mostAtOnce = 24;

} // namespace

// What keeps its place on the screen, whatever happens to the list or to its measures.

void GridWindow::arrange()
{
    static const std::vector<Section> none;
    std::vector<Aspect> aspects;
    if (m_source && m_measures.isJustified) {
        const int count = m_source->count();
        aspects.reserve(size_t(count));
        for (int row = 0; row < count; ++row) {
            aspects.push_back(toAspect(m_source->aspectAt(row)));
        }
    }
    m_layout.arrange(m_measures, m_source ? m_source->sections() : none, std::move(aspects));
    m_aimed = -1;
}

std::vector<GridWindow::Seen> GridWindow::seenItems() const
{
    std::vector<Seen> seen;
    const GridLayout::Range range = m_layout.itemsBetween(m_top, m_top + m_viewHeight);
    for (int item = range.first; item <= range.last; ++item) {
        const int slot = m_slots.slotOf(item);
        if (slot >= 0 && size_t(slot) < m_keys.size() && m_keys[size_t(slot)] >= 0) {
            seen.push_back({item, m_keys[size_t(slot)], m_layout.cellAt(item).y() - m_top});
        }
    }
    return seen;
}

double GridWindow::topFor(const std::vector<Seen> &seen) const
{
    // An item may have gone elsewhere by itself, as somebody does who got a name, and one at the beginning of a line
    // may have moved up to the end of the line before: the view stays where most of the others are.
    std::map<qint64, int> tops;
    for (const Seen &each : seen) {
        if (const int row = m_source ? m_source->rowOf(each.key) : -1; row >= 0) {
            ++tops[qRound64(m_layout.cellAt(row).y() - each.offset)];
        }
    }
    double best = m_top;
    int votes = 0;
    for (const auto &[top, count] : tops) {
        if (count > votes || (count == votes && std::abs(double(top) - m_top) < std::abs(best - m_top))) {
            best = double(top);
            votes = count;
        }
    }
    return best;
}

std::optional<GridWindow::Held> GridWindow::heldItem() const
{
    if (!m_source || total() == 0 || m_top <= 0) {
        return {};
    }
    const QRectF current = m_layout.cellAt(m_current);
    const bool isSeen = m_current >= 0 && current.top() >= m_top && current.bottom() <= m_top + m_viewHeight;
    const int item = isSeen ? m_current : m_layout.itemNear({m_layout.width() / 2, m_top + m_viewHeight / 2});
    return item < 0 ? std::nullopt
                    : std::optional(Held{m_source->keyAt(item), m_layout.cellAt(item).center().y() - m_top});
}

void GridWindow::remeasure()
{
    // The rows may be others than those laid out, when they are about to say so.
    if (m_source && m_source->count() != total()) {
        rearrange();
        return;
    }
    if (!m_held) {
        m_held = heldItem();
    }
    arrange();
    const int item = m_held ? m_source->rowOf(m_held->key) : -1;
    showFrom(item >= 0 ? double(qRound64(m_layout.cellAt(item).center().y() - m_held->offset)) : m_top);
}

void GridWindow::rearrange()
{
    const std::vector<Seen> seen = seenItems();
    m_held.reset();
    arrange();
    keepCurrent();
    // At the very top new items may come in above: there people want to see them.
    showFrom(m_top > 0 ? topFor(seen) : m_top);
}

void GridWindow::keepCurrent()
{
    if (!m_source || m_currentKey < 0) {
        return;
    }
    const int moved = m_source->rowOf(m_currentKey);
    const int kept = moved >= 0 ? moved : std::min(m_current, total() - 1);
    if (kept != m_current) {
        m_current = kept;
        Q_EMIT currentChanged();
    }
    m_currentKey = kept >= 0 ? m_source->keyAt(kept) : -1;
}

void GridWindow::showFrom(double top)
{
    m_slots.follow(rowsOfSlots());
    if (total() == 0 && m_slots.size() > 0) {
        beginResetModel();
        m_slots = {};
        endResetModel();
    }
    m_headers->show(m_source, {}, true);
    const double shown = std::clamp(top, 0.0, std::max(0.0, contentHeight() - m_viewHeight));
    m_isArranging = true;
    m_top = shown;
    showVisible();
    // A delegate keeps its item, so that only its place is new; in a list that was read anew, perhaps more.
    static const QList<int> places{ItemIndex, CellX, CellY, CellWidth, CellHeight, IsSelected, IsCurrent};
    tellAll(std::exchange(m_isReadAnew, false) ? QList<int>() : places);
    Q_EMIT arranged();
    Q_EMIT moveTo(shown);
    m_isArranging = false;
}

/// Where the items that the delegates show are now.
std::vector<int> GridWindow::rowsOfSlots() const
{
    std::vector<int> rows;
    for (int slot = 0; slot < m_slots.size(); ++slot) {
        const qint64 key = size_t(slot) < m_keys.size() ? m_keys[size_t(slot)] : -1;
        rows.push_back(key >= 0 && m_source ? m_source->rowOf(key) : -1);
    }
    return rows;
}

GridLayout::Range GridWindow::visibleItems() const
{
    const double beyond = m_viewHeight * margin;
    return m_layout.itemsBetween(m_top - beyond, m_top + m_viewHeight + beyond);
}

void GridWindow::showVisible()
{
    moveOrigin();
    const double beyond = m_viewHeight * margin;
    const GridLayout::Range visible = visibleItems();
    const int before = m_slots.size();
    Slots shown = m_slots;
    const Slots::Change change = shown.show(visible, mostAtOnce);
    if (change.added > 0) {
        beginInsertRows({}, before, before + change.added - 1);
        m_slots = std::move(shown);
        endInsertRows();
    } else {
        m_slots = std::move(shown);
    }
    for (const int slot : change.changed) {
        Q_EMIT dataChanged(index(slot), index(slot));
    }
    m_keys.resize(size_t(m_slots.size()), -1);
    for (int slot = 0; slot < m_slots.size(); ++slot) {
        m_keys[size_t(slot)] = m_slots.itemOf(slot) >= 0 ? m_source->keyAt(m_slots.itemOf(slot)) : -1;
    }
    if (change.isShort) {
        m_growing.start();
    }
    m_headers->show(m_source, m_layout.sectionsBetween(m_top - beyond, m_top + m_viewHeight + beyond), false);
    if (m_isScrubbing) {
        m_rest.start();
    } else {
        wantVisible();
    }
}

void GridWindow::moveOrigin()
{
    const double origin = std::floor(m_top / originStep) * originStep;
    if (m_origin != origin) {
        m_origin = origin;
        tellAll({CellY});
        Q_EMIT originChanged();
    }
}

void GridWindow::wantVisible()
{
    m_rest.stop();
    const GridLayout::Range visible = visibleItems();
    if (m_source && visible.last >= visible.first) {
        m_source->want(visible.first, visible.last);
    }
}

} // namespace kinframe::ui
