// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/change_feed.h"

namespace kinframe::library {

using namespace Qt::StringLiterals;

void ChangeFeed::touch(storage::Transaction &transaction, std::span<const qint64> assetIds)
{
    for (const qint64 id : assetIds) {
        storage::Statement statement =
            transaction.prepare("UPDATE asset SET updated_at = ?1 WHERE id = ?2 "
                                "RETURNING uuid, (SELECT uuid FROM user WHERE id = owner_id)");
        statement.bindAll(transaction.stamp(), id);
        if (statement.step()) {
            tell(transaction, u"asset.changed"_s, statement.uuid(0), statement.uuid(1));
        }
    }
    for (const TouchHook &hook : m_touchHooks) {
        hook(transaction, assetIds);
    }
}

void ChangeFeed::tell(storage::Transaction &transaction, const QString &type, const QUuid &asset, const QUuid &user,
                      const QJsonObject &details)
{
    transaction.afterCommit([this, event = Event{type, asset, user, details}] { m_events.publish(event); });
}

void ChangeFeed::deleting(storage::Transaction &transaction, const Asset &asset) const
{
    for (const DeletionHook &hook : m_deletionHooks) {
        hook(transaction, asset);
    }
}

} // namespace kinframe::library
