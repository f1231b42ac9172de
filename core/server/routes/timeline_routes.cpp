// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/timeline_routes.h"

#include "albums/metadata_search.h"
#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "server/routes/timeline_json.h"
#include "storage/database.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using albums::MetadataSearch;
using http::Reply;
using http::Request;
using storage::Connection;

// All of a month.
constexpr qint64 noLimit = std::numeric_limits<qint64>::max() - 1;

Result<std::optional<QUuid>> queryId(const Request &request, const QString &name)
{
    const auto text = request.query().get(name);
    if (!text) {
        return std::optional<QUuid>();
    }
    const auto id = uuidFromText(*text);
    return id ? Result<std::optional<QUuid>>(id) : http::invalidInput(name, text->toUtf8(), u"a UUID"_s);
}

/// Where nothing is said, all that is not hidden.
Result<void> addVisibility(const Request &request, MetadataSearch &search)
{
    const QString name = request.query().get(u"visibility"_s).value_or(QString());
    if (name == "hidden"_L1) {
        search.add("a.is_hidden = 1");
        return {};
    }
    search.add("a.is_hidden = 0");
    if (name == "timeline"_L1 || name == "archive"_L1) {
        search.add("a.is_archived = ?", {qint64(name == "archive"_L1)});
    } else if (name == "locked"_L1) {
        search.add("0"); // There is no locked folder.
    } else if (!name.isEmpty()) {
        return http::invalidInput(u"visibility"_s, name.toUtf8(), u"timeline, archive or hidden"_s);
    }
    return {};
}

Result<void> addFlags(const Request &request, MetadataSearch &search)
{
    const auto isTrashed = flagOf(request, u"isTrashed"_s);
    const auto isFavorite = flagOf(request, u"isFavorite"_s);
    const auto withStacked = flagOf(request, u"withStacked"_s);
    for (const auto *flag : {&isTrashed, &isFavorite, &withStacked}) {
        if (!*flag) {
            return failed(*flag);
        }
    }
    search.add(*isTrashed ? "a.trashed_at IS NOT NULL" : "a.trashed_at IS NULL");
    if (request.query().has(u"isFavorite"_s)) {
        search.add("a.is_favorite = ?", {qint64(*isFavorite)});
    }
    if (*withStacked) {
        search.add("NOT EXISTS (SELECT 1 FROM stack_asset m WHERE m.asset_id = a.id AND m.is_primary = 0)");
    }
    return {};
}

/// What belongs to others is not there: who asks for it is told so.
Result<MetadataSearch> searchOf(Connection &db, const Request &request)
{
    MetadataSearch search(ownerOf(request));
    const auto user = queryId(request, u"userId"_s);
    const auto album = queryId(request, u"albumId"_s);
    const auto person = queryId(request, u"personId"_s);
    const auto tag = queryId(request, u"tagId"_s);
    for (const auto *id : {&user, &album, &person, &tag}) {
        if (!*id) {
            return failed(*id);
        }
    }
    if (*user && **user != request.principal()->uuid) {
        return http::invalidInput(u"userId"_s, toText(**user).toLatin1(), u"your own user id"_s);
    }
    if (*album) {
        search.addAlbum(**album);
    }
    if (*person) {
        search.addPerson(**person);
    }
    const auto tagged = *tag ? search.addTag(db, **tag) : Result<void>();
    const auto visible = addVisibility(request, search);
    const auto flagged = addFlags(request, search);
    if (!tagged || !visible || !flagged) {
        return !tagged ? failed(tagged) : !visible ? failed(visible) : failed(flagged);
    }
    return search;
}

Result<bool> isOldestFirst(const Request &request)
{
    const QString order = request.query().get(u"order"_s).value_or(u"desc"_s);
    return order == "asc"_L1 || order == "desc"_L1 ? Result<bool>(order == "asc"_L1)
                                                   : http::invalidInput(u"order"_s, order.toUtf8(), u"asc or desc"_s);
}

Reply buckets(const ApiServices &services, const Request &request)
{
    const auto oldestFirst = isOldestFirst(request);
    if (!oldestFirst) {
        return request.refuse(oldestFirst.error());
    }
    return jsonReply(request,
                     services.library.database.read(
                         [&](Connection &db) -> Result<QJsonArray> {
                             const auto search = searchOf(db, request);
                             if (!search) {
                                 return failed(search);
                             }
                             std::vector<MetadataSearch::Month> months = search->months(db);
                             if (!*oldestFirst) {
                                 std::ranges::reverse(months);
                             }
                             QJsonArray all;
                             for (const MetadataSearch::Month &month : months) {
                                 all.append(QJsonObject{{u"timeBucket"_s, month.first}, {u"count"_s, month.count}});
                             }
                             return all;
                         },
                         request.stopToken()));
}

/// The month that a bucket is named by; clients name it by a day, or by a moment of it.
Result<QDate> monthOf(const Request &request)
{
    const QString name = u"timeBucket"_s;
    const QString text = request.query().get(name).value_or(QString());
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    return date.isValid() ? Result<QDate>(QDate(date.year(), date.month(), 1))
                          : http::invalidInput(name, text.toUtf8(), u"the first day of a month as ISO 8601"_s);
}

Reply bucket(const ApiServices &services, const Request &request)
{
    const auto month = monthOf(request);
    const auto oldestFirst = isOldestFirst(request);
    const auto withStacked = flagOf(request, u"withStacked"_s);
    if (!month || !oldestFirst || !withStacked) {
        return request.refuse(!month ? month.error() : !oldestFirst ? oldestFirst.error() : withStacked.error());
    }
    return jsonReply(request, services.library.database.read(
                                  [&](Connection &db) -> Result<QJsonObject> {
                                      auto search = searchOf(db, request);
                                      if (!search) {
                                          return failed(search);
                                      }
                                      const qint64 from = month->startOfDay(Qt::UTC).toMSecsSinceEpoch();
                                      const qint64 to = month->addMonths(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
                                      const std::string taken = "a.created_at + ifnull(a.created_offset, 0) * 60000";
                                      search->add(taken + " >= ? AND " + taken + " < ?", {from, to});
                                      const auto order = *oldestFirst ? MetadataSearch::Order::OldestFirst
                                                                      : MetadataSearch::Order::NewestFirst;
                                      return timeBucketJson(db, request.principal()->uuid,
                                                            search->find(db, order, noLimit, 0), *withStacked);
                                  },
                                  request.stopToken()));
}

} // namespace

std::vector<http::Route> timelineRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/timeline/buckets", buckets, u"asset.read"_s);
    routes.get("/api/timeline/bucket", bucket, u"asset.read"_s);
    return routes.take();
}

} // namespace kinframe::server
