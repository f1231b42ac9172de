// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/people_routes.h"

#include "base/ids.h"
#include "faces/people.h"
#include "server/http/invalid_input.h"
#include "server/http/limits.h"
#include "server/routes/bulk_result.h"
#include "server/routes/doors.h"
#include "server/routes/find_person.h"
#include "server/routes/people_json.h"
#include "server/routes/person_edit_json.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

constexpr qsizetype mostAtOnce = 10'000;
// Who looks for more of one name types more of it.
constexpr int mostNamed = 100;

QJsonArray peopleJson(const faces::PeoplePage &page)
{
    QJsonArray people;
    for (const faces::Person &person : page.people) {
        people.append(personJson(person));
    }
    return people;
}

/// Those whose names have that in them.
Reply named(const ApiServices &services, const Request &request)
{
    const QString name = request.query().get(u"name"_s).value_or(QString());
    const auto withHidden = flagOf(request, u"withHidden"_s);
    if (name.isEmpty() || !withHidden) {
        return request.refuse(
            name.isEmpty()
                ? Error{ErrorCode::MissingField, {{u"field"_s, u"name"_s}, {u"expected"_s, u"a part of a name"_s}}, {}}
                : withHidden.error());
    }
    const faces::PeopleFilter filter{*withHidden, name, 1, mostNamed};
    return jsonReply(request, services.library.database.read(
                                  [&](storage::Connection &db) -> Result<QJsonArray> {
                                      return peopleJson(faces::listPeople(db, userOf(request), filter));
                                  },
                                  request.stopToken()));
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto page = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = numberOf(request, u"size"_s, 500, 1, 1000);
    const auto withHidden = flagOf(request, u"withHidden"_s);
    if (!page || !size || !withHidden) {
        return request.refuse(!page ? page.error() : !size ? size.error() : withHidden.error());
    }
    const faces::PeopleFilter filter{*withHidden, request.query().get(u"name"_s).value_or(QString()), *page, *size};
    return jsonReply(request, services.library.database.read(
                                  [&](storage::Connection &db) -> Result<QJsonObject> {
                                      const auto found = faces::listPeople(db, userOf(request), filter);
                                      return QJsonObject{{u"people"_s, peopleJson(found)},
                                                         {u"total"_s, double(found.total)},
                                                         {u"hidden"_s, double(found.hidden)},
                                                         {u"hasNextPage"_s, found.hasNextPage}};
                                  },
                                  request.stopToken()));
}

Reply one(const ApiServices &services, const Request &request)
{
    return jsonReply(request, withPerson(services, request, [](storage::Connection &, const faces::Person &person) {
                         return Result<QJsonObject>(personJson(person));
                     }));
}

Reply personReply(const Request &request, const Result<faces::Person> &person, int status)
{
    return person ? Reply::json(personJson(*person), status) : request.refuse(person.error());
}

Result<faces::PersonEdit> editOf(const Request &request)
{
    auto body = objectOf(request);
    return body ? personEditFrom(*body) : failed(body);
}

Reply create(const ApiServices &services, const Request &request)
{
    const auto edit = editOf(request);
    if (!edit) {
        return request.refuse(edit.error());
    }
    return personReply(request, services.people.create(userOf(request), *edit), 201);
}

Reply update(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"person"_s);
    const auto edit = editOf(request);
    if (!id || !edit) {
        return request.refuse(!id ? id.error() : edit.error());
    }
    // Nothing asked for is no act, and nothing to undo.
    return isEmpty(*edit) ? one(services, request)
                          : personReply(request, services.people.edit(userOf(request), *id, *edit), 200);
}

std::optional<Error> updateOne(const ApiServices &services, qint64 user, const QJsonObject &item)
{
    const auto id = idIn(item, u"id"_s);
    const auto edit = personEditFrom(item);
    if (!id || !edit) {
        return !id ? id.error() : edit.error();
    }
    const auto done = services.people.edit(user, *id, *edit);
    return done ? std::nullopt : std::optional(done.error());
}

Reply updateMany(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    if (!body) {
        return request.refuse(body.error());
    }
    if (!body->value("people"_L1).isArray()) {
        return request.refuse(
            {ErrorCode::MissingField, {{u"field"_s, u"people"_s}, {u"expected"_s, u"a list of people"_s}}, {}});
    }
    const QJsonArray items = body->value("people"_L1).toArray();
    if (items.size() > mostAtOnce) {
        return request.refuse(
            http::invalidInput(u"people"_s, QByteArray::number(items.size()), u"a list of at most %1"_s.arg(mostAtOnce))
                .value());
    }
    QJsonArray results;
    for (const QJsonValue item : items) {
        const QJsonObject object = item.toObject();
        results.append(bulkResult(object.value("id"_L1).toString(), updateOne(services, userOf(request), object)));
    }
    return Reply::json(results);
}

} // namespace

std::vector<http::Route> peopleRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/people", list, u"person.read"_s);
    routes.post("/api/people", create, u"person.create"_s);
    routes.put("/api/people", updateMany, u"person.update"_s).bodyLimit = http::Limits().bulkBytes;
    routes.get("/api/search/person", named, u"person.read"_s);
    routes.get("/api/people/{id}", one, u"person.read"_s).place = http::Place::Inline;
    routes.put("/api/people/{id}", update, u"person.update"_s);
    return routes.take();
}

} // namespace kinframe::server
