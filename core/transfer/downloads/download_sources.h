// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/http_message.h"

#include <QString>
#include <QUrl>

#include <functional>

namespace kinframe::transfer {

/// Where an asset of a remote library comes from, with what is needed to get it.
struct DownloadSource
{
    QUrl url;
    HttpHeaders headers; ///< with the credentials
    /// Of the only certificate that the server may show; empty: any that this computer trusts.
    QByteArray fingerprint = {};
};

/// Who knows the remote libraries by name. Any thread.
class DownloadSources
{
public:
    virtual ~DownloadSources() = default;

    /// The address of the original, without anything secret; at once. NotFound for a name that nobody knows.
    [[nodiscard]] virtual Result<QUrl> address(const QString &server, const QString &assetId) = 0;
    /// With the credentials as they are now. `done` is called once, from any thread, also before this returns.
    /// NotFound, RemoteUnauthorized where there are none.
    virtual void open(const QString &server, const QString &assetId,
                      std::function<void(Result<DownloadSource>)> done) = 0;
};

} // namespace kinframe::transfer
