// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/justified_lines.h"
#include "ui/base/sectioned_model.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace kinframe::ui {

/// Where the cells of a grid with headings lie: equal ones in columns, or lines of pictures of one height that fill the
/// width. Pure numbers, in pixels; the origin is the top left corner of the whole content.
class GridLayout
{
public:
    struct Measures
    {
        double width = 0;         ///< of the whole grid
        double cell = 160;        ///< least width of an equal cell, which grows to fill the row; height of a line
        double caption = 0;       ///< height below the picture of a cell
        double gap = 4;           ///< between cells
        double header = 0;        ///< height of a heading
        double sectionGap = 16;   ///< below a section that another follows
        bool isJustified = false; ///< each picture has its shape; the cells of a line are equally high

        friend bool operator==(const Measures &, const Measures &) = default;
    };

    /// `aspects`: of every item, where the lines are justified.
    void arrange(const Measures &measures, const std::vector<Section> &sections, std::vector<Aspect> aspects = {});

    /// Of equal cells.
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] double width() const { return m_measures.width; }
    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int sectionCount() const { return int(m_sections.size()); }
    [[nodiscard]] const std::vector<Aspect> &aspects() const { return m_lines.aspects(); }

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
    /// The item that is nearest to the place, of the line that is at its height or the next one below a heading; -1
    /// where there are none.
    [[nodiscard]] int itemNear(QPointF place) const;
    /// All items that the rectangle touches, in order.
    [[nodiscard]] std::vector<int> itemsIn(const QRectF &area) const;
    /// The item so many lines above (negative) or below: what a person sees there, at x.
    [[nodiscard]] int moved(int item, int lines, double x) const;
    [[nodiscard]] int moved(int item, int lines) const { return moved(item, lines, cellAt(item).center().x()); }

private:
    struct Placed
    {
        double top = 0; ///< of the heading
        int first = 0;
        int count = 0;
        int run = 0; ///< its first line among the justified ones
        int lines = 0;
        bool hasHeader = false;
    };
    struct Line
    {
        int number = 0; ///< in its section
        int first = 0;
        int count = 0;
        double top = 0;
        double height = 0;
    };
    struct Span
    {
        double left = 0;
        double width = 0;
    };
    [[nodiscard]] double pitch() const { return m_cellWidth + m_measures.caption + m_measures.gap; }
    [[nodiscard]] double cellsTop(const Placed &section) const;
    [[nodiscard]] Line lineAt(const Placed &section, int number) const;
    [[nodiscard]] Line lineOf(const Placed &section, int item) const;
    /// The last line of the section that begins at or above y; its first where none does.
    [[nodiscard]] Line lineAtY(const Placed &section, double y) const;
    [[nodiscard]] Span spanOf(const Placed &section, const Line &line, int item) const;
    [[nodiscard]] int nearest(const Placed &section, const Line &line, double x) const;

    Measures m_measures;
    std::vector<Placed> m_sections;
    JustifiedLines m_lines;
    int m_columns = 1;
    int m_count = 0;
    double m_cellWidth = 0;
    double m_height = 0;
};

} // namespace kinframe::ui
