// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/album_share_input.h"

#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/routes/bulk_kit.h"
#include "server/routes/route_kit.h"

#include <QJsonArray>

namespace kinframe::server {

using namespace Qt::StringLiterals;

Result<albums::AlbumRole> roleIn(const QJsonObject &body)
{
    const QJsonValue role = body.value("role"_L1);
    if (role.isUndefined() || role == "editor"_L1) {
        return albums::AlbumRole::Editor;
    }
    return role == "viewer"_L1 ? Result<albums::AlbumRole>(albums::AlbumRole::Viewer)
                               : http::invalidInput(u"role"_s, http::compactJson(role), u"editor or viewer"_s);
}

Result<std::vector<albums::NewMember>> membersIn(const QJsonObject &body)
{
    const QJsonValue list = body.value("albumUsers"_L1);
    if (!list.isArray()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"albumUsers"_s}, {u"expected"_s, u"a list of users"_s}});
    }
    std::vector<albums::NewMember> members;
    for (const QJsonValue one : list.toArray()) {
        const auto user = idIn(one.toObject(), u"userId"_s);
        const auto role = roleIn(one.toObject());
        if (!user || !role) {
            return !user ? failed(user) : failed(role);
        }
        members.push_back({*user, *role});
    }
    return members;
}

} // namespace kinframe::server
