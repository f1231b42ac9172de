// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/fact_rows.h"

#include <QAbstractListModel>
#include <qqml.h>

namespace kinframe::ui {

/// Properties below each other. What stays the same stays where it is when it is read anew, so that who edits one keeps
/// the keyboard. GUI thread.
class FactModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with a FactSheet.")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { KeyRole = Qt::UserRole, LabelRole, TextRole, WrittenRole, KindRole, IsVariousRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// Their order is always the same.
    void setRows(std::vector<FactRow> rows);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const std::vector<FactRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void countChanged();

private:
    void removeAt(int row);
    std::vector<FactRow> m_rows;
};

} // namespace kinframe::ui
