// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/server_acts.h"

#include "accounts/accounts.h"
#include "transfer/downloads/downloads.h"
#include "transfer/remote/servers.h"
#include "ui/base/sentences.h"
#include "ui/base/undo_stack.h"

#include <QQmlEngine>

#include <chrono>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using transfer::Downloads;
using transfer::DownloadTarget;

constexpr char propertyName[] = "kinframeServerActs";
// Longer than the words that offer to take it back are shown.
constexpr auto removedAfter = 30s;

} // namespace

struct ServerActs::Wish
{
    QString server;
    transfer::RemotePick pick;
    DownloadTarget target = DownloadTarget::Gallery;
};

ServerActs::ServerActs(QQmlEngine *engine)
    : QObject(engine)
    , m_context(Context::of(engine))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(removedAfter);
    connect(&m_soon, &QTimer::timeout, this, &ServerActs::removeHidden);
}

ServerActs::~ServerActs()
{
    removeHidden();
}

ServerActs *ServerActs::create(QQmlEngine *engine, QJSEngine *)
{
    auto *acts = engine->property(propertyName).value<ServerActs *>();
    if (!acts) {
        acts = new ServerActs(engine);
        engine->setProperty(propertyName, QVariant::fromValue(acts));
        QQmlEngine::setObjectOwnership(acts, QQmlEngine::CppOwnership);
    }
    return acts;
}

void ServerActs::sync(const QString &server)
{
    if (!m_context || !m_context->services().servers) {
        return;
    }
    m_context->ask(
        this,
        [services = &m_context->services(), server]() -> Result<void> {
            const auto owner = services->accounts.owner();
            return owner ? services->servers->sync(server, owner->uuid) : failed(owner);
        },
        [this](const Result<void> &begun) {
            if (!begun) {
                Q_EMIT wentWrong(sentenceOf(begun.error()));
            }
        });
}

void ServerActs::cancelSync(const QString &server)
{
    if (m_context && m_context->services().servers) {
        m_context->ask(
            this,
            [servers = m_context->services().servers, server]() -> Result<void> {
                servers->cancelSync(server);
                return {};
            },
            [](const Result<void> &) {});
    }
}

void ServerActs::rename(const QString &server, const QString &name)
{
    if (m_context && m_context->services().servers && !name.trimmed().isEmpty() && name.trimmed() != server) {
        changeName(server, name.trimmed(), true);
    }
}

void ServerActs::changeName(const QString &from, const QString &to, bool isFirst)
{
    auto *stack = UndoStack::create(qobject_cast<QQmlEngine *>(parent()), nullptr);
    m_context->ask(
        this,
        [servers = m_context->services().servers, from, to] {
            transfer::ServerChange change;
            change.name = to;
            return servers->change(from, change);
        },
        [this, from, to, doing = isFirst ? stack->begin() : nullptr](const Result<transfer::RemoteServer> &server) {
            if (!server) {
                Q_EMIT wentWrong(sentenceOf(server.error()));
                return;
            }
            Q_EMIT renamed(from, to);
            if (doing) {
                doing->push({tr("“%1” is called “%2” now").arg(from, to),
                             [this, from, to] { changeName(to, from, false); },
                             [this, from, to] { changeName(from, to, false); }});
            }
        });
}

void ServerActs::remove(const QString &server)
{
    if (!m_context || !m_context->services().servers || m_hidden.contains(server)) {
        return;
    }
    m_hidden << server;
    m_soon.start();
    Q_EMIT hiddenChanged();
    UndoStack::create(qobject_cast<QQmlEngine *>(parent()), nullptr)
        ->push({tr("“%1” removed").arg(server),
                [this, server] {
                    if (m_hidden.removeOne(server)) {
                        Q_EMIT hiddenChanged();
                    } else {
                        Q_EMIT wentWrong(tr("“%1” is gone, with what you signed in with. Add it again.").arg(server));
                    }
                },
                [this, server] { remove(server); }});
}

void ServerActs::removeHidden()
{
    if (!m_context || !m_context->services().servers) {
        return;
    }
    for (const QString &server : std::exchange(m_hidden, {})) {
        m_work.start([servers = m_context->services().servers, server] { (void)servers->remove(server); });
    }
}

void ServerActs::download(const QString &server, const QStringList &assets, bool isForLibrary)
{
    Wish wish{server, {}, isForLibrary ? DownloadTarget::Library : DownloadTarget::Gallery};
    for (const QString &asset : assets) {
        wish.pick.assets.push_back(QUuid::fromString(asset));
    }
    fetch(std::move(wish));
}

void ServerActs::downloadAlbum(const QString &server, const QString &album, bool isForLibrary)
{
    Wish wish{server, {}, isForLibrary ? DownloadTarget::Library : DownloadTarget::Gallery};
    wish.pick.albums.push_back(QUuid::fromString(album));
    fetch(std::move(wish));
}

void ServerActs::downloadPerson(const QString &server, const QString &person, bool isForLibrary)
{
    Wish wish{server, {}, isForLibrary ? DownloadTarget::Library : DownloadTarget::Gallery};
    wish.pick.people.push_back(QUuid::fromString(person));
    fetch(std::move(wish));
}

void ServerActs::downloadAll(const QString &server, bool isForLibrary)
{
    Wish wish{server, {}, isForLibrary ? DownloadTarget::Library : DownloadTarget::Gallery};
    wish.pick.all = true;
    fetch(std::move(wish));
}

void ServerActs::fetch(Wish wish)
{
    if (!m_context || !m_context->services().servers || !m_context->services().downloads) {
        return;
    }
    struct Asked
    {
        int added = 0;
        int here = 0;
        int unknown = 0;
    };
    m_work.ask(
        this,
        [services = m_context->services(), userId = m_context->userId(),
         wish = std::move(wish)](const std::stop_token &stop) -> Result<Asked> {
            const auto owner = services.accounts.owner();
            if (!owner) {
                return failed(owner);
            }
            auto picked = services.servers->pick(wish.server, userId, owner->uuid, wish.pick, wish.target, stop);
            if (!picked) {
                return failed(picked);
            }
            const auto added = services.downloads->add(std::move(picked->downloads), Downloads::OnExisting::Skip);
            return added ? Result<Asked>(Asked{int(added->size()), int(picked->here), int(picked->unknown)})
                         : failed(added);
        },
        [this](const Result<Asked> &asked) {
            if (!asked) {
                Q_EMIT wentWrong(sentenceOf(asked.error()));
                return;
            }
            QString text = asked->added > 0  ? tr("%n download(s) added.", nullptr, asked->added)
                           : asked->here > 0 ? tr("All of it is here already.")
                                             : tr("All of it is on its way already.");
            if (asked->added > 0 && asked->here > 0) {
                text += u' ' + tr("%n file(s) are here already.", nullptr, asked->here);
            }
            if (asked->unknown > 0) {
                text += u' ' + tr("%n of them are not on the server any more.", nullptr, asked->unknown);
            }
            Q_EMIT done(text);
        });
}

} // namespace kinframe::ui
