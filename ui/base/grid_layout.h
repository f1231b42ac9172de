// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/sectioned_model.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace kinframe::ui {

/// Where the equal cells of a grid with headings lie. Pure numbers, in pixels; the origin is the top left corner of the
/// whole content.
class GridLayout
{
public:
    struct Measures
    {
        double width = 0;       ///< of the whole grid
        double cell = 160;      ///< least width of a cell; cells grow to fill the row
        double caption = 0;     ///< height below the square of a cell
        double gap = 4;         ///< between cells
        double header = 0;      ///< height of a heading
        double sectionGap = 16; ///< below a section that another follows

        friend bool operator==(const Measures &, const Measures &) = default;
    };

    void arrange(const Measures &measures, const std::vector<Section> &sections);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] double cellWidth() const { return m_cellWidth; }
    [[nodiscard]] double cellHeight() const { return m_cellWidth + m_measures.caption; }
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QRectF cellAt(int item) const;
    [[nodiscard]] QRectF headerAt(int section) const;
    /// The section of an item; -1 where there is none.
    [[nodiscard]] int sectionOf(int item) const;
    /// The last section that begins at or above y; -1 where there are none.
    [[nodiscard]] int sectionAtY(double y) const;

    struct Range
    {
        int first = 0;
        int last = -1; ///< the last one that is in it

        friend bool operator==(const Range &, const Range &) = default;
    };
    /// The items with a part between the two heights.
    [[nodiscard]] Range itemsBetween(double top, double bottom) const;
    [[nodiscard]] Range sectionsBetween(double top, double bottom) const;
    /// The item at that place; -1 on a gap.
    [[nodiscard]] int itemAt(QPointF place) const;
    /// All items that the rectangle touches, in order.
    [[nodiscard]] std::vector<int> itemsIn(const QRectF &area) const;
    /// The item so many rows above (negative) or below, in the same column where there is one.
    [[nodiscard]] int moved(int item, int rows) const;

private:
    struct Placed
    {
        double top = 0; ///< of the heading
        int first = 0;
        int count = 0;
        bool hasHeader = false;
    };
    [[nodiscard]] double cellsTop(const Placed &section) const;
    [[nodiscard]] int rowsOf(const Placed &section) const;

    Measures m_measures;
    std::vector<Placed> m_sections;
    int m_columns = 1;
    int m_count = 0;
    double m_cellWidth = 0;
    double m_height = 0;
};

} // namespace kinframe::ui
