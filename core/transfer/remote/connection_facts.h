// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/server_calls.h"

namespace kinframe::transfer {

/// The oldest that is spoken to: from here on both calls of the sync are there.
inline constexpr RemoteVersion oldestVersion{1, 102, 0};

/// Asks for the version. RemoteTooOld, RemoteNotLibrary.
[[nodiscard]] Result<RemoteVersion> askVersion(HttpClient &client, const ServerAccess &access,
                                               const std::stop_token &stop);
/// A new session's token. RemoteWrongLogin.
[[nodiscard]] Result<QByteArray> logIn(HttpClient &client, const ServerAccess &access, const SignIn &signIn,
                                       const std::stop_token &stop);
/// Ends that session; nobody waits for it.
void logOut(HttpClient &client, const ServerAccess &access);
/// Who we are there, and what we may. RemoteUnauthorized.
[[nodiscard]] Result<ServerFacts> askFacts(HttpClient &client, const ServerAccess &access, const std::stop_token &stop);

} // namespace kinframe::transfer
