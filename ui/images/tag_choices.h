// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/base/list_model.h"

namespace kinframe::ui {

/// The tags, or the names of properties, that are there already and go on as `text` begins. GUI thread.
class TagChoices : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool areProperties READ areProperties WRITE setAreProperties NOTIFY textChanged)

public:
    enum Role { NameRole = Qt::UserRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool areProperties() const { return m_areProperties; }
    void setAreProperties(bool areProperties);
    void reload() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void textChanged();

private:
    void show(const QStringList &names);
    QString m_text;
    bool m_areProperties = false;
    QStringList m_names;
    Question m_question;
};

} // namespace kinframe::ui
