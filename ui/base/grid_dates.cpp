// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid_dates.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastOfMonths = 6;

/// The same for all days of a month and one more for the next; 0: no date.
int monthOf(const Section &section)
{
    const QDate day = QDate::fromJulianDay(section.day);
    return section.day == 0 ? 0 : day.year() * 12 + day.month() - 1;
}

} // namespace

void GridDates::setGrid(GridWindow *grid)
{
    if (m_grid == grid) {
        return;
    }
    if (m_grid) {
        m_grid->disconnect(this);
    }
    m_grid = grid;
    if (m_grid) {
        connect(m_grid, &GridWindow::arranged, this, &GridDates::arrange);
    }
    arrange();
}

void GridDates::setMeasure(double GridDates::*measure, double value)
{
    if (this->*measure != value) {
        this->*measure = value;
        arrange();
    }
}

void GridDates::setTrack(double track)
{
    setMeasure(&GridDates::m_track, track);
}

void GridDates::setThumb(double thumb)
{
    setMeasure(&GridDates::m_thumb, thumb);
}

void GridDates::setLeast(double least)
{
    setMeasure(&GridDates::m_least, least);
}

const std::vector<Section> &GridDates::sections() const
{
    static const std::vector<Section> none;
    return m_grid && m_grid->source() ? m_grid->source()->sections() : none;
}

double GridDates::placeOf(double y) const
{
    if (!m_grid) {
        return 0;
    }
    const double way = std::max(1.0, m_grid->contentHeight() - m_grid->viewHeight());
    return m_thumb / 2 + std::clamp(y / way, 0.0, 1.0) * (m_track - m_thumb);
}

void GridDates::arrange()
{
    QVariantList marks;
    const std::vector<Section> &all = sections();
    double lastYear = -m_least;
    double lastMark = -m_least;
    int month = 0;
    for (size_t i = 0; i < all.size() && m_track > m_thumb && int(i) < m_grid->layout().sectionCount(); ++i) {
        const int before = std::exchange(month, monthOf(all[i]));
        if (month == 0 || month == before) {
            continue;
        }
        const double y = std::round(placeOf(m_grid->layout().headerAt(int(i)).y()));
        const bool isYear = month / 12 != before / 12 && y - lastYear >= m_least;
        if (!isYear && y - lastMark < leastOfMonths) {
            continue;
        }
        lastYear = isYear ? y : lastYear;
        lastMark = y;
        marks.push_back(QVariantMap{{u"y"_s, y}, {u"text"_s, isYear ? QString::number(month / 12) : QString()}});
    }
    m_marks = marks.size() > 1 ? marks : QVariantList();
    Q_EMIT changed();
}

QString GridDates::titleAt(double y) const
{
    const int index = m_grid ? m_grid->layout().sectionAtY(y) : -1;
    if (index < 0 || index >= int(sections().size())) {
        return {};
    }
    const Section &section = sections()[size_t(index)];
    // Where a pixel of the bar is more than a view, the day says no more than the month.
    const bool isLong = m_grid->contentHeight() > m_track * m_grid->viewHeight();
    return section.day != 0 && isLong
               ? QLocale().toString(QDate::fromJulianDay(section.day), tr("MMMM yyyy", "format of a month"))
               : section.title;
}

int GridDates::stepped(double y, int months) const
{
    const std::vector<Section> &all = sections();
    int index = m_grid ? m_grid->layout().sectionAtY(y) : -1;
    if (index < 0 || index >= int(all.size()) || all[size_t(index)].day == 0) {
        return -1;
    }
    const auto startOf = [&all](int section) {
        while (section > 0 && monthOf(all[size_t(section) - 1]) == monthOf(all[size_t(section)])) {
            --section;
        }
        return section;
    };
    const int begun = startOf(index);
    if (months < 0 && (begun != index || y > m_grid->layout().headerAt(index).y())) {
        ++months;
    }
    const int goal = monthOf(all[size_t(index)]);
    const int last = int(all.size()) - 1;
    index = begun;
    // Either way in time: a list may begin with what is oldest.
    while (months < 0 && index > 0 && std::abs(monthOf(all[size_t(index)]) - goal) < -months) {
        index = startOf(index - 1);
    }
    while (months > 0 && index < last && std::abs(monthOf(all[size_t(index)]) - goal) < months) {
        ++index;
    }
    const bool isBeyond = months > 0 && std::abs(monthOf(all[size_t(index)]) - goal) < months;
    return isBeyond ? m_grid->total() - 1 : all[size_t(index)].first;
}

} // namespace kinframe::ui
