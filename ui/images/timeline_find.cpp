// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "storage/database.h"
#include "ui/images/timeline_model.h"

namespace kinframe::ui {

// Where a photo is in the list, for those who know only its id.

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
                [&](storage::Connection &db) -> Result<qint64> {
                    storage::Statement row = db.prepare("SELECT id FROM asset WHERE uuid = ?1 AND owner_id = ?2");
                    row.bindAll(uuid, user);
                    return row.step() ? row.int64(0) : -1;
                },
                stop);
        },
        [this](const Result<qint64> &id) {
            m_sought = id.value_or(-1);
            tellFound();
        });
}

/// As soon as it can be said; a list that is still being read may have it further down.
void TimelineModel::tellFound()
{
    if (!m_sought || m_isOther) {
        return;
    }
    const int row = rowOf(*m_sought);
    if (row >= 0 || m_isWhole) {
        m_sought.reset();
        Q_EMIT found(row);
    }
}

} // namespace kinframe::ui
