// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/grid_window.h"

#include <QVariantList>

namespace kinframe::ui {

/// The years and months of a grid beside its scroll bar. GUI thread.
class GridDates : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::GridWindow *grid READ grid WRITE setGrid NOTIFY changed)
    Q_PROPERTY(double track READ track WRITE setTrack NOTIFY changed)
    Q_PROPERTY(double thumb READ thumb WRITE setThumb NOTIFY changed)
    Q_PROPERTY(double least READ least WRITE setLeast NOTIFY changed)
    Q_PROPERTY(QVariantList marks READ marks NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] GridWindow *grid() const { return m_grid; }
    void setGrid(GridWindow *grid);
    /// Height of the scroll bar, and of the part of it that is dragged; pixels.
    [[nodiscard]] double track() const { return m_track; }
    void setTrack(double track);
    [[nodiscard]] double thumb() const { return m_thumb; }
    void setThumb(double thumb);
    /// Between the middles of two years that are written.
    [[nodiscard]] double least() const { return m_least; }
    void setLeast(double least);
    /// From top to bottom, `y` in the bar and `text`: a year, or empty where a month or a year without room begins.
    /// Empty where the list is not by dates, or of a single month.
    [[nodiscard]] QVariantList marks() const { return m_marks; }

    /// What one comes to at that height: the month, or in a list that is not long or not by dates its heading.
    [[nodiscard]] Q_INVOKABLE QString titleAt(double y) const;
    /// Where in the bar the middle of its thumb is when the view begins at that height.
    [[nodiscard]] Q_INVOKABLE double placeOf(double y) const;
    /// The first item so many months further down the list (negative: up); of a month that is begun, up is to its
    /// first. The ends of the list where there are no more; -1 in a list without dates.
    [[nodiscard]] Q_INVOKABLE int stepped(double y, int months) const;

    Q_SIGNAL void changed();

private:
    void setMeasure(double GridDates::*measure, double value);
    void arrange();
    [[nodiscard]] const std::vector<Section> &sections() const;

    QPointer<GridWindow> m_grid;
    double m_track = 0;
    double m_thumb = 0;
    double m_least = 24;
    QVariantList m_marks;
};

} // namespace kinframe::ui
