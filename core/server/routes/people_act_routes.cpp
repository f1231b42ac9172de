// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/people_act_routes.h"

#include "base/ids.h"
#include "faces/people.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/bulk_result.h"
#include "server/routes/doors.h"
#include "server/routes/find_person.h"
#include "server/routes/people_json.h"
#include "server/routes/route_list.h"

#include <QJsonArray>
#include <QSet>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// Who of those asked for is there to be merged, and what is to be answered about each.
struct MergePlan
{
    QUuid into;
    std::vector<QUuid> others;
    QJsonArray results;
};

Result<MergePlan> planMerge(storage::Connection &db, const Request &request, const std::vector<QUuid> &ids)
{
    auto into = personOf(db, request);
    if (!into) {
        return failed(into);
    }
    MergePlan plan{into->uuid, {}, {}};
    QSet<qint64> taken{into->id};
    for (const QUuid &id : ids) {
        if (id == into->uuid) {
            return http::invalidInput(u"ids"_s, toText(id).toLatin1(), u"other people than the one they become"_s);
        }
        const auto other = faces::findPerson(db, userOf(request), id);
        plan.results.append(other ? bulkResult(toText(id)) : bulkResult(toText(id), noPerson(id).value()));
        // Who was merged into them before is done already.
        if (other && !taken.contains(other->id)) {
            taken.insert(other->id);
            plan.others.push_back(other->uuid);
        }
    }
    return plan;
}

Result<std::vector<QUuid>> idsOf(const Request &request, const QString &field)
{
    auto body = objectOf(request);
    return body ? idsIn(*body, field) : failed(body);
}

Reply merge(const ApiServices &services, const Request &request)
{
    const auto ids = idsOf(request, u"ids"_s);
    if (!ids) {
        return request.refuse(ids.error());
    }
    const auto plan = services.library.database.read(
        [&](storage::Connection &db) { return planMerge(db, request, *ids); }, request.stopToken());
    if (!plan) {
        return request.refuse(plan.error());
    }
    if (!plan->others.empty()) {
        if (auto merged = services.people.merge(userOf(request), plan->into, plan->others); !merged) {
            return request.refuse(merged.error());
        }
    }
    return Reply::json(plan->results);
}

Result<std::vector<faces::FaceOfPerson>> facesToMove(const QJsonObject &body)
{
    if (!body.value("data"_L1).isArray()) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"data"_s}, {u"expected"_s, u"a list of assetId and personId"_s}});
    }
    std::vector<faces::FaceOfPerson> moved;
    for (const QJsonValue item : body.value("data"_L1).toArray()) {
        const auto asset = idIn(item.toObject(), u"assetId"_s);
        const auto person = idIn(item.toObject(), u"personId"_s);
        if (!asset || !person) {
            return !asset ? failed(asset) : failed(person);
        }
        moved.push_back({*asset, *person});
    }
    return moved;
}

Reply reassign(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"person"_s);
    const auto body = objectOf(request);
    if (!id || !body) {
        return request.refuse(!id ? id.error() : body.error());
    }
    const auto moved = facesToMove(*body);
    if (!moved) {
        return request.refuse(moved.error());
    }
    const auto person = services.people.moveFacesOfAssets(userOf(request), *id, *moved);
    if (!person) {
        return request.refuse(person.error());
    }
    QJsonArray people;
    for (size_t i = 0; i < moved->size(); ++i) {
        people.append(personJson(*person));
    }
    return Reply::json(people);
}

Reply split(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"person"_s);
    const auto faceIds = idsOf(request, u"faceIds"_s);
    if (!id || !faceIds) {
        return request.refuse(!id ? id.error() : faceIds.error());
    }
    const auto part = services.people.split(userOf(request), *id, *faceIds);
    return part ? Reply::json(personJson(*part), 201) : request.refuse(part.error());
}

Reply statistics(const ApiServices &services, const Request &request)
{
    return jsonReply(request, withPerson(services, request, [](storage::Connection &, const faces::Person &person) {
                         return Result<QJsonObject>(QJsonObject{{u"assets"_s, double(person.assetCount)}});
                     }));
}

QJsonObject faceOfPersonJson(const faces::Face &face)
{
    QJsonObject json = faceJson(face);
    json.insert(u"assetId"_s, toText(face.assetUuid));
    json.insert(u"thumbnailPath"_s, faceThumbnailPath(face.uuid));
    return json;
}

qint64 countFaces(storage::Connection &db, qint64 personId)
{
    storage::Statement statement = db.prepare("SELECT count(*) FROM face f JOIN asset a ON a.id = f.asset_id "
                                              "WHERE f.person_id = ?1 AND a.trashed_at IS NULL");
    statement.bindAll(personId);
    statement.step();
    return statement.int64(0);
}

Reply facesOf(const ApiServices &services, const Request &request)
{
    const auto page = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = numberOf(request, u"size"_s, 50, 1, 1000);
    if (!page || !size) {
        return request.refuse(!page ? page.error() : size.error());
    }
    return jsonReply(request, withPerson(services, request, [&](storage::Connection &db, const faces::Person &person) {
                         QJsonArray items;
                         for (const auto &face : faces::facesOfPerson(db, person.id, *size, (*page - 1) * *size)) {
                             items.append(faceOfPersonJson(face));
                         }
                         return Result<QJsonObject>(QJsonObject{{u"items"_s, items},
                                                                {u"total"_s, double(countFaces(db, person.id))},
                                                                {u"page"_s, *page},
                                                                {u"size"_s, *size}});
                     }));
}

} // namespace

std::vector<http::Route> peopleActRoutes(const ApiServices &services)
{
    const qint64 bulk = http::Limits().bulkBytes;
    RouteList routes(services, immichDoor());
    routes.post("/api/people/{id}/merge", merge, u"person.merge"_s).bodyLimit = bulk;
    routes.put("/api/people/{id}/reassign", reassign, u"person.reassign"_s).bodyLimit = bulk;
    routes.post("/api/people/{id}/split", split, u"person.reassign"_s).bodyLimit = bulk;
    routes.get("/api/people/{id}/statistics", statistics, u"person.statistics"_s).place = http::Place::Inline;
    routes.get("/api/people/{id}/faces", facesOf, u"face.read"_s);
    return routes.take();
}

} // namespace kinframe::server
