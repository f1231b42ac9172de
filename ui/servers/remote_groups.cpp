// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/remote_groups.h"

#include "base/ids.h"

#include <QLocale>

namespace kinframe::ui {

using namespace Qt::StringLiterals;
using transfer::RemoteGroup;

RemoteGroups::~RemoteGroups()
{
    m_stop.request_stop();
}

void RemoteGroups::setServer(const QString &server)
{
    if (server != m_server) {
        m_server = server;
        wish();
    }
}

void RemoteGroups::setArePeople(bool arePeople)
{
    if (arePeople != m_arePeople) {
        m_arePeople = arePeople;
        wish();
    }
}

void RemoteGroups::setWanted(bool isWanted)
{
    if (isWanted != m_isWanted) {
        m_isWanted = isWanted;
        Q_EMIT wishesChanged();
        if (isWanted && isComplete() && status() != Status::Ready) {
            reload();
        }
    }
}

void RemoteGroups::wish()
{
    m_stop.request_stop();
    show({});
    setStatus(Status::Unloaded);
    Q_EMIT wishesChanged();
    if (isComplete()) {
        reload();
    }
}

void RemoteGroups::reload()
{
    if (!context() || !context()->services().servers || m_server.isEmpty() || !m_isWanted) {
        return;
    }
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_work.ask(
        this,
        [servers = context()->services().servers, server = m_server,
         arePeople = m_arePeople](const std::stop_token &stop) {
            return arePeople ? servers->people(server, stop) : servers->albums(server, stop);
        },
        [this](Result<std::vector<RemoteGroup>> groups) {
            if (!groups) {
                setFailed(groups.error());
                return;
            }
            show(std::move(*groups));
            setStatus(Status::Ready);
        },
        m_stop);
}

void RemoteGroups::show(std::vector<RemoteGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

QString RemoteGroups::pictureOf(const RemoteGroup &group) const
{
    const QUuid picture = m_arePeople ? group.id : group.cover;
    return picture.isNull()
               ? QString()
               : u"image://remote/%1/%2/%3"_s.arg(m_arePeople ? u"remote-face"_s : u"remote"_s,
                                                  QString::fromLatin1(m_server.toUtf8().toHex()), toText(picture));
}

int RemoteGroups::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

QVariant RemoteGroups::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RemoteGroup &group = m_groups[size_t(index.row())];
    switch (role) {
    case GroupIdRole:
        return toText(group.id);
    case Qt::DisplayRole:
    case NameRole:
        return !group.name.isEmpty() ? group.name : m_arePeople ? tr("Without a name") : tr("Without a title");
    case CountRole:
        return group.count < 0 ? QString() : QLocale().toString(group.count);
    case CoverRole:
        return pictureOf(group);
    default:
        return {};
    }
}

QHash<int, QByteArray> RemoteGroups::roleNames() const
{
    return {{GroupIdRole, "groupId"}, {NameRole, "name"}, {CountRole, "countText"}, {CoverRole, "cover"}};
}

} // namespace kinframe::ui
