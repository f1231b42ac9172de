// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "storage/database.h"
#include "ui/images/timeline_model.h"

#include <algorithm>

namespace kinframe::ui {

// Where a photo is in the list, for those who know only its id.

namespace {

/// It, and the photos that may be shown for it: those of its stack.
std::vector<qint64> standingFor(storage::Connection &db, qint64 userId, const QUuid &uuid)
{
    storage::Statement row = db.prepare(
        "SELECT a.id, 0 FROM asset a WHERE a.uuid = ?1 AND a.owner_id = ?2 UNION ALL SELECT o.asset_id, 1 FROM asset a "
        "JOIN stack_asset m ON m.asset_id = a.id JOIN stack_asset o ON o.stack_id = m.stack_id WHERE a.uuid = ?1 AND "
        "a.owner_id = ?2 ORDER BY 2");
    row.bindAll(uuid, userId);
    std::vector<qint64> ids;
    while (row.step()) {
        ids.push_back(row.int64(0));
    }
    return ids;
}

} // namespace

void TimelineModel::find(const QString &assetId)
{
    m_sought.reset();
    const auto uuid = uuidFromText(assetId);
    if (!uuid || !context()) {
        Q_EMIT found(-1);
        return;
    }
    m_search.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), uuid = *uuid](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<qint64>> { return standingFor(db, user, uuid); },
                stop);
        },
        [this](const Result<std::vector<qint64>> &ids) {
            m_sought = ids.value_or(std::vector<qint64>());
            tellFound();
        });
}

/// As soon as it can be said; a list that is still being read may have it further down.
void TimelineModel::tellFound()
{
    if (!m_sought || m_isOther) {
        return;
    }
    const auto shown = std::ranges::find_if(*m_sought, [this](qint64 id) { return rowOf(id) >= 0; });
    const int row = shown == m_sought->end() ? -1 : rowOf(*shown);
    if (row >= 0 || m_isWhole) {
        m_sought.reset();
        Q_EMIT found(row);
    }
}

} // namespace kinframe::ui
