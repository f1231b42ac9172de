// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/trash_routes.h"

#include "library/trash.h"
#include "library/whole_trash.h"
#include "server/http/limits.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/doors.h"
#include "server/routes/long_call.h"
#include "server/routes/named_asset.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"
#include "storage/database.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;
using storage::Transaction;

Reply counted(const Request &request, const Result<qint64> &count)
{
    return count ? Reply::json(QJsonObject{{u"count"_s, double(*count)}}) : request.refuse(count.error());
}

Reply restoreAll(const ApiServices &services, const Request &request)
{
    const LongCall call(services, request, u"restoring"_s);
    return counted(request, library::restoreTrash(services.library, userOf(request), call.stopToken()));
}

Reply empty(const ApiServices &services, const Request &request)
{
    const LongCall call(services, request, u"deleting"_s);
    return counted(request, library::emptyTrash(services.library, userOf(request), call.stopToken()));
}

/// Those of them that lie there; the others are where they should be.
Reply restoreSome(const ApiServices &services, const Request &request)
{
    const auto ids = bodyIds(request, u"ids"_s);
    if (!ids) {
        return request.refuse(ids.error());
    }
    library::Trash trash(services.library);
    return counted(request, services.library.database.write([&](Transaction &transaction) -> Result<qint64> {
        qint64 count = 0;
        for (const QUuid &id : *ids) {
            const auto asset = namedAsset(transaction.db(), request, id);
            if (!asset) {
                return failed(asset);
            }
            if (asset->trashedAt && trash.restore(transaction, asset->ownerId, id)) {
                ++count;
            }
        }
        return count;
    }));
}

} // namespace

std::vector<http::Route> trashRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.add("POST", "/api/trash/restore", restoreAll, u"asset.delete"_s);
    routes.add("POST", "/api/trash/empty", empty, u"asset.delete"_s);
    routes.post("/api/trash/restore/assets", restoreSome, u"asset.delete"_s).bodyLimit = http::Limits().bulkBytes;
    return routes.take();
}

} // namespace kinframe::server
