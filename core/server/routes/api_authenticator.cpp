// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/api_authenticator.h"

#include "accounts/accounts.h"
#include "server/http/query_string.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

QString signatureOf(const http::Head &head)
{
    if (head.rawQuery.isEmpty() || (head.method != "GET" && head.method != "HEAD")) {
        return {};
    }
    const auto query = http::QueryString::parse(head.rawQuery);
    return query ? query->get(u"signature"_s).value_or(QString()) : QString();
}

accounts::CredentialText textOf(const http::Credentials &credentials)
{
    accounts::CredentialText text;
    text.bearer = QString::fromUtf8(credentials.bearer);
    text.apiKey = QString::fromUtf8(credentials.apiKey);
    for (const QByteArray &cookie : credentials.cookies) {
        text.cookies.push_back(QString::fromUtf8(cookie));
    }
    return text;
}

} // namespace

ApiAuthenticator::ApiAuthenticator(accounts::Accounts &accounts)
    : m_accounts(accounts)
{
}

Result<accounts::Principal> ApiAuthenticator::authenticate(const http::Head &head)
{
    const http::Credentials credentials = http::credentialsOf(head);
    if (!credentials.isEmpty()) {
        return m_accounts.authenticate(textOf(credentials));
    }
    if (const QString signature = signatureOf(head); !signature.isEmpty()) {
        return byLink(head, signature);
    }
    return head.trustsLoopback ? m_accounts.owner() : fail(ErrorCode::Unauthorized);
}

Result<accounts::Principal> ApiAuthenticator::byLink(const http::Head &head, const QString &signature)
{
    auto userId = m_accounts.checkLink(QString::fromLatin1(head.path), signature);
    if (!userId) {
        return failed(userId);
    }
    auto users = m_accounts.users(*userId - 1, 1);
    if (!users) {
        return failed(users);
    }
    if (users->empty() || users->front().id != *userId) {
        return fail(ErrorCode::Unauthorized);
    }
    accounts::Principal principal = accounts::Accounts::principalOf(users->front());
    principal.isAdmin = false;
    principal.permissions = {u"asset.read"_s, u"asset.view"_s, u"asset.download"_s};
    return principal;
}

} // namespace kinframe::server
