// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"
#include "server/routes/api_services.h"
#include "server/routes/json_writer.h"
#include "sync/change_list.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace kinframe::server {

/// What a client has not had yet, as lines of JSON, each with what the client is to send back once it has kept it. Made
/// piece by piece, each out of a snapshot of its own: what changes meanwhile comes with the next stream. One thread at
/// a time.
class SyncStream
{
public:
    /// Of those types (of Immich's `SyncRequestType`; what we have none of brings nothing), for a client with these
    /// acks by their types.
    SyncStream(const ApiServices &services, accounts::Principal principal, const QSet<QString> &types,
               const sync::Mark &mark, const QMap<QString, QString> &acks);

    /// The next lines; empty at the end.
    [[nodiscard]] Result<QByteArray> next();

private:
    enum class Part { AuthUser, User, Deletions, Assets, Exif, Complete, End };

    [[nodiscard]] bool isWanted(Part part) const;
    [[nodiscard]] Result<void> write(QByteArray &lines);
    [[nodiscard]] Result<void> writeUser(QByteArray &lines, bool isSelf);
    bool writeDeletions(storage::Connection &db, QByteArray &lines);
    bool writeAssets(storage::Connection &db, QByteArray &lines);
    bool writeExif(storage::Connection &db, QByteArray &lines);
    [[nodiscard]] sync::Cursor cursorOf(const QString &type) const;

    const ApiServices &m_services;
    const accounts::Principal m_principal;
    const QSet<QString> m_types;
    const sync::Mark m_mark;
    const QMap<QString, QString> m_acks;
    Part m_part = Part::AuthUser;
    sync::Cursor m_deletions;
    sync::Cursor m_assets;
    sync::Cursor m_exif;
    bool m_hasHadAssets = false;
};

/// How far the client is with assets.
[[nodiscard]] sync::AssetProgress assetProgress(const QMap<QString, QString> &acks, const sync::Mark &mark);

} // namespace kinframe::server
