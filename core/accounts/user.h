// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::accounts {

struct User
{
    qint64 id = 0; ///< row id
    QUuid uuid;
    QString name;
    QString email; ///< in lower case
    bool hasPassword = false;
    bool isAdmin = false;
    bool isOwner = false;
    bool mustChangePassword = false;
    QString avatarColor;     ///< may be empty
    QJsonObject preferences; ///< as clients sent it
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> deletedAt;
    std::optional<qint64> quotaBytes; ///< none: as much as there is
    qint64 usedBytes = 0;             ///< what the library keeps of theirs
};

struct NewUser
{
    QString name = {};
    QString email = {};
    QString password = {}; ///< empty: no log-in with a password
    bool isAdmin = false;
    bool mustChangePassword = false;
    std::optional<qint64> quotaBytes = {};
};

/// What is not set stays.
struct UserChanges
{
    std::optional<QString> name = {};
    std::optional<QString> email = {};
    std::optional<bool> isAdmin = {};
    std::optional<bool> mustChangePassword = {};
    std::optional<QString> avatarColor = {};
    std::optional<QJsonObject> preferences = {};
    std::optional<std::optional<qint64>> quotaBytes = {}; ///< set to none: as much as there is
};

/// A client that signed in.
struct Session
{
    QUuid uuid;
    qint64 userId = 0;
    QString deviceType;
    QString deviceOs;
    QString appVersion;
    qint64 createdAt = 0;
    qint64 lastUsedAt = 0;
    qint64 expiresAt = 0;
};

struct ApiKey
{
    QUuid uuid;
    qint64 userId = 0;
    QString name;
    std::vector<QString> permissions; ///< empty: all that the user may
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> lastUsedAt;
};

} // namespace kinframe::accounts
