// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/servers.h"

#include "base/log.h"
#include "transfer/remote/mirror.h"
#include "transfer/remote/servers_inner.h"

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

Result<rows::ServerRow> Servers::Inner::row(const QString &name) const
{
    return parts.database.read([&](storage::Connection &db) -> Result<rows::ServerRow> {
        auto found = rows::serverNamed(db, name);
        if (!found) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"server"_s}, {u"id"_s, name.left(80)}});
        }
        return std::move(*found);
    });
}

Result<ServerAccess> Servers::Inner::access(const rows::ServerRow &row) const
{
    auto secret = parts.secrets.read(row.secret).get();
    if (!secret) {
        return failed(secret);
    }
    if (!*secret) {
        return fail(ErrorCode::RemoteUnauthorized, {{u"host"_s, row.server.url.host()}});
    }
    return ServerAccess{row.server.url, row.server.fingerprint, row.server.usesKey, **secret, row.server.version};
}

Result<Servers::Inner::Known> Servers::Inner::known(const QString &name) const
{
    auto found = row(name);
    if (!found) {
        return failed(found);
    }
    auto how = noted(found->server.id, access(*found));
    if (!how) {
        return failed(how);
    }
    return Known{std::move(*found), ServerCalls(parts.client, std::move(*how))};
}

void Servers::Inner::note(qint64 serverId, const Error &error) const
{
    if (error.code != ErrorCode::RemoteUnauthorized) {
        return;
    }
    const auto written = parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::setNeedsSignIn(transaction, serverId, true);
        return {};
    });
    if (!written) {
        qCWarning(logApp).noquote() << "a server's sign-in:" << written.error().forLog();
    }
    tellChanged();
}

Result<void> Servers::Inner::mirror(const Known &known, ScopedTask *task, const std::stop_token &stop) const
{
    const RemoteServer &server = known.row.server;
    Mirror::Parts mirrorParts{parts.database, known.calls, server.id, server.userId};
    mirrorParts.clock = parts.clock;
    mirrorParts.progress = [&](qint64 done, qint64 total) {
        if (task != nullptr) {
            task->set(done, std::max(done, total));
        }
    };
    Mirror mirror(std::move(mirrorParts));
    return noted(server.id, mirror.run(stop));
}

void Servers::Inner::runMirror(qint64 serverId, const QUuid &user, const std::stop_token &stop)
{
    const auto row = parts.database.read([&](storage::Connection &db) -> Result<std::optional<rows::ServerRow>> {
        return rows::serverWithId(db, serverId);
    });
    if (!row || !*row) {
        return;
    }
    const RemoteServer &server = (*row)->server;
    TaskInfo info;
    info.kind = u"mirror"_s;
    info.title = u"mirror"_s;
    info.facts = {{u"server"_s, server.name}};
    info.user = user;
    info.cancel = [this, serverId] { runs.cancel(serverId); };
    Result<void> done;
    {
        ScopedTask task = parts.progress.begin(std::move(info));
        auto how = noted(serverId, access(**row));
        done = how ? mirror({**row, ServerCalls(parts.client, std::move(*how))}, &task, stop) : failed(how);
    }
    if (!done && (runs.isStopping() || done.error().code == ErrorCode::ShuttingDown)) {
        return; // It goes on at the next start.
    }
    const std::optional<Error> error = done ? std::nullopt : std::optional(done.error());
    if (error) {
        qCInfo(logApp).noquote() << "mirror of" << server.name << error->forLog();
    }
    const auto written = parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::writeSyncEnd(transaction, serverId, parts.clock(), error);
        return {};
    });
    if (!written) {
        qCWarning(logApp).noquote() << "mirror of" << server.name << written.error().forLog();
    }
    tellChanged();
}

void Servers::Inner::beginMirrors(const std::function<std::vector<rows::ServerRow>(storage::Connection &)> &which)
{
    struct Wanted
    {
        std::vector<rows::ServerRow> servers;
        QUuid owner;
    };
    const auto wanted = parts.database.read([&](storage::Connection &db) -> Result<Wanted> {
        Wanted found{which(db), {}};
        storage::Statement owner = db.prepare("SELECT uuid FROM user WHERE is_owner = 1");
        found.owner = owner.step() ? owner.uuid(0) : QUuid();
        return found;
    });
    if (!wanted) {
        qCWarning(logApp).noquote() << "mirrors:" << wanted.error().forLog();
        return;
    }
    for (const rows::ServerRow &row : wanted->servers) {
        const auto begun = begin(row.server.id, wanted->owner);
        if (!begun) {
            qCWarning(logApp).noquote() << "mirror of" << row.server.name << begun.error().forLog();
        }
    }
}

Result<void> Servers::Inner::begin(qint64 serverId, const QUuid &user)
{
    if (runs.isRunning(serverId)) {
        return {};
    }
    auto written = parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::setWanted(transaction, serverId, true);
        return {};
    });
    if (written) {
        runs.begin(serverId, [this, serverId, user](const std::stop_token &stop) { runMirror(serverId, user, stop); });
        tellChanged();
    }
    return written;
}

Servers::Servers(const Parts &parts)
    : m_inner(std::make_shared<Inner>(parts))
{
}

Servers::~Servers()
{
    m_inner->runs.stop();
}

void Servers::onSignedIn(std::function<void(const QString &)> tell)
{
    m_inner->signedIn = std::move(tell);
}

void Servers::start()
{
    m_inner->beginMirrors([](storage::Connection &db) { return rows::wantedServers(db); });
}

void Servers::syncAll()
{
    m_inner->beginMirrors([](storage::Connection &db) {
        std::vector<rows::ServerRow> all = rows::allServers(db);
        std::erase_if(all, [](const rows::ServerRow &row) {
            return row.server.needsSignIn || row.server.mirror == MirrorState::Never;
        });
        return all;
    });
}

Result<std::vector<RemoteServer>> Servers::list() const
{
    return m_inner->parts.database.read([](storage::Connection &db) -> Result<std::vector<RemoteServer>> {
        std::vector<RemoteServer> servers;
        for (rows::ServerRow &row : rows::allServers(db)) {
            servers.push_back(std::move(row.server));
        }
        return servers;
    });
}

Result<RemoteServer> Servers::find(const QString &name) const
{
    auto row = m_inner->row(name);
    return row ? Result<RemoteServer>(std::move(row->server)) : failed(row);
}

Result<void> Servers::sync(const QString &name, const QUuid &user)
{
    const auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    return m_inner->begin(row->server.id, user);
}

Result<void> Servers::syncNow(const QString &name, const std::stop_token &stop)
{
    const auto known = m_inner->known(name);
    if (!known) {
        return failed(known);
    }
    auto done = m_inner->mirror(*known, nullptr, stop);
    const std::optional<Error> error = done ? std::nullopt : std::optional(done.error());
    auto written = m_inner->parts.database.write([&](storage::Transaction &transaction) -> Result<void> {
        rows::writeSyncEnd(transaction, known->row.server.id, m_inner->parts.clock(), error);
        return {};
    });
    return done ? written : done;
}

void Servers::cancelSync(const QString &name)
{
    if (const auto row = m_inner->row(name)) {
        m_inner->runs.cancel(row->server.id);
    }
}

} // namespace kinframe::transfer
