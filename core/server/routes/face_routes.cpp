// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/face_routes.h"

#include "base/ids.h"
#include "faces/people.h"
#include "library/asset.h"
#include "server/http/invalid_input.h"
#include "server/routes/doors.h"
#include "server/routes/find_person.h"
#include "server/routes/people_json.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

#include <array>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

// No picture is larger; a factor beyond it is a mistake.
constexpr qint64 longestSide = 1'000'000;

QJsonObject withPersonOf(storage::Connection &db, const faces::Face &face)
{
    const auto person = face.personId ? faces::findPersonById(db, *face.personId) : std::nullopt;
    return faceWithPersonJson(face, person);
}

Reply facesOfPhoto(const ApiServices &services, const Request &request)
{
    const QString text = request.query().get(u"id"_s).value_or(QString());
    const auto id = uuidFromText(text);
    if (!id) {
        return request.refuse(http::invalidInput(u"id"_s, text.toUtf8(), u"the UUID of a photo"_s).value());
    }
    return jsonReply(request, services.library.database.read([&](storage::Connection &db) -> Result<QJsonArray> {
        const auto asset = library::findAsset(db, userOf(request), *id);
        if (!asset) {
            return fail(ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, text}});
        }
        QJsonArray faces;
        for (const faces::Face &face : faces::facesOfAsset(db, asset->id)) {
            faces.append(withPersonOf(db, face));
        }
        return faces;
    }));
}

/// The box of the request's pixels, as parts of the photo.
Result<faces::Box> boxIn(const QJsonObject &body)
{
    std::array<double, 6> numbers{};
    const std::array<QString, 6> names{u"x"_s, u"y"_s, u"width"_s, u"height"_s, u"imageWidth"_s, u"imageHeight"_s};
    for (size_t i = 0; i < names.size(); ++i) {
        const auto number = numberIn(body, names[i], i < 2 ? 0 : 1, longestSide);
        if (!number) {
            return failed(number);
        }
        numbers[i] = double(*number);
    }
    const auto [x, y, width, height, imageWidth, imageHeight] = numbers;
    if (x + width > imageWidth || y + height > imageHeight) {
        const bool isWide = x + width > imageWidth;
        return http::invalidInput(isWide ? u"width"_s : u"height"_s, QByteArray::number(isWide ? width : height),
                                  u"a box inside the photo"_s);
    }
    return faces::Box{float(x / imageWidth), float(y / imageHeight), float(width / imageWidth),
                      float(height / imageHeight)};
}

Reply draw(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    const auto asset = idIn(*body, u"assetId"_s);
    const auto person = idIn(*body, u"personId"_s);
    const auto box = boxIn(*body);
    if (!asset || !person || !box) {
        return request.refuse(!asset ? asset.error() : !person ? person.error() : box.error());
    }
    const auto face = services.people.drawFace(userOf(request), *asset, *box, *person);
    if (!face) {
        return request.refuse(face.error());
    }
    return jsonReply(request, services.library.database.read([&](storage::Connection &db) -> Result<QJsonObject> {
        return withPersonOf(db, *face);
    }),
                     201);
}

/// The path names the person, the body the face: so Immich's clients say it.
Reply give(const ApiServices &services, const Request &request)
{
    const auto to = idOf(request, u"person"_s);
    const auto body = objectOf(request);
    if (!to || !body) {
        return request.refuse(!to ? to.error() : body.error());
    }
    const auto face = idIn(*body, u"id"_s);
    if (!face) {
        return request.refuse(face.error());
    }
    const auto person = services.people.moveFaces(userOf(request), *to, {*face});
    return person ? Reply::json(personJson(*person)) : request.refuse(person.error());
}

Reply dismiss(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"face"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    if (!request.body().isEmpty()) {
        // With or without force, what a person has dismissed is not found again, and can be undone.
        const auto body = objectOf(request);
        const auto force = body ? flagIn(*body, u"force"_s) : failed(body);
        if (!force) {
            return request.refuse(force.error());
        }
    }
    const auto done = services.people.dismissFace(userOf(request), *id);
    return done ? Reply() : request.refuse(done.error());
}

} // namespace

std::vector<http::Route> faceRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/faces", facesOfPhoto, u"face.read"_s).place = http::Place::Inline;
    routes.post("/api/faces", draw, u"face.create"_s);
    routes.put("/api/faces/{id}", give, u"face.update"_s);
    routes.remove("/api/faces/{id}", dismiss, u"face.delete"_s).body = http::BodyKind::Json;
    return routes.take();
}

} // namespace kinframe::server
