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
using accounts::User;
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
            {u"memories"_s, QJsonObject{{u"enabled"_s, true}, {u"duration"_s, 5}}},
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

using Changes = Result<std::optional<QJsonObject>>;

/// What the user's preferences are once the changes, where there are any, are kept.
Reply preferencesOf(const ApiServices &services, const Request &request, const Result<QUuid> &id,
                    const Changes &changes)
{
    auto user = id ? services.accounts.user(*id) : Result<User>(failed(id));
    if (!user || !changes) {
        return request.refuse(!user ? user.error() : changes.error());
    }
    auto preferences = merged(usualPreferences(), user->preferences);
    if (preferences && *changes) {
        preferences = merged(*preferences, **changes);
        if (preferences) {
            accounts::UserChanges wanted;
            wanted.preferences = *preferences;
            user = services.accounts.updateUser(user->uuid, wanted);
        }
    }
    return user ? jsonReply(request, preferences) : request.refuse(user.error());
}

Changes changesIn(const Request &request)
{
    const auto body = objectOf(request);
    return body ? Changes(*body) : failed(body);
}

Reply read(const ApiServices &services, const Request &request)
{
    return preferencesOf(services, request, request.principal()->uuid, Changes(std::nullopt));
}

Reply update(const ApiServices &services, const Request &request)
{
    return preferencesOf(services, request, request.principal()->uuid, changesIn(request));
}

Reply readOther(const ApiServices &services, const Request &request)
{
    return preferencesOf(services, request, idOf(request, u"user"_s), Changes(std::nullopt));
}

Reply updateOther(const ApiServices &services, const Request &request)
{
    return preferencesOf(services, request, idOf(request, u"user"_s), changesIn(request));
}

} // namespace

std::vector<http::Route> preferencesRoutes(const ApiServices &services)
{
    RouteList routes(services, immichDoor());
    routes.get("/api/users/me/preferences", read, u"userPreference.read"_s);
    routes.put("/api/users/me/preferences", update, u"userPreference.update"_s);
    const QByteArray other = "/api/admin/users/{id}/preferences";
    routes.get(other, readOther, u"adminUser.read"_s).access = http::Access::Admin;
    routes.put(other, updateOther, u"adminUser.update"_s).access = http::Access::Admin;
    return routes.take();
}

} // namespace kinframe::server
