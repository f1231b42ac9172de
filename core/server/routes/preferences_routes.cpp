// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/preferences_routes.h"

#include "accounts/accounts.h"
#include "server/http/invalid_input.h"
#include "server/routes/doors.h"
#include "server/routes/route_kit.h"
#include "server/routes/route_list.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Reply;
using http::Request;

/// As Immich has them for a new user, but without what there is none of here.
QJsonObject usualPreferences()
{
    const auto section = [](bool isOn) { return QJsonObject{{u"enabled"_s, isOn}, {u"sidebarWeb"_s, isOn}}; };
    return {{u"albums"_s, QJsonObject{{u"defaultAssetOrder"_s, u"desc"_s}}},
            {u"avatar"_s, QJsonObject{{u"color"_s, u"primary"_s}}},
            {u"cast"_s, QJsonObject{{u"gCastEnabled"_s, false}}},
            {u"download"_s, QJsonObject{{u"archiveSize"_s, 4LL << 30}, {u"includeEmbeddedVideos"_s, false}}},
            {u"emailNotifications"_s,
             QJsonObject{{u"enabled"_s, false}, {u"albumInvite"_s, false}, {u"albumUpdate"_s, false}}},
            {u"folders"_s, section(false)},
            {u"memories"_s, QJsonObject{{u"enabled"_s, false}, {u"duration"_s, 5}}},
            {u"people"_s, section(true)},
            {u"purchase"_s,
             QJsonObject{{u"showSupportBadge"_s, false}, {u"hideBuyButtonUntil"_s, u"9999-12-31T00:00:00.000Z"_s}}},
            {u"ratings"_s, QJsonObject{{u"enabled"_s, true}}},
            {u"sharedLinks"_s, section(false)},
            {u"tags"_s, section(true)}};
}

/// The usual ones with what has been set of them: sections of values. InvalidArgument where one is of another type;
/// what nobody here knows is dropped.
Result<QJsonObject> merged(QJsonObject preferences, const QJsonObject &changes)
{
    for (auto section = preferences.begin(); section != preferences.end(); ++section) {
        QJsonObject values = section->toObject();
        const QJsonObject said = changes.value(section.key()).toObject();
        for (auto value = values.begin(); value != values.end(); ++value) {
            const QJsonValue wanted = said.value(value.key());
            if (wanted.isUndefined()) {
                continue;
            }
            if (wanted.type() != value->type()) {
                return http::invalidInput(section.key() + u'.' + value.key(), wanted.toVariant().toByteArray(),
                                          u"a value of another type"_s);
            }
            *value = wanted;
        }
        *section = values;
    }
    return preferences;
}

Reply answer(const Request &request, const Result<accounts::User> &user)
{
    return user ? jsonReply(request, merged(usualPreferences(), user->preferences)) : request.refuse(user.error());
}

Reply read(const ApiServices &services, const Request &request)
{
    return answer(request, services.accounts.user(request.principal()->uuid));
}

Reply update(const ApiServices &services, const Request &request)
{
    const auto body = objectOf(request);
    const auto user = services.accounts.user(request.principal()->uuid);
    if (!body || !user) {
        return request.refuse(!body ? body.error() : user.error());
    }
    const auto before = merged(usualPreferences(), user->preferences);
    const auto after = before ? merged(*before, *body) : before;
    if (!after) {
        return request.refuse(after.error());
    }
    accounts::UserChanges changes;
    changes.preferences = *after;
    return answer(request, services.accounts.updateUser(user->uuid, changes));
}

} // namespace

std::vector<http::Route> preferencesRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/users/me/preferences", read, u"userPreference.read"_s);
    routes.put("/api/users/me/preferences", update, u"userPreference.update"_s);
    return routes.take();
}

} // namespace kinframe::server
