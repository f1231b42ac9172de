// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/context.h"
#include "ui/base/list_model.h"

namespace kinframe::ui {

/// The people whose names go on as `text` begins, those in most photos first. GUI thread.
class NameChoices : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    enum Role { PersonIdRole = Qt::UserRole, NameRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void reload() override;
    [[nodiscard]] Q_INVOKABLE QString personAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void textChanged();

private:
    struct Choice
    {
        QString personId;
        QString name;
    };
    QString m_text;
    std::vector<Choice> m_choices;
    Question m_question;
};

} // namespace kinframe::ui
