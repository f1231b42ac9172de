// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/sectioned_model.h"

#include <QPointer>
#include <QVariantList>
#include <qqml.h>

namespace kinframe::ui {

/// The photo of a list that is looked at, with its neighbours: stays with its photo wherever that moves, and goes on to
/// the next where it leaves the list. The list has the role `assetId`. GUI thread.
class PhotoCursor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(kinframe::ui::SectionedModel *model READ model WRITE setModel NOTIFY moved)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY moved)
    /// Keys of photos that stand for the one that is looked at where that leaves the list: of its stack.
    Q_PROPERTY(QVariantList others READ others WRITE setOthers NOTIFY othersChanged)
    Q_PROPERTY(QString assetId READ assetId NOTIFY changed)       ///< empty until the list has read it
    Q_PROPERTY(QString previousId READ previousId NOTIFY changed) ///< empty also where there is none
    Q_PROPERTY(QString nextId READ nextId NOTIFY changed)
    Q_PROPERTY(bool hasPrevious READ hasPrevious NOTIFY moved)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY moved)

public:
    using QObject::QObject;

    [[nodiscard]] SectionedModel *model() const { return m_model; }
    void setModel(SectionedModel *model);
    [[nodiscard]] int row() const { return m_row; }
    void setRow(int row);
    [[nodiscard]] QVariantList others() const { return m_others; }
    void setOthers(const QVariantList &keys);
    [[nodiscard]] QString assetId() const { return m_ids[1]; }
    [[nodiscard]] QString previousId() const { return m_ids[0]; }
    [[nodiscard]] QString nextId() const { return m_ids[2]; }
    [[nodiscard]] bool hasPrevious() const { return m_row > 0; }
    [[nodiscard]] bool hasNext() const { return m_model && m_row + 1 < m_model->count(); }

    Q_INVOKABLE void step(int by);

    Q_SIGNAL void moved();
    Q_SIGNAL void othersChanged();
    Q_SIGNAL void changed();
    Q_SIGNAL void emptied(); ///< there is nothing left to look at

private:
    void follow();
    void look();
    [[nodiscard]] QString idAt(int row) const;

    QPointer<SectionedModel> m_model;
    int m_row = -1;
    qint64 m_key = -1;
    QVariantList m_others;
    QString m_ids[3]; ///< before, of it, after
};

} // namespace kinframe::ui
