// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <optional>
#include <tuple>

namespace kinframe::transfer {

/// The version of an Immich server, or the one that a Kinframe answers as.
struct RemoteVersion
{
    int major = 0;
    int minor = 0;
    int patch = 0;

    bool operator==(const RemoteVersion &) const = default;
    bool operator<(const RemoteVersion &other) const
    {
        return std::tie(major, minor, patch) < std::tie(other.major, other.minor, other.patch);
    }
    bool operator>=(const RemoteVersion &other) const { return !(*this < other); }
    [[nodiscard]] QString text() const;
    /// 0.0.0 where it is no version.
    [[nodiscard]] static RemoteVersion parse(const QString &text);
};

/// How somebody is known to a server: an API key, or an e-mail address and a password. The password is used once, for
/// a token, and kept nowhere.
struct SignIn
{
    QString apiKey = {};
    QString email = {};
    QString password = {};
    /// To a server that is known: the fingerprint of the only certificate that it may show from now on; empty: as is.
    QString fingerprint = {};

    [[nodiscard]] bool isKey() const { return !apiKey.isEmpty(); }
};

/// A server that somebody wants to add.
struct NewServer
{
    QString name; ///< empty: the host's
    QString url;  ///< as typed: with or without a scheme and `/api`
    SignIn signIn;
    /// The SHA-256 fingerprint of the only certificate that it may show, in hex digits; empty: one that this computer
    /// trusts.
    QString fingerprint;
};

/// What is left out stays.
struct ServerChange
{
    std::optional<QString> name;
    std::optional<QString> url;
    std::optional<QString> fingerprint; ///< empty: none
};

/// How the copy of a server's list of assets stands.
enum class MirrorState {
    Never,   ///< not begun
    Partial, ///< part of the list has come
    Whole,   ///< as of `syncedAt`
};

/// Another library, as it was last seen. A value, without anything secret.
struct RemoteServer
{
    qint64 id = 0;
    QString name;        ///< no two are the same, whatever the case
    QUrl url;            ///< with `/api`, without a slash at the end
    QString fingerprint; ///< of the certificate that is trusted for it alone; empty: none
    bool usesKey = true;
    QString email;            ///< of a sign-in by password
    bool needsSignIn = false; ///< it does not accept what we have any more
    RemoteVersion version;
    QUuid userId; ///< who we are there
    QString userName;
    qint64 createdAt = 0; ///< ms since 1970
    MirrorState mirror = MirrorState::Never;
    bool isSyncing = false;
    qint64 assets = 0;              ///< in the mirror, those in the server's trash left out
    std::optional<qint64> syncedAt; ///< ms since 1970
    std::optional<Error> syncError; ///< why the last sync did not end well
};

/// What a test of a connection found.
struct ServerFacts
{
    QUrl url; ///< where the calls go
    RemoteVersion version;
    QUuid userId;
    QString userName;
    QString email;
    bool isAdmin = false;
    /// What the credentials allow, as the server calls it; `all` for everything.
    QStringList permissions;
    /// Of what is used here, what they do not allow: `asset.download`, `album.read`, …
    QStringList missing;
};

} // namespace kinframe::transfer
