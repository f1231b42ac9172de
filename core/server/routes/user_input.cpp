// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/user_input.h"

#include "server/http/invalid_input.h"
#include "server/routes/route_kit.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

// More than any disk has, and still exact in JSON.
constexpr qint64 mostQuota = 1LL << 53;

const QString quotaField = u"quotaSizeInBytes"_s;

/// None where the field is missing; null means no quota.
Result<std::optional<std::optional<qint64>>> quotaIn(const QJsonObject &body)
{
    using Quota = std::optional<std::optional<qint64>>;
    if (!body.contains(quotaField)) {
        return Quota();
    }
    if (body.value(quotaField).isNull()) {
        return Quota(std::optional<qint64>());
    }
    const auto bytes = numberIn(body, quotaField, 0, mostQuota);
    return bytes ? Result<Quota>(Quota(std::optional(*bytes))) : failed(bytes);
}

} // namespace

Result<accounts::NewUser> newUserIn(const QJsonObject &body)
{
    const auto email = neededTextIn(body, u"email"_s);
    const auto name = neededTextIn(body, u"name"_s);
    const auto password = neededTextIn(body, u"password"_s);
    if (!email || !name || !password) {
        return !email ? failed(email) : !name ? failed(name) : failed(password);
    }
    const auto isAdmin = flagIn(body, u"isAdmin"_s);
    const auto mustChange = flagIn(body, u"shouldChangePassword"_s);
    if (!isAdmin || !mustChange) {
        return !isAdmin ? failed(isAdmin) : failed(mustChange);
    }
    const auto quota = quotaIn(body);
    if (!quota) {
        return failed(quota);
    }
    return accounts::NewUser{*name,
                             *email,
                             *password,
                             isAdmin->value_or(false),
                             mustChange->value_or(false),
                             quota->value_or(std::optional<qint64>())};
}

Result<accounts::UserChanges> ownChangesIn(const QJsonObject &body)
{
    const auto name = textIn(body, u"name"_s);
    const auto email = textIn(body, u"email"_s);
    const auto color = textOrNullIn(body, u"avatarColor"_s);
    if (!name || !email || !color) {
        return !name ? failed(name) : !email ? failed(email) : failed(color);
    }
    accounts::UserChanges changes;
    changes.name = *name;
    changes.email = *email;
    changes.avatarColor = *color;
    return changes;
}

Result<accounts::UserChanges> adminChangesIn(const QJsonObject &body)
{
    auto changes = ownChangesIn(body);
    if (!changes) {
        return changes;
    }
    const auto isAdmin = flagIn(body, u"isAdmin"_s);
    const auto mustChange = flagIn(body, u"shouldChangePassword"_s);
    const auto quota = quotaIn(body);
    if (!isAdmin || !mustChange || !quota) {
        return !isAdmin ? failed(isAdmin) : !mustChange ? failed(mustChange) : failed(quota);
    }
    changes->isAdmin = *isAdmin;
    changes->mustChangePassword = *mustChange;
    changes->quotaBytes = *quota;
    return changes;
}

} // namespace kinframe::server
