// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"
#include "storage/database.h"
#include "transfer/remote/mirror_runs.h"
#include "transfer/remote/server_calls.h"
#include "transfer/remote/server_rows.h"
#include "transfer/remote/servers.h"
#include "transfer/remote/thumbnail_cache.h"
#include "transfer/secrets/secret_store.h"

namespace kinframe::transfer {

/// Where a picture is, and the name it is kept under.
struct RemotePicture
{
    QString path;
    QUrlQuery query;
    QString name;
};

/// What the calls of Servers share.
struct Servers::Inner
{
    explicit Inner(const Parts &shared)
        : parts(shared)
        , thumbnails(shared.thumbnails, shared.thumbnailBytes)
    {
    }

    /// A server and how to ask it.
    struct Known
    {
        rows::ServerRow row;
        ServerCalls calls;
    };

    /// NotFound.
    [[nodiscard]] Result<rows::ServerRow> row(const QString &name) const;
    /// RemoteUnauthorized where nothing is kept to sign in with; waits for the keychain.
    [[nodiscard]] Result<ServerAccess> access(const rows::ServerRow &row) const;
    [[nodiscard]] Result<Known> known(const QString &name) const;

    /// Remembers that the server wants a new sign-in, where that is what asking failed with.
    void note(qint64 serverId, const Error &error) const;
    /// The same of what asking gave, which is handed on.
    template <typename T>
    [[nodiscard]] Result<T> noted(qint64 serverId, Result<T> result) const
    {
        if (!result) {
            note(serverId, result.error());
        }
        return result;
    }
    void tellChanged() const { parts.events.publish({QStringLiteral("server.changed"), {}, {}, {}}); }

    /// From the cache, or asks the server.
    [[nodiscard]] Result<RemoteThumbnail> picture(const QString &name,
                                                  const std::function<RemotePicture(const ServerAccess &)> &find,
                                                  const std::stop_token &stop);
    /// Asks who is in these albums and on the pictures of these people.
    [[nodiscard]] Result<void> lookInto(const QString &name, const std::vector<QUuid> &albums,
                                        const std::vector<QUuid> &people, const std::stop_token &stop) const;

    /// Runs on the thread that waits.
    [[nodiscard]] Result<void> mirror(const Known &known, ScopedTask *task, const std::stop_token &stop) const;
    /// Begins a mirror in the background, unless it runs already.
    [[nodiscard]] Result<void> begin(qint64 serverId, const QUuid &user);
    /// Those of some servers, for the owner of the computer's library.
    void beginMirrors(const std::function<std::vector<rows::ServerRow>(storage::Connection &)> &which);
    /// What such a mirror does, with its end written down.
    void runMirror(qint64 serverId, const QUuid &user, const std::stop_token &stop);

    Parts parts;
    ThumbnailCache thumbnails;
    std::function<void(const QString &)> signedIn;
    MirrorRuns runs; ///< ends first
};

} // namespace kinframe::transfer
