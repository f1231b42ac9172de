// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/user.h"
#include "base/result.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"

#include <vector>

namespace kinframe::ui {

/// The keys with which programs and phones get in, newest first. GUI thread.
class AccessKeys : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    enum Role { KeyIdRole = Qt::UserRole + 1, NameRole, RightsRole, CreatedRole, UsedRole };
    Q_ENUM(Role)

    using ListModel::ListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void reload() override;
    /// Later: created, or refused.
    Q_INVOKABLE void create(const QString &name, bool isReadOnly);
    /// Whoever uses it is locked out at once; this cannot be undone.
    Q_INVOKABLE void revoke(const QString &keyId);

    /// The secret is told this once.
    Q_SIGNAL void created(const QString &name, const QString &secret);
    Q_SIGNAL void refused(const QString &sentence);

private:
    void show(std::vector<accounts::ApiKey> keys);

    std::vector<accounts::ApiKey> m_keys;
    Question m_question;
};

} // namespace kinframe::ui
