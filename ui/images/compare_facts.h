// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/fact_sheet.h"

#include <QAbstractListModel>
#include <QPointer>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

/// In what two photos differ, by property. GUI thread.
class CompareFacts : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::FactSheet *left READ left WRITE setLeft NOTIFY sidesChanged)
    Q_PROPERTY(kinframe::ui::FactSheet *right READ right WRITE setRight NOTIFY sidesChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { LabelRole = Qt::UserRole, LeftRole, RightRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] FactSheet *left() const { return m_left; }
    void setLeft(FactSheet *sheet);
    [[nodiscard]] FactSheet *right() const { return m_right; }
    void setRight(FactSheet *sheet);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void sidesChanged();
    Q_SIGNAL void countChanged();

private:
    struct Row
    {
        QString label;
        QString left;
        QString right;
    };
    void set(QPointer<FactSheet> &side, FactSheet *sheet);
    void compare();
    void compareGroup(const FactModel &left, const FactModel &right, std::vector<Row> &rows) const;

    QPointer<FactSheet> m_left;
    QPointer<FactSheet> m_right;
    std::vector<Row> m_rows;
};

} // namespace kinframe::ui
