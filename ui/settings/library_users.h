// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "base/result.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QTimer>

#include <vector>

namespace kinframe::ui {

/// The people who may use this library, the owner first, and how much each fills of it. GUI thread.
class LibraryUsers : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role {
        UserIdRole = Qt::UserRole + 1,
        NameRole,
        EmailRole,
        IsAdminRole,
        IsOwnerRole,
        UsedRole,      ///< "1.2 GB of 50 GB", or "1.2 GB"
        ShareRole,     ///< of the quota, 0 to 1; -1 where there is none
        GigabytesRole, ///< the quota; 0: none
        StateRole,     ///< what else is to be known, for example that a password is missing; may be empty
    };
    Q_ENUM(Role)

    explicit LibraryUsers(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void reload() override;
    // Each later: done, or refused. `gigabytes` 0: as much as there is.
    /// The user has to choose another password at first.
    Q_INVOKABLE void add(const QString &name, const QString &email, const QString &password, bool isAdmin,
                         double gigabytes);
    Q_INVOKABLE void change(const QString &userId, const QString &name, const QString &email, bool isAdmin,
                            double gigabytes);
    /// Ends the user's sessions.
    Q_INVOKABLE void setPassword(const QString &userId, const QString &password);
    /// Can be undone, but for the sessions and keys.
    Q_INVOKABLE void remove(const QString &userId);

    Q_SIGNAL void done();
    Q_SIGNAL void refused(const QString &sentence);

protected:
    void begin() override;

private:
    template <typename Work>
    void act(Work work);
    void restore(const QUuid &uuid);
    void removeNow(const QUuid &uuid);
    void show(std::vector<accounts::User> users);

    std::vector<accounts::User> m_users;
    Question m_question;
    QTimer m_soon; ///< gathers what an import of thousands tells
};

} // namespace kinframe::ui
