// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/change_list.h"
#include "sync/entries.h"

#include <QMap>
#include <QSet>
#include <QString>

namespace kinframe::server {

using SyncTypes = QSet<QString>; ///< of Immich's `SyncRequestType`

/// What a client has kept, by the acks that it sent back.
class SyncProgress
{
public:
    SyncProgress(QMap<QString, QString> acks, const sync::Mark &mark);

    [[nodiscard]] const sync::Mark &mark() const { return m_mark; }
    [[nodiscard]] bool has(const QString &type) const { return m_acks.contains(type); }
    [[nodiscard]] QString ack(const QString &type) const { return m_acks.value(type); }
    /// The place that came with it last; in any case of the present epoch.
    [[nodiscard]] sync::Cursor at(const QString &type) const;

    [[nodiscard]] sync::AssetProgress assets() const;
    [[nodiscard]] sync::EntryProgress entries(sync::EntryKind kind) const;
    /// Up to which change of assets it has been told of all faces.
    [[nodiscard]] sync::Cursor faces(const QString &type) const;

    /// Whether the library was restored since, or what is gone is forgotten that it has not heard of.
    [[nodiscard]] bool mustBeginAnew() const;
    /// What a stream of these types ends with: what was complete then.
    [[nodiscard]] sync::Cursor completeOf(const SyncTypes &types) const;
    /// For types that it has had nothing of: places to keep for it, so that it is told of all that goes from now on.
    [[nodiscard]] QMap<QString, sync::Cursor> beginnings(const SyncTypes &types) const;
    /// Once they are kept.
    void begin(const QMap<QString, sync::Cursor> &beginnings);
    /// Whether something of the kind ever comes in a stream.
    [[nodiscard]] static bool isSent(const QString &type);

private:
    [[nodiscard]] bool wasComplete(sync::EntryKind kind) const;

    QMap<QString, QString> m_acks;
    sync::Mark m_mark;
};

} // namespace kinframe::server
