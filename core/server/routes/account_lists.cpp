// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/account_lists.h"

#include "accounts/accounts.h"
#include "server/routes/user_json.h"

namespace kinframe::server {
namespace {

constexpr int usersAtOnce = 1000;

} // namespace

Result<std::vector<accounts::User>> everyUser(const ApiServices &services)
{
    std::vector<accounts::User> users;
    for (bool hasMore = true; hasMore;) {
        const auto page = services.accounts.users(users.empty() ? 0 : users.back().id, usersAtOnce);
        if (!page) {
            return failed(page);
        }
        hasMore = page->size() == usersAtOnce;
        users.insert(users.end(), page->begin(), page->end());
    }
    return users;
}

Result<QJsonArray> sessionsJson(const ApiServices &services, const http::Request &request, qint64 userId)
{
    const auto sessions = services.accounts.sessions(userId);
    if (!sessions) {
        return failed(sessions);
    }
    QJsonArray array;
    for (const accounts::Session &session : *sessions) {
        array.append(sessionJson(session, session.uuid == request.principal()->credentialId));
    }
    return array;
}

} // namespace kinframe::server
