// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// What needs the person before work can go on: models that are missing, a disk that is full or cannot be written, a
/// folder that has gone.
class BannerModel : public kinframe::ui::ListModel // qmllint knows it by its whole name
{
    Q_OBJECT
    QML_ELEMENT
    /// Of the library; its disk is watched.
    Q_PROPERTY(QString folder MEMBER m_folder)

public:
    enum Role { Text = Qt::UserRole + 1, Remedy };
    Q_ENUM(Role)
    /// What the banner's button does.
    enum RemedyKind { NoRemedy, FetchModels, ShowFolders };
    Q_ENUM(RemedyKind)

    explicit BannerModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Looks now; it is also looked every few seconds, as long as the window is there.
    void reload() override;
    /// Hides it until something about it changes.
    Q_INVOKABLE void dismiss(int row);

    /// Shows these, one for each kind of error.
    void show(const std::vector<Error> &errors);

protected:
    void begin() override;

private:
    std::vector<Error> m_errors;
    std::vector<QString> m_dismissed; ///< their codes and paths
    QString m_folder;
    QTimer m_timer;
    Question m_question;
};

} // namespace kinframe::ui
