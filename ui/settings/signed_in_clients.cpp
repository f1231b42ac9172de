// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/signed_in_clients.h"

#include "accounts/accounts.h"
#include "base/ids.h"
#include "ui/base/sentences.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

void SignedInClients::setUserId(const QString &userId)
{
    if (userId == m_userId) {
        return;
    }
    m_userId = userId;
    show({});
    Q_EMIT userIdChanged();
    if (isComplete()) {
        reload();
    }
}

int SignedInClients::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clients.size());
}

QVariant SignedInClients::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Client &client = m_clients[size_t(index.row())];
    switch (role) {
    case ClientIdRole:
        return toText(client.uuid);
    case NameRole:
        return client.name.isEmpty() ? (client.isKey ? tr("A key without a name") : tr("An app without a name"))
                                     : client.name;
    case IsKeyRole:
        return client.isKey;
    case UsedRole: {
        const QString kind = client.isKey ? tr("Key") : tr("Signed in with the password");
        if (!client.usedAt) {
            return tr("%1 · never used").arg(kind);
        }
        const QDateTime used = QDateTime::fromMSecsSinceEpoch(*client.usedAt);
        return tr("%1 · last used on %2").arg(kind, QLocale().toString(used, QLocale::ShortFormat));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> SignedInClients::roleNames() const
{
    return {{ClientIdRole, "clientId"}, {NameRole, "name"}, {IsKeyRole, "isKey"}, {UsedRole, "used"}};
}

std::vector<SignedInClients::Client> SignedInClients::clientsOf(const std::vector<accounts::Session> &sessions,
                                                                const std::vector<accounts::ApiKey> &keys)
{
    std::vector<Client> clients;
    for (const accounts::Session &session : sessions) {
        QStringList words{session.deviceType, session.deviceOs};
        words.removeAll(QString());
        clients.push_back({session.uuid, words.join(u", "_s), false, session.lastUsedAt});
    }
    for (const accounts::ApiKey &key : keys) {
        clients.push_back({key.uuid, key.name, true, key.lastUsedAt});
    }
    std::ranges::stable_sort(clients, std::ranges::greater(),
                             [](const Client &client) { return client.usedAt.value_or(0); });
    return clients;
}

void SignedInClients::reload()
{
    const auto uuid = uuidFromText(m_userId);
    if (!context() || !uuid) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [&accounts = context()->services().accounts,
         uuid = *uuid](const std::stop_token &) -> Result<std::vector<Client>> {
            const auto user = accounts.user(uuid);
            if (!user) {
                return failed(user);
            }
            const auto sessions = accounts.sessions(user->id);
            const auto keys = accounts.keys(user->id);
            if (!sessions || !keys) {
                return !sessions ? failed(sessions) : failed(keys);
            }
            return clientsOf(*sessions, *keys);
        },
        [this](Result<std::vector<Client>> clients) {
            if (clients) {
                show(std::move(*clients));
                setStatus(Status::Ready);
            } else {
                setFailed(clients.error());
            }
        });
}

void SignedInClients::show(std::vector<Client> clients)
{
    beginResetModel();
    m_clients = std::move(clients);
    endResetModel();
    Q_EMIT countChanged();
}

void SignedInClients::signOut(const QString &clientId)
{
    const auto client = std::ranges::find(m_clients, clientId, [](const Client &one) { return toText(one.uuid); });
    const auto uuid = uuidFromText(m_userId);
    if (client == m_clients.end() || !context() || !uuid) {
        return;
    }
    context()->ask(
        this,
        [&accounts = context()->services().accounts, uuid = *uuid, id = client->uuid,
         isKey = client->isKey]() -> Result<void> {
            const auto user = accounts.user(uuid);
            if (!user) {
                return failed(user);
            }
            return isKey ? accounts.revokeKey(user->id, id) : accounts.revokeSession(user->id, id);
        },
        [this](const Result<void> &ended) {
            if (!ended) {
                Q_EMIT refused(sentenceOf(ended.error()));
            }
            reload();
        });
}

} // namespace kinframe::ui
