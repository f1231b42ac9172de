// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/events.h"
#include "base/result.h"
#include "transfer/downloads/download_sources.h"
#include "transfer/downloads/download_task.h"
#include "transfer/remote/remote_asset.h"
#include "transfer/remote/remote_server.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace kinframe {
class ProgressRegistry;
namespace storage {
class Database;
} // namespace storage
} // namespace kinframe

namespace kinframe::transfer {

class HttpClient;
class SecretStore;

enum class RemoteKind { All, Image, Video };

/// Which of a server's assets are shown. Those in its trash never are.
struct RemoteFilter
{
    QString text; ///< in the name, the description or the place; empty: all
    RemoteKind kind = RemoteKind::All;
    std::optional<qint64> takenFrom;  ///< ms since 1970, the first moment
    std::optional<qint64> takenUntil; ///< ms since 1970, the first moment after
    QUuid album;                      ///< null: whatever the album
    QUuid person;                     ///< null: whoever is on it
    std::optional<bool> isHere;       ///< by whether its bytes are here already; none: all
};

/// One page of a listing, the newest first.
struct RemotePage
{
    std::vector<RemoteAsset> items;
    QString next; ///< the cursor of the next page; empty: this is the last
};

/// An album or a person of a server.
struct RemoteGroup
{
    QUuid id;
    QString name;
    qint64 count = -1; ///< of assets; -1: the server does not say
    QUuid cover;       ///< an asset of it; null: unknown
};

/// What somebody wants of a server.
struct RemotePick
{
    std::vector<QUuid> assets;
    std::vector<QUuid> albums;
    std::vector<QUuid> people;
    bool all = false;
};

enum class DownloadTarget { Gallery, Library };

/// What came of a pick.
struct PickedDownloads
{
    std::vector<NewDownload> downloads; ///< both halves of a live photo next to each other
    qint64 here = 0;                    ///< files left out because their bytes are here already
    qint64 unknown = 0;                 ///< assets left out because the server's list does not have them
};

/// A small picture of an asset.
struct RemoteThumbnail
{
    QByteArray bytes;
    QByteArray contentType;
};

/// The other libraries that somebody has added: what is known of them, copies of their lists of assets, and what to
/// download. Every call from any thread but the writer's; what asks the server (said so) waits for it, none is for the
/// GUI thread. Failures of asking: NetworkFailed, NetworkTimeout, RemoteCertificate, RemoteUnauthorized (sign in
/// again; the server is then marked so), RemoteForbidden, RemoteRefused, RemoteInvalid, Canceled.
///
/// Tells the event `server.changed` whenever one is added, changes, goes, or its mirror does; of whose list it tells
/// nothing.
class Servers : public DownloadSources
{
public:
    /// All of it outlives this.
    struct Parts
    {
        storage::Database &database;
        HttpClient &client;
        SecretStore &secrets;
        ProgressRegistry &progress;
        EventBus &events;
        QString thumbnails; ///< a folder, made where it is missing
        qint64 thumbnailBytes = qint64(512) * 1024 * 1024;
        Clock clock = wallMs;
    };

    explicit Servers(const Parts &parts);
    /// Ends what runs; an unfinished mirror goes on at the next start.
    ~Servers() override;

    /// Goes on with the mirrors that the end of the program interrupted.
    void start();
    /// Told of the name of a server that was signed in to anew, on the thread that did; set before that begins.
    void onSignedIn(std::function<void(const QString &name)> tell);

    /// By name.
    [[nodiscard]] Result<std::vector<RemoteServer>> list() const;
    /// NotFound.
    [[nodiscard]] Result<RemoteServer> find(const QString &name) const;

    /// Finds the server, signs in and keeps it; asks it. Its mirror is begun by sync(). InvalidArgument (`url`,
    /// `name`), Conflict (the name is taken), RemoteNotLibrary, RemoteTooOld, RemoteWrongKey, RemoteWrongLogin.
    [[nodiscard]] Result<RemoteServer> add(const NewServer &wanted, const std::stop_token &stop = {});
    /// As add, but keeps nothing; asks it.
    [[nodiscard]] Result<ServerFacts> tryOut(const NewServer &wanted, const std::stop_token &stop = {});
    /// Asks it where the address changes; that must be the same user of the same library (Conflict else).
    [[nodiscard]] Result<RemoteServer> change(const QString &name, const ServerChange &change,
                                              const std::stop_token &stop = {});
    /// With its mirror and its secrets; a session there is ended if the server can be reached. NotFound.
    [[nodiscard]] Result<void> remove(const QString &name);
    /// With what is kept; asks it.
    [[nodiscard]] Result<ServerFacts> test(const QString &name, const std::stop_token &stop = {});
    /// Anew; asks it. Conflict where it is another user: the mirror is another's.
    [[nodiscard]] Result<RemoteServer> signIn(const QString &name, const SignIn &signIn,
                                              const std::stop_token &stop = {});

    /// Brings the mirror up to date, in the background; shown in the progress registry to that user, who can cancel it
    /// there. Nothing new where it runs already. NotFound.
    [[nodiscard]] Result<void> sync(const QString &name, const QUuid &user);
    /// Brings all mirrors that were begun up to date, for the owner of the computer's library; but of servers that want
    /// a sign-in.
    void syncAll();
    /// As sync, and waits; for tests and the command line.
    [[nodiscard]] Result<void> syncNow(const QString &name, const std::stop_token &stop = {});
    void cancelSync(const QString &name);

    /// `userId` is the row of who asks: whose library things are here in. `limit` from 1 to 1000. Asks the server for
    /// who is in an album or on a picture of a person, at the first page. NotFound, InvalidArgument (the cursor).
    [[nodiscard]] Result<RemotePage> page(const QString &name, qint64 userId, const RemoteFilter &filter, int limit,
                                          const QString &cursor = {}, const std::stop_token &stop = {});
    /// How many the listing has in all.
    [[nodiscard]] Result<qint64> count(const QString &name, qint64 userId, const RemoteFilter &filter,
                                       const std::stop_token &stop = {});
    // Ask the server; by name, people without one last.
    [[nodiscard]] Result<std::vector<RemoteGroup>> albums(const QString &name, const std::stop_token &stop = {});
    [[nodiscard]] Result<std::vector<RemoteGroup>> people(const QString &name, const std::stop_token &stop = {});
    /// From the cache, or asks the server. RemoteNotFound.
    [[nodiscard]] Result<RemoteThumbnail> thumbnail(const QString &name, const QUuid &asset, bool isLarge,
                                                    const std::stop_token &stop = {});
    /// The same of a person there.
    [[nodiscard]] Result<RemoteThumbnail> face(const QString &name, const QUuid &person,
                                               const std::stop_token &stop = {});

    /// What to download for a pick, without what is in the library of `userId` already. Asks the server for albums
    /// and people. TooMany above a million.
    [[nodiscard]] Result<PickedDownloads> pick(const QString &name, qint64 userId, const QUuid &user,
                                               const RemotePick &wanted, DownloadTarget target,
                                               const std::stop_token &stop = {});

    Result<QUrl> address(const QString &server, const QString &assetId) override;
    void open(const QString &server, const QString &assetId, std::function<void(Result<DownloadSource>)> done) override;

private:
    struct Inner;
    std::shared_ptr<Inner> m_inner;
};

} // namespace kinframe::transfer
