// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/history_routes.h"

#include "base/clock.h"
#include "base/ids.h"
#include "faces/history_text.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

#include <QJsonArray>

#include <limits>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

QJsonObject entryJson(const faces::HistoryEntry &entry, Language language)
{
    return {{u"id"_s, toText(entry.uuid)},
            {u"kind"_s, entry.kind},
            {u"at"_s, toIso(entry.at)},
            {u"facts"_s, entry.facts},
            {u"undoneAt"_s, entry.undoneAt ? QJsonValue(toIso(*entry.undoneAt)) : QJsonValue()},
            {u"text"_s, faces::sentenceOf(entry, language)}};
}

Reply list(const ApiServices &services, const Request &request)
{
    const auto before = numberOf(request, u"before"_s, 0, 0, std::numeric_limits<int>::max());
    const auto size = numberOf(request, u"size"_s, 50, 1, 1000);
    if (!before || !size) {
        return request.refuse(!before ? before.error() : size.error());
    }
    const auto entries = services.history.list(userOf(request), *before, *size);
    if (!entries) {
        return request.refuse(entries.error());
    }
    QJsonArray items;
    for (const faces::HistoryEntry &entry : *entries) {
        items.append(entryJson(entry, request.language()));
    }
    const bool isLast = int(entries->size()) < *size;
    return Reply::json(
        QJsonObject{{u"items"_s, items}, {u"next"_s, isLast ? QJsonValue() : QJsonValue(double(entries->back().id))}});
}

template <Result<faces::HistoryEntry> (faces::History::*Change)(qint64, const QUuid &)>
Reply change(const ApiServices &services, const Request &request)
{
    const auto id = idOf(request, u"history entry"_s);
    if (!id) {
        return request.refuse(id.error());
    }
    const auto entry = (services.history.*Change)(userOf(request), *id);
    return entry ? Reply::json(entryJson(*entry, request.language())) : request.refuse(entry.error());
}

} // namespace

std::vector<http::Route> historyRoutes(const ApiServices &services)
{
    RouteList routes(services, peopleDoor());
    routes.get("/api/history", list, u"person.read"_s);
    routes.post("/api/history/{id}/undo", change<&faces::History::undo>, u"person.update"_s).body =
        http::BodyKind::None;
    routes.post("/api/history/{id}/redo", change<&faces::History::redo>, u"person.update"_s).body =
        http::BodyKind::None;
    return routes.take();
}

} // namespace kinframe::server
