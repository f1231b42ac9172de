// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/remote_server.h"
#include "transfer/secrets/secret_store.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <QSet>
#include <QTimer>

#include <optional>
#include <vector>

namespace kinframe::ui {

/// The other libraries that the person has added, by name. GUI thread.
class ServerList : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    /// "In the system's keychain", or the file that they lie in; empty until it is known.
    Q_PROPERTY(QString secretsText READ secretsText NOTIFY secretsChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        AddressRole,
        StatusTextRole,
        StatusIconRole,
        StatusToneRole,
        CountRole,
        SyncedRole,
        ProblemRole,
        SignedInRole,
        VersionRole,
        NeedsSignInRole,
        IsSyncingRole,
        FingerprintRole,
    };
    Q_ENUM(Role)

    explicit ServerList(QObject *parent = nullptr);

    [[nodiscard]] QString secretsText() const;
    [[nodiscard]] Q_INVOKABLE int rowOfServer(const QString &name) const;
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// What the page of one shows, by the names of the roles; empty where there is none of that name.
    [[nodiscard]] Q_INVOKABLE QVariantMap factsOf(const QString &name) const;

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void secretsChanged();
    /// Rows are others, or say something else.
    Q_SIGNAL void updated();

protected:
    void begin() override;

private:
    using Servers = std::vector<transfer::RemoteServer>;
    void show(Servers servers);
    void askPlace();

    Servers m_servers;
    std::optional<transfer::SecretPlace> m_secrets;
    QTimer m_later;
    Question m_question;
};

} // namespace kinframe::ui
