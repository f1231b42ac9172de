// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "albums/album.h"
#include "base/result.h"
#include "server/routes/api_services.h"

#include <QHash>
#include <QJsonObject>

namespace kinframe::server {

/// Writes albums as `AlbumResponseDto`s without their photos. It remembers the users that it has met; outside of any
/// read of the database.
class AlbumJson
{
public:
    explicit AlbumJson(const ApiServices &services)
        : m_services(services)
    {
    }

    [[nodiscard]] Result<QJsonObject> of(const albums::Album &album);

private:
    [[nodiscard]] Result<QJsonObject> user(const QUuid &uuid);

    const ApiServices &m_services;
    QHash<QUuid, QJsonObject> m_users;
};

} // namespace kinframe::server
