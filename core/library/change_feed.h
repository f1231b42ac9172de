// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "storage/transaction.h"

#include <QUuid>

#include <functional>
#include <span>
#include <vector>

namespace kinframe::library {

struct Asset;

/// Gives assets their change stamps and tells who listens, after the commit. On the writer thread.
class ChangeFeed
{
public:
    explicit ChangeFeed(EventBus &events)
        : m_events(events)
    {
    }

    /// Every change of an asset, its tags, people or rating goes through here. Throws SqlError.
    void touch(storage::Transaction &transaction, std::span<const qint64> assetIds);
    void touch(storage::Transaction &transaction, qint64 assetId) { touch(transaction, std::span(&assetId, 1)); }

    /// Lets others do what follows from every change of an asset, in the write in which it changes. Set before the
    /// first write.
    using TouchHook = std::function<void(storage::Transaction &, std::span<const qint64> assetIds)>;
    void onTouch(TouchHook hook) { m_touchHooks.push_back(std::move(hook)); }

    /// Publishes an event of that type about the asset once the transaction is committed.
    void tell(storage::Transaction &transaction, const QString &type, const QUuid &asset, const QUuid &user,
              const QJsonObject &details = {});

    /// Lets others take away what they keep of an asset, in the write in which it goes for good and before its row
    /// does. The faces do; the library does not know them. Set before the first write.
    using DeletionHook = std::function<void(storage::Transaction &, const Asset &)>;
    void onDeletion(DeletionHook hook) { m_deletionHooks.push_back(std::move(hook)); }
    /// Calls them. Throws SqlError.
    void deleting(storage::Transaction &transaction, const Asset &asset) const;

private:
    EventBus &m_events;
    std::vector<TouchHook> m_touchHooks;
    std::vector<DeletionHook> m_deletionHooks;
};

} // namespace kinframe::library
