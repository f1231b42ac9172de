// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QUrl>
#include <qqml.h>

namespace kinframe::ui {

/// What the program is made of: the libraries it stands on, with their licences. GUI thread.
class About : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)
    /// The folder of the library.
    Q_PROPERTY(QString libraryFolder READ libraryFolder CONSTANT)
    Q_PROPERTY(QUrl libraryUrl READ libraryUrl CONSTANT)
    /// Of this computer.
    Q_PROPERTY(int cores READ cores CONSTANT)
    /// What to name in a report of a fault.
    Q_PROPERTY(QString facts READ facts CONSTANT)

public:
    enum Role { NameRole = Qt::UserRole + 1, PurposeRole, LicenceRole, UrlRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString version() const;
    [[nodiscard]] QString qtVersion() const;
    [[nodiscard]] QString libraryFolder() const;
    [[nodiscard]] QUrl libraryUrl() const;
    [[nodiscard]] int cores() const;
    [[nodiscard]] QString facts() const;
};

} // namespace kinframe::ui
