// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_layout.h"

#include <algorithm>
#include <cmath>

namespace kinframe::ui {

void GridLayout::arrange(const Measures &measures, const std::vector<Section> &sections, std::vector<Aspect> aspects)
{
    m_measures = measures;
    const double width = std::max(1.0, measures.width);
    m_columns = std::max(1, int((width + measures.gap) / (std::max(1.0, measures.cell) + measures.gap)));
    m_cellWidth = std::floor((width - (m_columns - 1) * measures.gap) / m_columns);
    m_lines.begin({int(width), std::max(1, int(measures.cell)), int(measures.gap), int(measures.caption)},
                  std::move(aspects));
    m_sections.clear();
    m_sections.reserve(sections.size());
    double top = 0;
    m_count = 0;
    m_height = 0;
    for (const Section &section : sections) {
        Placed placed{top, section.first, section.count, 0, 0, !section.title.isEmpty()};
        if (measures.isJustified) {
            placed.run = m_lines.add(section.first, section.count);
            placed.lines = m_lines.linesFrom(placed.run, m_lines.end());
        } else {
            placed.lines = (section.count + m_columns - 1) / m_columns;
        }
        m_count = section.first + section.count;
        const Line last = lineAt(placed, placed.lines - 1);
        m_height = placed.lines > 0 ? last.top + last.height : cellsTop(placed);
        top = m_height + measures.sectionGap;
        m_sections.push_back(placed);
    }
}

double GridLayout::cellsTop(const Placed &section) const
{
    return section.top + (section.hasHeader ? m_measures.header : 0);
}

GridLayout::Line GridLayout::lineAt(const Placed &section, int number) const
{
    if (number < 0) {
        return {0, section.first, 0, cellsTop(section), 0};
    }
    if (m_measures.isJustified) {
        const JustifiedLines::Line line = m_lines.lineAt(section.run + number);
        return {number, line.first, line.count, cellsTop(section) + line.top, double(line.height)};
    }
    const int first = number * m_columns;
    return {number, section.first + first, std::min(m_columns, section.count - first),
            cellsTop(section) + number * pitch(), m_cellWidth + m_measures.caption};
}

GridLayout::Line GridLayout::lineOf(const Placed &section, int item) const
{
    return lineAt(section, m_measures.isJustified ? m_lines.lineOf(section.run, section.lines, item) - section.run
                                                  : (item - section.first) / m_columns);
}

GridLayout::Line GridLayout::lineAtY(const Placed &section, double y) const
{
    const double inside = y - cellsTop(section);
    const int number = m_measures.isJustified ? m_lines.lineAtY(section.run, section.lines, inside) - section.run
                                              : int(std::max(0.0, inside) / pitch());
    return lineAt(section, std::min(number, section.lines - 1));
}

GridLayout::Span GridLayout::spanOf(const Placed &section, const Line &line, int item) const
{
    if (m_measures.isJustified) {
        const auto span = m_lines.spanOf({line.first, line.count, 0, 0}, line.number + 1 == section.lines, item);
        return {double(span.left), double(span.width)};
    }
    return {(item - line.first) * (m_cellWidth + m_measures.gap), m_cellWidth};
}

int GridLayout::nearest(const Placed &section, const Line &line, double x) const
{
    int best = line.first;
    double least = 0;
    for (int item = line.first; item < line.first + line.count; ++item) {
        const Span span = spanOf(section, line, item);
        const double away = std::max({0.0, span.left - x, x - span.left - span.width});
        if (item == line.first || away < least) {
            best = item;
            least = away;
        }
    }
    return best;
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
    const Line line = lineOf(section, item);
    const Span span = spanOf(section, line, item);
    return {span.left, line.top, span.width, line.height};
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
    const Placed &high = m_sections[size_t(sectionAtY(std::max(0.0, top)))];
    const Line above = lineAtY(high, top);
    const Placed &low = m_sections[size_t(sectionAtY(bottom))];
    const Line below = lineAtY(low, bottom);
    // The free space below a section, and the heading of one, have no items.
    const int first =
        above.top + above.height < top && above.number + 1 == high.lines ? high.first + high.count : above.first;
    const int last = below.top > bottom ? low.first - 1 : below.first + below.count - 1;
    return {std::min(first, m_count - 1), std::max(last, std::min(first, m_count - 1))};
}

int GridLayout::itemAt(QPointF place) const
{
    const int item = place.x() >= 0 && place.y() >= 0 ? itemNear(place) : -1;
    return item >= 0 && cellAt(item).contains(place) ? item : -1;
}

int GridLayout::itemNear(QPointF place) const
{
    const int index = sectionAtY(place.y());
    if (index < 0 || m_count == 0) {
        return -1;
    }
    const Placed &section = m_sections[size_t(index)];
    return section.count > 0 ? nearest(section, lineAtY(section, place.y()), place.x()) : -1;
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

int GridLayout::moved(int item, int lines, double x) const
{
    int index = sectionOf(item);
    if (index < 0) {
        return item;
    }
    int line = lineOf(m_sections[size_t(index)], item).number + lines;
    while (line < 0 && index > 0) {
        line += m_sections[size_t(--index)].lines;
    }
    while (line >= m_sections[size_t(index)].lines && index + 1 < int(m_sections.size())) {
        line -= m_sections[size_t(index++)].lines;
    }
    const Placed &section = m_sections[size_t(index)];
    if (line < 0 || line >= section.lines) {
        return item; // At the very top or bottom the selection stays where it is.
    }
    return nearest(section, lineAt(section, line), x);
}

} // namespace kinframe::ui
