// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/authenticator.h"

namespace kinframe::accounts {
class Accounts;
}

namespace kinframe::server {

/// Asks the accounts who it is. Without credentials: whom a signed link (`?signature=` on a GET) acts for, who then
/// may only read photos; else the owner, where requests of this computer are trusted.
class ApiAuthenticator : public http::Authenticator
{
public:
    /// The accounts outlive this.
    explicit ApiAuthenticator(accounts::Accounts &accounts);

    [[nodiscard]] Result<accounts::Principal> authenticate(const http::Head &head) override;

private:
    [[nodiscard]] Result<accounts::Principal> byLink(const http::Head &head, const QString &signature);

    accounts::Accounts &m_accounts;
};

} // namespace kinframe::server
