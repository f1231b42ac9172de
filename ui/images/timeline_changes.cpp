// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "ui/images/timeline_model.h"

#include <algorithm>

namespace kinframe::ui {

// What happens in the library while it is looked at.

using namespace Qt::StringLiterals;

namespace {

// Fewer changes than these are shown one by one, which keeps views and readers in step; more as a new list.
constexpr size_t mostOneByOne = 64;
// Above it reading the list anew costs less than asking for every row.
constexpr qsizetype mostChanges = 4000;

bool isAboutAsset(const Event &event)
{
    return event.type.startsWith("asset."_L1) && !event.id.isNull();
}

bool staysInPlace(const TimelineRow &before, const TimelineRow &after)
{
    return before.id == after.id && before.createdAt == after.createdAt && before.day == after.day &&
           before.order == after.order;
}

} // namespace

void TimelineModel::happened(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (isAboutAsset(event)) {
            m_pending.insert(event.id);
        }
    }
    refresh();
}

/// Looks at what has changed. One question at a time: what comes meanwhile waits for the next.
void TimelineModel::refresh()
{
    if (m_pending.isEmpty() || m_isChecking || !m_isWhole) {
        return;
    }
    if (m_pending.size() > mostChanges) {
        reload();
        return;
    }
    m_isChecking = true;
    const std::vector<QUuid> assets(m_pending.begin(), m_pending.end());
    m_pending.clear();
    m_changes.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), query = m_query,
         assets](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) { return readChanges(db, user, query, assets); }, stop);
        },
        [this](Result<std::vector<TimelineChange>> changes) {
            m_isChecking = false;
            if (changes) {
                apply(*changes);
                refresh();
            } else {
                setFailed(changes.error());
            }
        });
}

void TimelineModel::apply(const std::vector<TimelineChange> &changes)
{
    std::vector<TimelineChange> moving;
    for (const TimelineChange &change : changes) {
        const int row = rowOf(change.id);
        m_briefs.outdate(change.id);
        if (row >= 0 && change.row && staysInPlace(m_rows[size_t(row)], *change.row)) {
            m_rows[size_t(row)] = *change.row;
            Q_EMIT dataChanged(index(row), index(row)); // Only what it shows has changed.
            continue;
        }
        if (row < 0 && !change.row) {
            continue;
        }
        if (m_order.isUnknown() && change.row) {
            if (!m_rereading.isActive()) {
                m_rereading.start();
            }
            continue;
        }
        moving.push_back(change);
    }
    if (moving.size() <= mostOneByOne) {
        applyOneByOne(moving);
    } else {
        applyAtOnce(moving);
    }
    if (!moving.empty()) {
        Q_EMIT sectionsChanged();
    }
    readBriefsNow();
}

void TimelineModel::applyAtOnce(const std::vector<TimelineChange> &changes)
{
    QSet<qint64> ids;
    std::vector<TimelineRow> rows;
    for (const TimelineChange &change : changes) {
        ids.insert(change.id);
        if (change.row) {
            rows.push_back(*change.row);
        }
    }
    std::ranges::sort(rows, m_order);
    std::vector<TimelineRow> others;
    std::ranges::copy_if(m_rows, std::back_inserter(others),
                         [&](const TimelineRow &row) { return !ids.contains(row.id); });
    std::vector<TimelineRow> all(rows.size() + others.size());
    std::merge(rows.begin(), rows.end(), others.begin(), others.end(), all.begin(), m_order);
    beginResetModel();
    m_rows = std::move(all);
    m_rowOfId.clear();
    arrangeSections();
    endResetModel();
}

void TimelineModel::applyOneByOne(const std::vector<TimelineChange> &changes)
{
    const auto insert = [this](const TimelineRow &added) {
        const auto place = std::ranges::upper_bound(m_rows, added, m_order);
        const int row = int(place - m_rows.begin());
        beginInsertRows({}, row, row);
        m_rows.insert(place, added);
        m_rowOfId.clear();
        endInsertRows();
    };
    std::vector<qint64> gone;
    std::vector<TimelineRow> moved;
    // What is new comes first: who looks at the cover of a stack finds the one that takes its place.
    for (const TimelineChange &change : changes) {
        if (rowOf(change.id) < 0) {
            if (change.row) {
                insert(*change.row);
            }
            continue;
        }
        gone.push_back(change.id);
        if (change.row) {
            moved.push_back(*change.row);
        }
    }
    for (const qint64 id : gone) {
        const int row = rowOf(id);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_rowOfId.clear();
        endRemoveRows();
    }
    for (const TimelineChange &change : changes) {
        if (!change.row) {
            m_briefs.remove(change.id);
        }
    }
    std::ranges::for_each(moved, insert);
    arrangeSections();
}

} // namespace kinframe::ui
