// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/import_run.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <vector>

namespace kinframe::ui {

/// The files that an import could not take, each with why and what to do; the first thousand of them.
class ImportFailures : public kinframe::ui::ListModel // qmllint knows it by its whole name
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString run READ run WRITE setRun NOTIFY runChanged)

public:
    enum Role { Path = Qt::UserRole + 1, Sentence };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] QString run() const { return m_run; }
    void setRun(const QString &run);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void reload() override;

    Q_SIGNAL void runChanged();

private:
    QString m_run;
    std::vector<library::ImportFailure> m_failures;
    Question m_question;
};

} // namespace kinframe::ui
