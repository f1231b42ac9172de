// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection_counts.h"
#include "server/http/limits.h"
#include "server/http/policy.h"
#include "server/http/route_set.h"
#include "server/http/worker_pool.h"

#include <QSslConfiguration>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace kinframe::http {

/// What the network threads of one server share. Every part may be used by all of them at once.
struct ServerContext
{
    Limits limits;
    RouteSet routes;
    QString spoolFolder;
    std::optional<QSslConfiguration> tls;
    quint64 idSeed;
    Policy policy;
    WorkerPool pool;
    std::shared_ptr<ConnectionCounts> counts;
    std::atomic_bool isStopping = false; ///< every reply from now on is its connection's last

    ServerContext(Limits bounds, RouteSet table, PolicySetup setup, std::optional<QSslConfiguration> tlsConfiguration,
                  quint64 seed)
        : limits(bounds)
        , routes(std::move(table))
        , spoolFolder(setup.spoolFolder)
        , tls(std::move(tlsConfiguration))
        , idSeed(seed)
        , policy(std::move(setup), routes)
        , pool(limits.poolThreads, limits.poolQueue)
        , counts(std::make_shared<ConnectionCounts>(limits.connections, limits.connectionsPerAddress))
    {
    }
};

} // namespace kinframe::http
