// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/remote/remote_server.h"

#include <QString>

namespace kinframe::ui {

// What the page says of another library, in the window's language. A line that has nothing to say is empty.

/// How it stands by a word, an icon and a colour: `textSoft`, `accent`, `good`, `warn` or `bad`.
struct ServerSign
{
    QString text;
    QString icon;
    QString tone;
};
[[nodiscard]] ServerSign signOf(const transfer::RemoteServer &server);
[[nodiscard]] QString countText(const transfer::RemoteServer &server);  ///< "12,402 photos and videos"
[[nodiscard]] QString syncedText(const transfer::RemoteServer &server); ///< "Up to date as of 14:03"
[[nodiscard]] QString problemText(const transfer::RemoteServer &server);
[[nodiscard]] QString signedInText(const transfer::RemoteServer &server); ///< "Signed in as Anna, with a key"

} // namespace kinframe::ui
