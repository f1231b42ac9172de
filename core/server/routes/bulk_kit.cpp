// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/bulk_kit.h"

#include "base/ids.h"
#include "server/routes/bulk_result.h"
#include "server/routes/route_kit.h"

namespace kinframe::server {

library::Owner ownerOf(const http::Request &request)
{
    const auto &principal = *request.principal();
    return {principal.userId, principal.uuid, principal.isOwner};
}

Result<std::vector<QUuid>> bodyIds(const http::Request &request, const QString &field)
{
    const auto body = objectOf(request);
    return body ? idsIn(*body, field) : failed(body);
}

QJsonArray bulkResults(std::span<const QUuid> ids, std::span<const std::optional<Error>> outcomes)
{
    QJsonArray results;
    for (size_t i = 0; i < ids.size(); ++i) {
        results.append(bulkResult(toText(ids[i]), outcomes[i]));
    }
    return results;
}

} // namespace kinframe::server
