// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/list_model.h"

#include <vector>

namespace kinframe::ui {

/// A run of rows under one heading: a day, say.
struct Section
{
    QString title; ///< empty: no heading is shown
    int first = 0; ///< row of its first item
    int count = 0;
    qint32 day = 0; ///< Julian; 0: the list is not by dates
};

/// A list whose rows are known to the last one, each by a number, though what a row shows may be read only when it is
/// looked at: so a million rows scroll and can be selected without being loaded.
class SectionedModel : public kinframe::ui::ListModel // all of the name, or Qt 6.4 does not find it for qmllint
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    using ListModel::ListModel;

    /// In order, without gaps, all rows in one of them.
    [[nodiscard]] virtual const std::vector<Section> &sections() const = 0;
    /// The number that stays with a row's item wherever it moves.
    [[nodiscard]] virtual qint64 keyAt(int row) const = 0;
    /// -1 where there is no such item.
    [[nodiscard]] virtual int rowOf(qint64 key) const = 0;
    /// Width divided by height of what a row shows; known of all rows.
    [[nodiscard]] virtual float aspectAt(int) const { return 1; }
    /// Rows that are on screen or about to be: their details should be read.
    virtual void want(int first, int last) = 0;

    /// Rows, sections or both are others now.
    Q_SIGNAL void sectionsChanged();
};

} // namespace kinframe::ui
