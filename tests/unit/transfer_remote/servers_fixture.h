// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"
#include "support/client_fixture.h"
#include "support/library_fixture.h"
#include "transfer/remote/servers.h"
#include "transfer/secrets/file_secrets.h"
#include "unit/transfer_remote/immich_script.h"

#include <atomic>

namespace kinframe::test {

/// Servers over a library of their own, and a server that answers as scripted.
struct ServersFixture
{
    ServersFixture()
    {
        serveBeginning(server);
        subscription = library.events.subscribe([this](const Event &event) {
            if (event.type == QLatin1String("server.changed")) {
                ++changes;
            }
        });
    }

    /// With the key `key`.
    [[nodiscard]] Result<transfer::RemoteServer> addAttic()
    {
        transfer::NewServer wanted;
        wanted.name = QStringLiteral("attic");
        wanted.url = server.url("").toString();
        wanted.signIn.apiKey = QStringLiteral("key");
        return servers.add(wanted);
    }
    /// A server with these assets in its mirror.
    [[nodiscard]] bool mirror(const QJsonArray &assets)
    {
        server.serve("/api/sync/full-sync", {jsonAnswer(assets)});
        server.serve("/api/sync/delta-sync", {jsonAnswer(delta({}))});
        return addAttic() && servers.syncNow(QStringLiteral("attic"));
    }

    LibraryFixture library;
    FaultServer server;
    transfer::HttpClient client;
    transfer::FileSecrets secrets{library.path(QStringLiteral("credentials"))};
    ProgressRegistry progress{library.events};
    std::atomic_int changes = 0;
    std::unique_ptr<EventBus::Subscription> subscription;
    transfer::Servers servers{
        {*library.database, client, secrets, progress, library.events, library.path(QStringLiteral("remote"))}};
};

} // namespace kinframe::test
