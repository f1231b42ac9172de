// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_window.h"

#include "ui/base/grid_headers.h"

#include <algorithm>

namespace kinframe::ui {
namespace {

constexpr double outOfView = -10'000;
constexpr int restMs = 120;

} // namespace

GridWindow::GridWindow(QObject *parent)
    : QAbstractListModel(parent)
    , m_headers(new GridHeaders(m_layout, this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &GridWindow::wantVisible);
    m_growing.setSingleShot(true);
    m_growing.setInterval(0);
    connect(&m_growing, &QTimer::timeout, this, &GridWindow::showVisible);
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
    m_held.reset();
    endResetModel();
    if (m_source) {
        connect(m_source, &SectionedModel::sectionsChanged, this, &GridWindow::rearrange);
        connect(m_source, &QAbstractItemModel::modelReset, this, [this] { m_isReadAnew = true; });
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

template <typename Value>
void GridWindow::setMeasure(Value GridLayout::Measures::*measure, Value value)
{
    if (m_measures.*measure != value) {
        m_measures.*measure = value;
        Q_EMIT measuresChanged();
        remeasure();
    }
}

void GridWindow::setJustified(bool isJustified)
{
    setMeasure(&GridLayout::Measures::isJustified, isJustified);
}

void GridWindow::setScrubbing(bool isScrubbing)
{
    if (m_isScrubbing != isScrubbing) {
        m_isScrubbing = isScrubbing;
        wantVisible();
        Q_EMIT scrubbingChanged();
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
        if (!m_isArranging) {
            m_held.reset();
        }
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
    if (bounded != m_aimed) {
        m_aimed = -1;
    }
    m_currentKey = m_source && bounded >= 0 ? m_source->keyAt(bounded) : -1;
    tellAll({IsCurrent});
    Q_EMIT currentChanged();
}

bool GridWindow::hasOtherShapes(int first, int last) const
{
    const std::vector<Aspect> &known = m_layout.aspects();
    for (int row = first; row <= last && row < int(known.size()); ++row) {
        if (known[size_t(row)] != toAspect(m_source->aspectAt(row))) {
            return true;
        }
    }
    return false;
}

void GridWindow::tellItems(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (m_measures.isJustified && m_source->count() == total() && hasOtherShapes(first.row(), last.row())) {
        rearrange(); // Somebody turned a picture.
        return;
    }
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

int GridWindow::moved(int item, int lines)
{
    const double x = item == m_aimed ? m_aim : m_layout.cellAt(item).center().x();
    m_aimed = m_layout.moved(item, lines, x);
    m_aim = x;
    return m_aimed;
}

int GridWindow::paged(int item, int pages)
{
    const QPointF from = m_layout.cellAt(item).center();
    const double x = item == m_aimed ? m_aim : from.x();
    const double y = from.y() + pages * std::max(1.0, m_viewHeight - header());
    const int found = y < 0 ? 0 : y > contentHeight() ? total() - 1 : m_layout.itemNear({x, y});
    m_aimed = found != item ? found : pages < 0 ? 0 : total() - 1;
    m_aim = x;
    return m_aimed;
}

const Section *GridWindow::sectionAt(int section) const
{
    const bool isThere = m_source && section >= 0 && section < int(m_source->sections().size());
    return isThere ? &m_source->sections()[size_t(section)] : nullptr;
}

QString GridWindow::titleAt(double y) const
{
    const Section *section = sectionAt(m_layout.sectionAtY(y));
    return section ? section->title : QString();
}

Qt::CheckState GridWindow::markOf(int section) const
{
    const Section *found = sectionAt(section);
    if (!found || !m_selection || m_selection->isEmpty()) {
        return Qt::Unchecked;
    }
    const int chosen = m_selection->countIn(found->first, found->count);
    return chosen == 0 ? Qt::Unchecked : chosen == found->count ? Qt::Checked : Qt::PartiallyChecked;
}

void GridWindow::toggleSection(int section)
{
    const Section *found = sectionAt(section);
    if (found && m_selection) {
        m_selection->setRange(found->first, found->count, markOf(section) != Qt::Checked);
    }
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
        return isUsed ? m_layout.cellAt(item).y() - m_origin : outOfView;
    case CellWidth:
        return m_layout.cellAt(std::max(item, 0)).width();
    case CellHeight:
        return m_layout.cellAt(std::max(item, 0)).height();
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
