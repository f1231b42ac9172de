// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/grid_layout.h"
#include "ui/base/slots.h"

#include <QAbstractListModel>
#include <QPointer>

namespace kinframe::ui {

/// The headings of a grid that are on screen: roles `section`, `title`, `itemCount`, `headerY`. GUI thread.
class GridHeaders : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SectionRole = Qt::UserRole, TitleRole, CountRole, TopRole };

    GridHeaders(const GridLayout &layout, QObject *parent);

    /// Those of the sections in the range; `isNew`: the sections are others than before.
    void show(const SectionedModel *source, GridLayout::Range sections, bool isNew);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const GridLayout &m_layout;
    QPointer<const SectionedModel> m_source;
    Slots m_slots;
};

} // namespace kinframe::ui
