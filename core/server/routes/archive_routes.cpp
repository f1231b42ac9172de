// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/archive_routes.h"

#include "albums/album_sharing.h"
#include "base/ids.h"
#include "library/originals.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/named_asset.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/zip_stream.h"
#include "storage/database.h"

#include <QSet>

#include <memory>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Asset;
using storage::Connection;
using storage::Statement;

constexpr qint64 usualArchive = 4 * http::gibibyte;
// What a number of JSON says exactly.
constexpr qint64 largestArchive = qint64(1) << 53;

/// What goes into archives of one asset.
struct Item
{
    QUuid id;
    qint64 size = 0;
    std::optional<QUuid> video; ///< of a live photo
};

Item itemOf(const Asset &asset)
{
    return {asset.uuid, asset.size, asset.liveVideoUuid};
}

Result<std::vector<Item>> namedItems(Connection &db, const Request &request, const std::vector<QUuid> &ids)
{
    std::vector<Item> items;
    for (const QUuid &id : ids) {
        const auto asset = seenAsset(db, request, id);
        if (!asset) {
            return failed(asset);
        }
        items.push_back(itemOf(*asset));
    }
    return items;
}

Result<std::vector<Item>> albumItems(Connection &db, const Request &request, const QUuid &id)
{
    const auto album = albums::findAlbum(db, userOf(request), id);
    if (!album) {
        return failed(album);
    }
    std::vector<Item> items;
    for (const qint64 row : albums::assetsOf(db, *album)) {
        items.push_back(itemOf(*library::findAssetById(db, row)));
    }
    return items;
}

std::vector<Item> allItems(Connection &db, const Request &request)
{
    Statement row = db.prepare("SELECT a.uuid, a.size, v.uuid FROM asset a LEFT JOIN asset v ON v.id = a.live_video_id "
                               "WHERE a.owner_id = ?1 AND a.trashed_at IS NULL AND a.is_hidden = 0 ORDER BY a.id");
    row.bindAll(userOf(request));
    std::vector<Item> items;
    while (row.step()) {
        items.push_back({row.uuid(0), row.int64(1), row.isNull(2) ? std::nullopt : std::optional(row.uuid(2))});
    }
    return items;
}

/// What the body asks for: an album, everything of the user or certain photos.
Result<std::vector<Item>> itemsIn(Connection &db, const Request &request, const QJsonObject &body)
{
    if (body.contains("assetIds"_L1)) {
        const auto ids = idsIn(body, u"assetIds"_s);
        return ids ? namedItems(db, request, *ids) : failed(ids);
    }
    if (body.contains("albumId"_L1)) {
        const auto id = idIn(body, u"albumId"_s);
        return id ? albumItems(db, request, *id) : failed(id);
    }
    if (body.contains("userId"_L1)) {
        const auto id = idIn(body, u"userId"_s);
        if (!id) {
            return failed(id);
        }
        // Whether there is such a user is nobody's business.
        return *id == request.principal()->uuid
                   ? Result<std::vector<Item>>(allItems(db, request))
                   : http::invalidInput(u"userId"_s, toText(*id).toLatin1(), u"your own user id"_s);
    }
    return fail(ErrorCode::MissingField, {{u"field"_s, u"assetIds"_s}, {u"expected"_s, u"a list of UUIDs"_s}});
}

/// The hidden halves of live photos come behind the photos, each once.
void addVideos(Connection &db, std::vector<Item> &items)
{
    QSet<QUuid> here;
    for (const Item &item : items) {
        here.insert(item.id);
    }
    const size_t count = items.size();
    Statement row = db.prepare("SELECT size FROM asset WHERE uuid = ?1");
    for (size_t i = 0; i < count; ++i) {
        const auto video = items[i].video;
        if (video && !here.contains(*video)) {
            here.insert(*video);
            row.reset();
            row.bindAll(*video);
            if (row.step()) {
                items.push_back({*video, row.int64(0), {}});
            }
        }
    }
}

/// An archive is no larger than `most`, but for one file that is so alone.
QJsonObject archivesJson(const std::vector<Item> &items, qint64 most)
{
    QJsonArray archives;
    QJsonArray ids;
    qint64 size = 0;
    qint64 total = 0;
    const auto close = [&] {
        if (!ids.isEmpty()) {
            archives.append(QJsonObject{{u"size"_s, double(size)}, {u"assetIds"_s, ids}});
        }
        ids = {};
        size = 0;
    };
    for (const Item &item : items) {
        if (size + item.size > most) {
            close();
        }
        ids.append(toText(item.id));
        size += item.size;
        total += item.size;
    }
    close();
    return {{u"totalSize"_s, double(total)}, {u"archives"_s, archives}};
}

Reply info(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto most = body->contains("archiveSize"_L1) ? numberIn(*body, u"archiveSize"_s, 1, largestArchive)
                                                       : Result<qint64>(usualArchive);
    if (!most) {
        return request.refuse(most.error());
    }
    return jsonReply(request, services.library.database.read([&](Connection &db) -> Result<QJsonObject> {
        auto items = itemsIn(db, request, *body);
        if (!items) {
            return failed(items);
        }
        addVideos(db, *items);
        return archivesJson(*items, *most);
    }),
                     201);
}

/// Where all of them lie: an archive is whole or is not begun.
Result<std::vector<ZipEntry>> entriesOf(Connection &db, const ApiServices &services, const Request &request,
                                        const std::vector<QUuid> &ids)
{
    std::vector<ZipEntry> entries;
    ZipNames names;
    QSet<QUuid> seen;
    for (const QUuid &id : ids) {
        if (seen.contains(id)) {
            continue;
        }
        seen.insert(id);
        const auto asset = albums::findSeenAsset(db, userOf(request), id);
        const auto path = asset ? library::locateBlob(db, services.library.blobs, asset->blobId)
                                : Result<QString>(fail(ErrorCode::NotFound));
        if (!path) {
            return noPhoto(id); // The host's paths are nobody's business.
        }
        entries.push_back({names.take(asset->fileName, toText(id)), *path, asset->size,
                           asset->createdAt + asset->createdOffset.value_or(0) * 60'000});
    }
    return entries;
}

Reply archive(const ApiServices &services, const Request &request)
{
    const auto ids = bodyIds(request, u"assetIds"_s);
    if (!ids) {
        return request.refuse(ids.error());
    }
    auto entries = services.library.database.read(
        [&](Connection &db) { return entriesOf(db, services, request, *ids); }, request.stopToken());
    if (!entries) {
        return request.refuse(entries.error());
    }
    const auto zip = std::make_shared<ZipStream>(std::move(*entries));
    Reply reply = Reply::sizedStream([zip] { return zip->next(); }, zip->length(), "application/octet-stream");
    reply.set("Content-Disposition", "attachment; filename=\"photos.zip\"");
    return reply;
}

} // namespace

std::vector<http::Route> archiveRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    routes.post("/api/download/info", info, u"asset.download"_s).bodyLimit = bulk;
    http::Route &packing = routes.post("/api/download/archive", archive, u"asset.download"_s);
    packing.bodyLimit = bulk;
    packing.way = http::Way::Straight;
    return routes.take();
}

} // namespace kinframe::server
