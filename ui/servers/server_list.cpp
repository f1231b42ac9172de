// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/server_list.h"

#include "transfer/remote/servers.h"
#include "ui/base/preferences.h"
#include "ui/servers/server_acts.h"
#include "ui/servers/server_texts.h"

#include <QDir>

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using transfer::RemoteServer;

// A mirror tells of itself all the time while it is read.
constexpr auto gathering = 500ms;

} // namespace

ServerList::ServerList(QObject *parent)
    : ListModel(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(gathering);
    connect(&m_later, &QTimer::timeout, this, &ServerList::reload);
}

void ServerList::begin()
{
    connect(context(), &Context::happened, this, [this](const std::vector<Event> &events) {
        const bool isOurs =
            std::ranges::any_of(events, [](const Event &event) { return event.type == "server.changed"_L1; });
        if (isOurs && !m_later.isActive()) {
            m_later.start();
        }
    });
    // One that is about to be removed is not shown.
    connect(ServerActs::create(qmlEngine(this), nullptr), &ServerActs::hiddenChanged, this, &ServerList::reload);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &ServerList::secretsChanged, Qt::QueuedConnection);
    }
    askPlace();
}

void ServerList::reload()
{
    if (!context() || !context()->services().servers) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_question.ask(
        *context(), this,
        [servers = context()->services().servers](const std::stop_token &) { return servers->list(); },
        [this](Result<Servers> servers) {
            if (!servers) {
                setFailed(servers.error());
                return;
            }
            const auto *acts = ServerActs::create(qmlEngine(this), nullptr);
            std::erase_if(*servers, [acts](const RemoteServer &server) { return acts->isHidden(server.name); });
            // That a reading has ended is told a moment before it has.
            const bool isSyncing = std::ranges::any_of(*servers, &RemoteServer::isSyncing);
            show(std::move(*servers));
            setStatus(Status::Ready);
            if (isSyncing && !m_later.isActive()) {
                m_later.start();
            }
        });
}

void ServerList::show(Servers servers)
{
    if (std::ranges::equal(servers, m_servers, {}, &RemoteServer::id, &RemoteServer::id)) {
        m_servers = std::move(servers);
        if (!m_servers.empty()) {
            Q_EMIT dataChanged(index(0), index(int(m_servers.size()) - 1));
        }
    } else {
        // They are few, and it is rare that one comes or goes.
        beginResetModel();
        m_servers = std::move(servers);
        endResetModel();
    }
    Q_EMIT updated();
}

void ServerList::askPlace()
{
    if (!context()->services().secrets) {
        return;
    }
    context()->ask(
        this, [secrets = context()->services().secrets] { return secrets->place().get(); },
        [this](const Result<transfer::SecretPlace> &place) {
            if (place) {
                m_secrets = *place;
                Q_EMIT secretsChanged();
            }
        });
}

QString ServerList::secretsText() const
{
    if (!m_secrets) {
        return {};
    }
    return m_secrets->kind == transfer::SecretPlace::Kind::Keychain
               ? tr("Keys and sign-ins lie in the system's keychain.")
               : tr("Keys and sign-ins lie in a file that only you can read: %1")
                     .arg(QDir::toNativeSeparators(m_secrets->path));
}

int ServerList::rowOfServer(const QString &name) const
{
    const auto found = std::ranges::find(m_servers, name, &RemoteServer::name);
    return found == m_servers.end() ? -1 : int(found - m_servers.begin());
}

QString ServerList::nameAt(int row) const
{
    return row >= 0 && row < int(m_servers.size()) ? m_servers[size_t(row)].name : QString();
}

QVariantMap ServerList::factsOf(const QString &name) const
{
    QVariantMap facts;
    const int row = rowOfServer(name);
    const QHash<int, QByteArray> names = roleNames();
    for (auto role = names.cbegin(); row >= 0 && role != names.cend(); ++role) {
        facts.insert(QString::fromLatin1(*role), index(row).data(role.key()));
    }
    return facts;
}

int ServerList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_servers.size());
}

QVariant ServerList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RemoteServer &server = m_servers[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return server.name;
    case AddressRole:
        return server.url.toDisplayString();
    case StatusTextRole:
        return signOf(server).text;
    case StatusIconRole:
        return signOf(server).icon;
    case StatusToneRole:
        return signOf(server).tone;
    case CountRole:
        return countText(server);
    case SyncedRole:
        return syncedText(server);
    case ProblemRole:
        return problemText(server);
    case SignedInRole:
        return signedInText(server);
    case VersionRole:
        return server.version.text();
    case NeedsSignInRole:
        return server.needsSignIn;
    case IsSyncingRole:
        return server.isSyncing;
    case FingerprintRole:
        return server.fingerprint;
    default:
        return {};
    }
}

QHash<int, QByteArray> ServerList::roleNames() const
{
    return {{NameRole, "name"},
            {AddressRole, "address"},
            {StatusTextRole, "statusText"},
            {StatusIconRole, "statusIcon"},
            {StatusToneRole, "statusTone"},
            {CountRole, "countText"},
            {SyncedRole, "syncedText"},
            {ProblemRole, "problem"},
            {SignedInRole, "signedIn"},
            {VersionRole, "version"},
            {NeedsSignInRole, "needsSignIn"},
            {IsSyncingRole, "isSyncing"},
            {FingerprintRole, "fingerprint"}};
}

} // namespace kinframe::ui
