// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/album_user_routes.h"

#include "albums/kept_album.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/routes/album_json.h"
#include "server/routes/album_share_input.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Transaction;

/// Who the path names; `me` is who asks.
Result<QUuid> memberOf(const Request &request)
{
    const QString text = request.argument("userId");
    if (text == "me"_L1) {
        return request.principal()->uuid;
    }
    const auto id = uuidFromText(text);
    return id ? Result<QUuid>(*id) : http::invalidInput(u"userId"_s, text.toUtf8(), u"a UUID or me"_s);
}

Reply share(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"album"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto members = membersIn(*body);
    if (!members) {
        return request.refuse(members.error());
    }
    if (members->empty()) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"albumUsers"_s}, {u"expected"_s, u"a list of users"_s}}, {}});
    }
    const auto album = services.library.database.write([&](Transaction &transaction) {
        auto shared = albums::shareAlbum(transaction, userOf(request), *id, *members);
        if (shared) {
            albums::tellOfAlbum(transaction, services.events, *id);
        }
        return shared;
    });
    return album ? jsonReply(request, AlbumJson(services).of(*album)) : request.refuse(album.error());
}

/// Runs `work` for the album and the user of the path.
template <typename Work>
Reply changeMember(const ApiServices &services, const Request &request, Work work)
{
    const auto id = idOf(request, u"album"_s);
    const auto member = memberOf(request);
    if (!id || !member) {
        return request.refuse(!id ? id.error() : member.error());
    }
    const auto done = services.library.database.write([&](Transaction &transaction) -> Result<void> {
        albums::tellOfAlbum(transaction, services.events, *id); // While they are still among those who see it.
        return work(transaction, *id, *member);
    });
    return done ? Reply(204) : request.refuse(done.error());
}

Reply setRole(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    if (!body->contains("role"_L1)) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"role"_s}, {u"expected"_s, u"editor or viewer"_s}}, {}});
    }
    const auto role = roleIn(*body);
    if (!role) {
        return request.refuse(role.error());
    }
    return changeMember(services, request, [&](Transaction &transaction, const QUuid &album, const QUuid &member) {
        return albums::setAlbumRole(transaction, userOf(request), album, member, *role);
    });
}

Reply unshare(const ApiServices &services, const Request &request)
{
    return changeMember(services, request, [&](Transaction &transaction, const QUuid &album, const QUuid &member) {
        return albums::unshareAlbum(transaction, userOf(request), album, member);
    });
}

} // namespace

std::vector<http::Route> albumUserRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.put("/api/albums/{id}/users", share, u"albumUser.create"_s);
    routes.put("/api/albums/{id}/user/{userId}", setRole, u"albumUser.update"_s);
    routes.remove("/api/albums/{id}/user/{userId}", unshare, u"albumUser.delete"_s);
    return routes.take();
}

} // namespace kinframe::server
