// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/servers.h"
#include "ui/base/context.h"
#include "ui/base/list_model.h"
#include "ui/servers/waiting_work.h"

#include <vector>

namespace kinframe::ui {

/// The albums or the people of another library, as it tells them when they are asked for. GUI thread.
class RemoteGroups : public kinframe::ui::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY wishesChanged)
    /// People, not albums.
    Q_PROPERTY(bool arePeople READ arePeople WRITE setArePeople NOTIFY wishesChanged)
    /// Nothing is asked before somebody looks.
    Q_PROPERTY(bool isWanted READ isWanted WRITE setWanted NOTIFY wishesChanged)

public:
    enum Role { GroupIdRole = Qt::UserRole + 1, NameRole, CountRole, CoverRole };
    Q_ENUM(Role)

    using ListModel::ListModel;
    ~RemoteGroups() override;

    [[nodiscard]] QString server() const { return m_server; }
    void setServer(const QString &server);
    [[nodiscard]] bool arePeople() const { return m_arePeople; }
    void setArePeople(bool arePeople);
    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    void setWanted(bool isWanted);

    void reload() override;
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_SIGNAL void wishesChanged();

private:
    void wish();
    [[nodiscard]] QString pictureOf(const transfer::RemoteGroup &group) const;
    void show(std::vector<transfer::RemoteGroup> groups);

    QString m_server;
    bool m_arePeople = false;
    bool m_isWanted = false;
    std::vector<transfer::RemoteGroup> m_groups;
    std::stop_source m_stop;
    WaitingWork m_work;
};

} // namespace kinframe::ui
