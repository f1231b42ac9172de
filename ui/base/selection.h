// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/key_set.h"
#include "ui/base/sectioned_model.h"

#include <QObject>
#include <QPointer>
#include <qqml.h>

#include <vector>

namespace kinframe::ui {

/// Which items of a list are selected: by their keys, so that it survives whatever moves. GUI thread.
class Selection : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::SectionedModel *model READ model WRITE setModel NOTIFY modelChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] SectionedModel *model() const { return m_model; }
    void setModel(SectionedModel *model);
    [[nodiscard]] int count() const { return m_keys.count(); }
    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }

    [[nodiscard]] Q_INVOKABLE bool contains(int row) const;
    Q_INVOKABLE void select(int row);   ///< that one only
    Q_INVOKABLE void toggle(int row);   ///< adds it, or takes it away
    Q_INVOKABLE void extendTo(int row); ///< all from where the last select or toggle was
    Q_INVOKABLE void setRows(const QList<int> &rows, bool isAdded);
    /// How many of the `count` rows from `first` on are selected.
    [[nodiscard]] int countIn(int first, int count) const;
    void setRange(int first, int count, bool isSelected);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void invert();
    Q_INVOKABLE void clear();

    /// In the order of the list.
    [[nodiscard]] std::vector<qint64> keys() const;
    [[nodiscard]] Q_INVOKABLE QList<int> rows() const;

    Q_SIGNAL void modelChanged();
    Q_SIGNAL void changed();

private:
    void dropGone();

    QPointer<SectionedModel> m_model;
    KeySet m_keys;
    qint64 m_anchor = -1; ///< key
};

} // namespace kinframe::ui
