// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is fetched from servers: the part of Servers that the download manager asks.
#include "transfer/remote/remote_listing.h"
#include "transfer/remote/servers_inner.h"

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;

constexpr size_t most = 1'000'000;
/// Assets that are read at once.
constexpr size_t atOnce = 5000;

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Makes downloads of assets, for one server and one user.
class Picking
{
public:
    Picking(QString server, QUuid user, DownloadTarget target)
        : m_server(std::move(server))
        , m_user(user)
        , m_target(target)
    {
    }

    void add(const RemoteAsset &asset)
    {
        const bool isLive = !asset.liveVideo.isNull();
        if (asset.isHere) {
            picked.here += isLive ? 2 : 1;
            return;
        }
        NewDownload download = begun(asset.id);
        download.filename = asset.fileName;
        download.size = asset.size;
        download.checksum = asset.sha1.isEmpty() ? Checksum() : Checksum::sha1(asset.sha1);
        download.group = isLive          ? DownloadGroup::LivePhoto
                         : asset.isVideo ? DownloadGroup::Video
                                         : DownloadGroup::Image;
        if (isLive) {
            download.metaData.insert(u"part"_s, u"image"_s);
            download.metaData.insert(u"id"_s, textOf(asset.id));
        }
        picked.downloads.push_back(std::move(download));
        if (isLive) {
            // Its name and bytes are not in the list; the server tells them when they are fetched.
            NewDownload video = begun(asset.liveVideo);
            video.group = DownloadGroup::LivePhoto;
            video.metaData.insert(u"part"_s, u"video"_s);
            video.metaData.insert(u"id"_s, textOf(asset.id));
            picked.downloads.push_back(std::move(video));
        }
    }

    PickedDownloads picked;

private:
    [[nodiscard]] NewDownload begun(const QUuid &asset) const
    {
        NewDownload download;
        download.server = m_server;
        download.assetId = textOf(asset);
        download.user = m_user;
        if (m_target == DownloadTarget::Library) {
            download.metaData.insert(u"to"_s, u"library"_s);
        }
        return download;
    }

    const QString m_server;
    const QUuid m_user;
    const DownloadTarget m_target;
};

Result<QUuid> idFrom(const QString &assetId)
{
    const QUuid id = QUuid::fromString(assetId);
    if (id.isNull()) {
        return fail(
            ErrorCode::InvalidArgument,
            {{u"field"_s, u"assetId"_s}, {u"value"_s, u"“%1”"_s.arg(assetId.left(80))}, {u"expected"_s, u"a UUID"_s}});
    }
    return id;
}

} // namespace

Result<PickedDownloads> Servers::pick(const QString &name, qint64 userId, const QUuid &user, const RemotePick &wanted,
                                      DownloadTarget target, const std::stop_token &stop)
{
    const auto row = m_inner->row(name);
    if (!row) {
        return failed(row);
    }
    if (auto looked = m_inner->lookInto(name, wanted.albums, wanted.people, stop); !looked) {
        return failed(looked);
    }
    PickedRows asked{row->server.id, wanted.assets, wanted.albums, wanted.all};
    asked.groups.insert(asked.groups.end(), wanted.people.begin(), wanted.people.end());
    return m_inner->parts.database.read(
        [&](storage::Connection &db) -> Result<PickedDownloads> {
            Picking picking(row->server.name, user, target);
            const std::vector<qint64> rowIds = pickedRows(db, asked);
            if (rowIds.size() > most) {
                return fail(ErrorCode::TooMany, {{u"field"_s, u"assetIds"_s},
                                                 {u"value"_s, QString::number(rowIds.size())},
                                                 {u"limit"_s, QString::number(most)}});
            }
            for (size_t from = 0; from < rowIds.size(); from += atOnce) {
                const size_t count = std::min(atOnce, rowIds.size() - from);
                for (const RemoteAsset &asset : readRows(db, userId, std::span(rowIds).subspan(from, count))) {
                    picking.add(asset);
                }
            }
            picking.picked.unknown = countUnknown(db, row->server.id, wanted.assets);
            return std::move(picking.picked);
        },
        stop);
}

Result<QUrl> Servers::address(const QString &server, const QString &assetId)
{
    const auto row = m_inner->row(server);
    const auto id = idFrom(assetId);
    if (!row || !id) {
        return Failure(!row ? row.error() : id.error());
    }
    ServerAccess access;
    access.api = row->server.url;
    access.version = row->server.version;
    return access.original(textOf(*id));
}

void Servers::open(const QString &server, const QString &assetId, std::function<void(Result<DownloadSource>)> done)
{
    auto row = m_inner->row(server);
    const auto id = idFrom(assetId);
    if (!row || !id) {
        done(Failure(!row ? row.error() : id.error()));
        return;
    }
    const RemoteServer &known = row->server;
    ServerAccess access{known.url, known.fingerprint, known.usesKey, {}, known.version};
    const QString host = known.url.host();
    const QUrl url = access.original(textOf(*id));
    const bool needsSignIn = known.needsSignIn;
    m_inner->parts.secrets.read(row->secret,
                                [access = std::move(access), url, host, needsSignIn,
                                 done = std::move(done)](Result<std::optional<QByteArray>> secret) mutable {
                                    if (!secret) {
                                        done(failed(secret));
                                    } else if (!*secret || needsSignIn) {
                                        done(fail(ErrorCode::RemoteUnauthorized, {{u"host"_s, host}}));
                                    } else {
                                        access.secret = **secret;
                                        done(DownloadSource{url, access.headers(), access.fingerprint.toLatin1()});
                                    }
                                });
}

} // namespace kinframe::transfer
