// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/principal.h"
#include "base/result.h"
#include "server/routes/api_services.h"
#include "server/routes/json_writer.h"
#include "server/routes/sync_progress.h"

#include <QByteArray>

#include <deque>
#include <functional>

namespace kinframe::server {

struct SyncKind;
enum class AssetLine;

/// What a client has not had yet, as lines of JSON, each with what the client is to send back once it has kept it. Made
/// piece by piece, each out of a snapshot of its own: what changes meanwhile comes with the next stream. One thread at
/// a time.
class SyncStream
{
public:
    /// Of those types; what we have none of brings nothing.
    SyncStream(const ApiServices &services, accounts::Principal principal, const SyncTypes &types,
               const SyncProgress &progress);

    /// The next lines; empty at the end.
    [[nodiscard]] Result<QByteArray> next();

private:
    /// Some lines of a part; true where these are the last of it.
    using Part = std::function<Result<bool>(QByteArray &lines)>;
    using Pieces = std::function<bool(storage::Connection &db, QByteArray &lines)>;

    void addPieces(Pieces pieces);
    void addDeletions(const SyncProgress &progress);
    void addAssets(AssetLine line, const QString &type, const sync::Cursor &after);
    void addGone(sync::EntryKind kind, QLatin1StringView type, void (*write)(JsonWriter &, const sync::Entry &),
                 qint64 after);
    void addChanged(const SyncKind &kind, qint64 after);
    void addShown(AssetLine line, const QString &create, const QString &update, const SyncProgress &progress);
    void addFaces(const QString &type, const sync::Cursor &after);
    [[nodiscard]] Result<bool> writeSelf(QByteArray &lines, const QString &had);
    [[nodiscard]] Result<bool> writeUsers(QByteArray &lines, const QString &had);

    const ApiServices &m_services;
    const accounts::Principal m_principal;
    const sync::Mark m_mark;
    std::deque<Part> m_parts;
};

} // namespace kinframe::server
