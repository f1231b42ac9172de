// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <vector>

namespace kinframe::accounts {

/// Who asks, after their credentials were checked. A value; the same for the whole of one request.
struct Principal
{
    enum class Credential { Session, ApiKey, OwnerKey, Loopback };

    qint64 userId = 0; ///< row id
    QUuid uuid;
    QString name;
    QString email;
    bool isAdmin = false;
    bool isOwner = false; ///< the owner of the computer's library: asset ids are made without the user id
    Credential credential = Credential::Session;
    QUuid credentialId;               ///< the session or the key; null for the owner's key and loopback
    std::vector<QString> permissions; ///< of an API key, for example `asset.read`; empty: everything the user may
};

} // namespace kinframe::accounts
