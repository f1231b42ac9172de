// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/face_picture_routes.h"

#include "base/ids.h"
#include "faces/face_crop.h"
#include "server/http/conditional.h"
#include "server/routes/doors.h"
#include "server/routes/find_person.h"
#include "server/routes/route_list.h"

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// A face's picture changes only with its box.
QByteArray etagOf(const faces::Face &face)
{
    QByteArray text = toText(face.uuid).toLatin1();
    for (const float part : {face.box.x, face.box.y, face.box.width, face.box.height}) {
        text += '-' + QByteArray::number(std::lround(double(part) * 100'000));
    }
    return http::strongEtag(text);
}

Reply pictureOf(const ApiServices &services, const Request &request, const Result<faces::Face> &face)
{
    if (!face) {
        return request.refuse(face.error());
    }
    const QByteArray etag = etagOf(*face);
    // Said before the work of making the picture.
    if (http::etagListed(request.header("If-None-Match"), etag, http::EtagComparison::Weak)) {
        Reply same(304);
        same.setEtag(etag);
        return same;
    }
    auto jpeg = faces::cropOfFace(services.library, *face);
    if (!jpeg) {
        return request.refuse(jpeg.error());
    }
    Reply reply = Reply::bytes(std::move(*jpeg), "image/jpeg");
    reply.setEtag(etag).set("Cache-Control", "private, no-cache");
    return reply;
}

Reply coverPicture(const ApiServices &services, const Request &request)
{
    const auto cover =
        withPerson(services, request, [](storage::Connection &db, const faces::Person &person) -> Result<faces::Face> {
            auto face = faces::coverOf(db, person.id);
            return face ? Result<faces::Face>(*face) : noPerson(person.uuid);
        });
    return pictureOf(services, request, cover);
}

Reply facePicture(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"face"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto face = services.library.database.read([&](storage::Connection &db) -> Result<faces::Face> {
        auto found = faces::findFace(db, userOf(request), *id);
        return found ? Result<faces::Face>(*found)
                     : fail(ErrorCode::NotFound, {{u"what"_s, u"face"_s}, {u"id"_s, toText(*id)}});
    });
    return pictureOf(services, request, face);
}

} // namespace

std::vector<http::Route> facePictureRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/people/{id}/thumbnail", coverPicture, u"person.read"_s);
    routes.get("/api/faces/{id}/thumbnail", facePicture, u"face.read"_s);
    return routes.take();
}

} // namespace kinframe::server
