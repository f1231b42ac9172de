// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_window.h"

#include "ui/base/grid_headers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kinframe::ui {
namespace {

// Rows beyond the edge that are ready before they are scrolled in, as a part of the view's height.
constexpr double margin = 0.5;
constexpr double outOfView = -10'000;

} // namespace

GridWindow::GridWindow(QObject *parent)
    : QAbstractListModel(parent)
    , m_headers(new GridHeaders(m_layout, this))
{
}

QAbstractListModel *GridWindow::headers() const
{
    return m_headers;
}

void GridWindow::setSource(SectionedModel *source)
{
    if (m_source == source) {
        return;
    }
    if (m_source) {
        m_source->disconnect(this);
    }
    beginResetModel();
    m_slots = {};
    m_source = source;
    m_current = -1;
    m_currentKey = -1;
    endResetModel();
    if (m_source) {
        connect(m_source, &SectionedModel::sectionsChanged, this, &GridWindow::rearrange);
        connect(m_source, &QAbstractItemModel::dataChanged, this, &GridWindow::tellItems);
    }
    Q_EMIT sourceChanged();
    rearrange();
}

void GridWindow::setSelection(Selection *selection)
{
    if (m_selection == selection) {
        return;
    }
    if (m_selection) {
        m_selection->disconnect(this);
    }
    m_selection = selection;
    if (m_selection) {
        connect(m_selection, &Selection::changed, this, [this] { tellAll({IsSelected}); });
    }
    Q_EMIT selectionChanged();
    tellAll({IsSelected});
}

void GridWindow::setMeasure(double GridLayout::Measures::*measure, double value)
{
    if (m_measures.*measure != value) {
        m_measures.*measure = value;
        Q_EMIT measuresChanged();
        rearrange();
    }
}

void GridWindow::setWidth(double width)
{
    setMeasure(&GridLayout::Measures::width, width);
}

void GridWindow::setCell(double cell)
{
    setMeasure(&GridLayout::Measures::cell, cell);
}

void GridWindow::setCaption(double caption)
{
    setMeasure(&GridLayout::Measures::caption, caption);
}

void GridWindow::setGap(double gap)
{
    setMeasure(&GridLayout::Measures::gap, gap);
}

void GridWindow::setHeader(double header)
{
    setMeasure(&GridLayout::Measures::header, header);
}

void GridWindow::setTop(double top)
{
    if (m_top != top) {
        m_top = top;
        showVisible();
        Q_EMIT viewChanged();
    }
}

void GridWindow::setViewHeight(double height)
{
    if (m_viewHeight != height) {
        m_viewHeight = height;
        showVisible();
        Q_EMIT viewChanged();
    }
}

void GridWindow::setCurrent(int item)
{
    const int bounded = std::clamp(item, -1, total() - 1);
    if (m_current == bounded) {
        return;
    }
    m_current = bounded;
    m_currentKey = m_source && bounded >= 0 ? m_source->keyAt(bounded) : -1;
    tellAll({IsCurrent});
    Q_EMIT currentChanged();
}

void GridWindow::arrange()
{
    static const std::vector<Section> none;
    m_layout.arrange(m_measures, m_source ? m_source->sections() : none);
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

void GridWindow::rearrange()
{
    const std::vector<Seen> seen = seenItems();
    arrange();
    if (m_source && m_currentKey >= 0) {
        const int moved = m_source->rowOf(m_currentKey);
        const int kept = moved >= 0 ? moved : std::min(m_current, total() - 1);
        if (kept != m_current) {
            m_current = kept;
            Q_EMIT currentChanged();
        }
        m_currentKey = kept >= 0 ? m_source->keyAt(kept) : -1;
    }
    m_slots.forget();
    if (total() == 0 && m_slots.size() > 0) {
        beginResetModel();
        m_slots = {};
        endResetModel();
    }
    // At the very top new items may come in above: there people want to see them.
    const double wanted = m_top > 0 ? topFor(seen) : m_top;
    m_headers->show(m_source, {}, true);
    m_top = std::clamp(wanted, 0.0, std::max(0.0, contentHeight() - m_viewHeight));
    showVisible();
    tellAll({});
    Q_EMIT arranged();
    Q_EMIT moveTo(m_top);
}

void GridWindow::showVisible()
{
    const double beyond = m_viewHeight * margin;
    const GridLayout::Range visible = m_layout.itemsBetween(m_top - beyond, m_top + m_viewHeight + beyond);
    const int before = m_slots.size();
    Slots shown = m_slots;
    const Slots::Change change = shown.show(visible);
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
    m_headers->show(m_source, m_layout.sectionsBetween(m_top - beyond, m_top + m_viewHeight + beyond), false);
    if (m_source && visible.last >= visible.first) {
        m_source->want(visible.first, visible.last);
    }
}

void GridWindow::tellItems(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    for (int slot = 0; slot < m_slots.size(); ++slot) {
        if (m_slots.itemOf(slot) >= first.row() && m_slots.itemOf(slot) <= last.row()) {
            Q_EMIT dataChanged(index(slot), index(slot), roles);
        }
    }
}

void GridWindow::tellAll(const QList<int> &roles)
{
    if (m_slots.size() > 0) {
        Q_EMIT dataChanged(index(0), index(m_slots.size() - 1), roles);
    }
}

QList<int> GridWindow::itemsIn(const QRectF &area) const
{
    const std::vector<int> items = m_layout.itemsIn(area);
    return {items.begin(), items.end()};
}

QString GridWindow::titleAt(double y) const
{
    const int section = m_layout.sectionAtY(y);
    return m_source && section >= 0 ? m_source->sections()[size_t(section)].title : QString();
}

QList<int> GridWindow::itemsOfSection(int section) const
{
    QList<int> items;
    if (m_source && section >= 0 && section < int(m_source->sections().size())) {
        const Section &found = m_source->sections()[size_t(section)];
        for (int item = found.first; item < found.first + found.count; ++item) {
            items.push_back(item);
        }
    }
    return items;
}

int GridWindow::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_slots.size();
}

QVariant GridWindow::data(const QModelIndex &index, int role) const
{
    const int item = m_slots.itemOf(index.row());
    if (role == ItemIndex) {
        return item;
    }
    if (!m_source || item >= m_source->count()) {
        return {};
    }
    // A delegate out of use lies beside the view; its properties must have values of their types all the same.
    const bool isUsed = item >= 0;
    switch (role) {
    case CellX:
        return isUsed ? m_layout.cellAt(item).x() : outOfView;
    case CellY:
        return isUsed ? m_layout.cellAt(item).y() : outOfView;
    case CellWidth:
        return m_layout.cellWidth();
    case CellHeight:
        return m_layout.cellHeight();
    case IsSelected:
        return isUsed && m_selection && m_selection->contains(item);
    case IsCurrent:
        return isUsed && item == m_current;
    default:
        return m_source->data(m_source->index(std::max(item, 0)), role);
    }
}

QHash<int, QByteArray> GridWindow::roleNames() const
{
    QHash<int, QByteArray> names = m_source ? m_source->roleNames() : QHash<int, QByteArray>();
    names.insert({{ItemIndex, "itemIndex"},
                  {CellX, "cellX"},
                  {CellY, "cellY"},
                  {CellWidth, "cellWidth"},
                  {CellHeight, "cellHeight"},
                  {IsSelected, "isSelected"},
                  {IsCurrent, "isCurrent"}});
    return names;
}

} // namespace kinframe::ui
