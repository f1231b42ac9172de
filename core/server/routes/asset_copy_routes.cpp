// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/asset_copy_routes.h"

#include "albums/album.h"
#include "albums/kept_album.h"
#include "base/ids.h"
#include "library/copy_metadata.h"
#include "library/importer.h"
#include "library/open_metadata.h"
#include "library/stacks.h"
#include "library/trash.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/named_asset.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/upload_facts.h"
#include "storage/database.h"

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using library::Asset;
using storage::Transaction;

/// What goes over from one photo to another.
struct Parts
{
    bool albums = true;
    bool favorite = true;
    bool metadata = true; ///< what stands in a sidecar
    bool stack = true;
};

Result<Parts> partsIn(const QJsonObject &body)
{
    Parts parts;
    for (const auto &[field, part] : {std::pair(u"albums"_s, &parts.albums), std::pair(u"favorite"_s, &parts.favorite),
                                      std::pair(u"sidecar"_s, &parts.metadata), std::pair(u"stack"_s, &parts.stack)}) {
        const auto flag = flagIn(body, field);
        if (!flag) {
            return failed(flag);
        }
        *part = flag->value_or(*part);
    }
    return parts;
}

Result<void> copyParts(Transaction &transaction, const ApiServices &services, const Asset &from, const Asset &to,
                       const Parts &parts)
{
    if (parts.albums) {
        for (const albums::Album &album : albums::albumsOf(transaction.db(), from.ownerId, from.uuid)) {
            // It may be in it already.
            static_cast<void>(albums::addToAlbum(transaction, album, std::array{to.uuid}));
            albums::tellOfAlbum(transaction, services.events, album.uuid);
        }
    }
    if (parts.favorite && from.isFavorite != to.isFavorite) {
        const library::MetadataEdit edit{{{u"is_favorite"_s, from.isFavorite}}};
        if (const auto done = library::editMetadata(transaction, services.library, to, edit); !done) {
            return failed(done);
        }
    }
    if (parts.metadata) {
        if (auto done = library::copyMetadata(transaction, services.library, from, to); !done) {
            return done;
        }
    }
    return parts.stack ? library::joinStackOf(transaction, services.library, from, to.uuid) : Result<void>();
}

Reply copy(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto source = idIn(*body, u"sourceId"_s);
    const auto target = idIn(*body, u"targetId"_s);
    const auto parts = partsIn(*body);
    if (!source || !target || !parts) {
        return request.refuse(!source ? source.error() : !target ? target.error() : parts.error());
    }
    const auto copied = services.library.database.write([&](Transaction &transaction) -> Result<void> {
        const auto from = namedAsset(transaction.db(), request, *source);
        const auto to = namedAsset(transaction.db(), request, *target);
        if (!from || !to) {
            return !from ? failed(from) : failed(to);
        }
        return from->id == to->id ? Result<void>() : copyParts(transaction, services, *from, *to, *parts);
    });
    return copied ? Reply() : request.refuse(copied.error());
}

/// Ids are made of bytes here, so that other bytes are another photo: it takes over all that belongs to the one it
/// replaces, which goes to the trash.
Reply replace(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"photo"_s);
    const http::FormFile *file = request.form().file(u"assetData");
    if (!id || file == nullptr) {
        return request.refuse(
            !id ? id.error()
                : Error{ErrorCode::MissingField,
                        {{u"field"_s, u"assetData"_s}, {u"expected"_s, u"a file in a multipart form"_s}},
                        {}});
    }
    if (const auto same = checkChecksum(request, file->digests()); !same) {
        return request.refuse(same.error());
    }
    auto facts = uploadFacts(services, request);
    if (!facts) {
        return request.refuse(facts.error());
    }
    facts->fileName = file->fileName.isEmpty() ? u"upload"_s : file->fileName;
    facts->also = [&services, &request, &id](Transaction &transaction,
                                             const library::Registered &registered) -> Result<void> {
        const auto from = namedAsset(transaction.db(), request, *id);
        const auto to = from ? namedAsset(transaction.db(), request, registered.uuid) : from;
        if (!to) {
            return failed(to);
        }
        if (registered.isDuplicate || from->id == to->id) {
            return {};
        }
        if (auto copied = copyParts(transaction, services, *from, *to, {}); !copied) {
            return copied;
        }
        return from->trashedAt ? Result<void>()
                               : library::Trash(services.library).moveToTrash(transaction, from->ownerId, from->uuid);
    };
    const auto added =
        library::Importer(services.library).addSpooled(ownerOf(request), file->take(), file->digests(), *facts);
    if (!added) {
        return request.refuse(added.error());
    }
    return Reply::json(QJsonObject{{u"id"_s, toText(added->uuid)},
                                   {u"status"_s, added->isDuplicate ? u"duplicate"_s : u"replaced"_s}});
}

} // namespace

std::vector<http::Route> assetCopyRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.put("/api/assets/copy", copy, u"asset.copy"_s);
    http::Route &replacing = routes.put("/api/assets/{id}/original", replace, u"asset.replace"_s);
    replacing.body = http::BodyKind::Multipart;
    replacing.way = http::Way::Straight;
    return routes.take();
}

} // namespace kinframe::server
