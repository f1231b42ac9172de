// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "base/result.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <vector>

namespace kinframe::ui {

/// Where a user is signed in: the sessions and the keys, those used last first. GUI thread.
class SignedInClients : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty: nobody's.
    Q_PROPERTY(QString userId READ userId WRITE setUserId NOTIFY userIdChanged)

public:
    enum Role { ClientIdRole = Qt::UserRole + 1, NameRole, IsKeyRole, UsedRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] const QString &userId() const { return m_userId; }
    void setUserId(const QString &userId);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void reload() override;
    /// Ends the session or revokes the key; it is out at once, for good.
    Q_INVOKABLE void signOut(const QString &clientId);

    Q_SIGNAL void userIdChanged();
    Q_SIGNAL void refused(const QString &sentence);

private:
    struct Client
    {
        QUuid uuid;
        QString name;
        bool isKey = false;
        std::optional<qint64> usedAt;
    };
    [[nodiscard]] static std::vector<Client> clientsOf(const std::vector<accounts::Session> &sessions,
                                                       const std::vector<accounts::ApiKey> &keys);
    void show(std::vector<Client> clients);

    QString m_userId;
    std::vector<Client> m_clients;
    Question m_question;
};

} // namespace kinframe::ui
