// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace kinframe::ui {

void GridLayout::arrange(const Measures &measures, const std::vector<Section> &sections)
{
    m_measures = measures;
    const double width = std::max(1.0, measures.width);
    m_columns = std::max(1, int((width + measures.gap) / (std::max(1.0, measures.cell) + measures.gap)));
    m_cellWidth = std::floor((width - (m_columns - 1) * measures.gap) / m_columns);
    m_sections.clear();
    m_sections.reserve(sections.size());
    double top = 0;
    m_count = 0;
    for (const Section &section : sections) {
        Placed placed{top, section.first, section.count, !section.title.isEmpty()};
        m_count = section.first + section.count;
        top = cellsTop(placed) + rowsOf(placed) * (cellHeight() + measures.gap) - measures.gap;
        m_height = top;
        top += measures.sectionGap;
        m_sections.push_back(placed);
    }
    if (m_sections.empty()) {
        m_height = 0;
    }
}

double GridLayout::cellsTop(const Placed &section) const
{
    return section.top + (section.hasHeader ? m_measures.header : 0);
}

int GridLayout::rowsOf(const Placed &section) const
{
    return (section.count + m_columns - 1) / m_columns;
}

int GridLayout::sectionOf(int item) const
{
    if (item < 0 || item >= m_count) {
        return -1;
    }
    const auto after = std::ranges::upper_bound(m_sections, item, {}, &Placed::first);
    return int(after - m_sections.begin()) - 1;
}

int GridLayout::sectionAtY(double y) const
{
    const auto after = std::ranges::upper_bound(m_sections, y, {}, &Placed::top);
    return m_sections.empty() ? -1 : std::max(0, int(after - m_sections.begin()) - 1);
}

QRectF GridLayout::cellAt(int item) const
{
    const int index = sectionOf(item);
    if (index < 0) {
        return {};
    }
    const Placed &section = m_sections[size_t(index)];
    const auto place = std::div(item - section.first, m_columns);
    return {place.rem * (m_cellWidth + m_measures.gap),
            cellsTop(section) + place.quot * (cellHeight() + m_measures.gap), m_cellWidth, cellHeight()};
}

QRectF GridLayout::headerAt(int section) const
{
    const Placed &placed = m_sections[size_t(section)];
    return {0, placed.top, m_measures.width, placed.hasHeader ? m_measures.header : 0};
}

GridLayout::Range GridLayout::sectionsBetween(double top, double bottom) const
{
    if (m_sections.empty() || bottom < 0) {
        return {};
    }
    return {sectionAtY(std::max(0.0, top)), sectionAtY(bottom)};
}

GridLayout::Range GridLayout::itemsBetween(double top, double bottom) const
{
    if (m_count == 0 || bottom < 0 || top > m_height) {
        return {};
    }
    const double pitch = cellHeight() + m_measures.gap;
    const Placed &high = m_sections[size_t(sectionAtY(std::max(0.0, top)))];
    const int rowAbove = int((std::max(top, 0.0) - cellsTop(high)) / pitch);
    const Placed &low = m_sections[size_t(sectionAtY(bottom))];
    const int rowBelow = int(std::floor((bottom - cellsTop(low)) / pitch));
    const int first = high.first + std::clamp(rowAbove * m_columns, 0, high.count);
    const int last = low.first + std::clamp((rowBelow + 1) * m_columns, 0, low.count) - 1;
    return {std::min(first, m_count - 1), std::max(last, std::min(first, m_count - 1))};
}

int GridLayout::itemAt(QPointF place) const
{
    const int index = sectionAtY(place.y());
    if (index < 0 || place.x() < 0 || place.y() < 0) {
        return -1;
    }
    const Placed &section = m_sections[size_t(index)];
    const double inside = place.y() - cellsTop(section);
    const int column = int(place.x() / (m_cellWidth + m_measures.gap));
    const int row = int(std::floor(inside / (cellHeight() + m_measures.gap)));
    const int item = row * m_columns + column;
    if (inside < 0 || column >= m_columns || item >= section.count) {
        return -1;
    }
    return cellAt(section.first + item).contains(place) ? section.first + item : -1;
}

std::vector<int> GridLayout::itemsIn(const QRectF &area) const
{
    std::vector<int> items;
    const Range range = itemsBetween(area.top(), area.bottom());
    for (int item = range.first; item <= range.last; ++item) {
        if (cellAt(item).intersects(area)) {
            items.push_back(item);
        }
    }
    return items;
}

int GridLayout::moved(int item, int rows) const
{
    int index = sectionOf(item);
    if (index < 0) {
        return item;
    }
    const int column = (item - m_sections[size_t(index)].first) % m_columns;
    int row = (item - m_sections[size_t(index)].first) / m_columns + rows;
    while (row < 0 && index > 0) {
        row += rowsOf(m_sections[size_t(--index)]);
    }
    while (row >= rowsOf(m_sections[size_t(index)]) && index + 1 < int(m_sections.size())) {
        row -= rowsOf(m_sections[size_t(index++)]);
    }
    const Placed &section = m_sections[size_t(index)];
    if (row < 0 || row >= rowsOf(section)) {
        return item; // At the very top or bottom the selection stays where it is.
    }
    return section.first + std::min(row * m_columns + column, section.count - 1);
}

} // namespace kinframe::ui
