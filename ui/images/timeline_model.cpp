// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/timeline_model.h"

#include "storage/database.h"
#include "ui/base/preferences.h"

#include <QDateTime>

#include <algorithm>

namespace kinframe::ui {

using namespace Qt::StringLiterals;

namespace {

// A few screens: there before the window has painted itself.
constexpr int firstRows = 600;
// Fewer changes than these are shown one by one, which keeps views and readers in step; more as a new list.
constexpr size_t mostOneByOne = 64;
// Above it reading the list anew costs less than asking for every row.
constexpr qsizetype mostChanges = 4000;
constexpr int mostBriefs = 400;

bool isAboutAsset(const Event &event)
{
    return event.type.startsWith("asset."_L1) && !event.id.isNull();
}

bool staysInPlace(const TimelineRow &before, const TimelineRow &after)
{
    return before.id == after.id && before.createdAt == after.createdAt && before.day == after.day;
}

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : SectionedModel(parent)
{
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &TimelineModel::renameDays);
}

void TimelineModel::begin()
{
    connect(context(), &Context::happened, this, &TimelineModel::happened);
    if (auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &TimelineModel::renameDays);
    }
}

void TimelineModel::setFilter(Filter filter)
{
    if (m_filter == filter) {
        return;
    }
    m_filter = filter;
    Q_EMIT filterChanged();
    if (isComplete()) {
        // What was shown is of another kind.
        m_list.drop();
        replaceAll({});
        reload();
    }
}

void TimelineModel::reload()
{
    if (!context()) {
        return;
    }
    m_isWhole = false;
    m_isChecking = false;
    m_changes.drop();
    m_pending.clear();
    setStatus(Status::Loading);
    m_list.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), filter = TimelineFilter(m_filter),
         limit = m_rows.empty() ? firstRows : -1](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<TimelineChunk> { return readRows(db, user, filter, {}, limit); },
                stop);
        },
        [this](Result<TimelineChunk> chunk) {
            if (!chunk) {
                setFailed(chunk.error());
                return;
            }
            const bool isStart = m_rows.empty();
            const bool isWhole = !isStart || chunk->rows.size() < size_t(firstRows);
            replaceAll(std::move(*chunk));
            setStatus(Status::Ready);
            if (isWhole) {
                m_isWhole = true;
                tellFound();
                refresh();
            } else {
                readNext();
            }
        });
}

/// The rest, behind the first rows.
void TimelineModel::readNext()
{
    m_list.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), filter = TimelineFilter(m_filter),
         after = m_rows.back()](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<TimelineChunk> { return readRows(db, user, filter, after, -1); },
                stop);
        },
        [this](Result<TimelineChunk> chunk) {
            if (!chunk) {
                setFailed(chunk.error());
                return;
            }
            take(std::move(*chunk));
            m_isWhole = true;
            tellFound();
            refresh();
        });
}

void TimelineModel::take(TimelineChunk chunk)
{
    m_titles.insert(chunk.titles);
    if (chunk.rows.empty()) {
        return;
    }
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(chunk.rows.size()) - 1);
    m_rows.insert(m_rows.end(), chunk.rows.begin(), chunk.rows.end());
    m_rowOfId.clear();
    arrangeSections();
    endInsertRows();
    Q_EMIT sectionsChanged();
}

void TimelineModel::replaceAll(TimelineChunk chunk)
{
    beginResetModel();
    m_rows = std::move(chunk.rows);
    m_titles.insert(chunk.titles);
    m_rowOfId.clear();
    for (const TimelineRow &row : m_rows) {
        m_briefs.outdate(row.id);
    }
    arrangeSections();
    endResetModel();
    Q_EMIT sectionsChanged();
}

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
        [services = context()->services(), user = context()->userId(), filter = TimelineFilter(m_filter),
         assets](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<TimelineChange>> {
                    return readChanges(db, user, filter, assets);
                },
                stop);
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
        if (row >= 0 || change.row) {
            moving.push_back(change);
        }
    }
    if (moving.size() <= mostOneByOne) {
        applyOneByOne(moving);
    } else {
        QSet<qint64> ids;
        std::vector<TimelineRow> rows;
        for (const TimelineChange &change : moving) {
            ids.insert(change.id);
            if (change.row) {
                rows.push_back(*change.row);
            }
        }
        std::ranges::copy_if(m_rows, std::back_inserter(rows),
                             [&](const TimelineRow &row) { return !ids.contains(row.id); });
        std::ranges::sort(rows, isAbove);
        beginResetModel();
        m_rows = std::move(rows);
        m_rowOfId.clear();
        arrangeSections();
        endResetModel();
    }
    if (!moving.empty()) {
        Q_EMIT sectionsChanged();
    }
    readBriefsNow();
}

void TimelineModel::applyOneByOne(const std::vector<TimelineChange> &changes)
{
    std::vector<int> gone;
    for (const TimelineChange &change : changes) {
        if (const int row = rowOf(change.id); row >= 0) {
            gone.push_back(row);
        }
        if (!change.row) {
            m_briefs.remove(change.id);
        }
    }
    std::ranges::sort(gone, std::greater<>());
    for (const int row : gone) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_rowOfId.clear();
        endRemoveRows();
    }
    for (const TimelineChange &change : changes) {
        if (change.row) {
            const auto place = std::ranges::upper_bound(m_rows, *change.row, isAbove);
            const int row = int(place - m_rows.begin());
            beginInsertRows({}, row, row);
            m_rows.insert(place, *change.row);
            m_rowOfId.clear();
            endInsertRows();
        }
    }
    arrangeSections();
}

void TimelineModel::arrangeSections()
{
    const qint32 today = qint32(QDate::currentDate().toJulianDay());
    m_sections.clear();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const qint32 day = m_rows[size_t(row)].day;
        if (row > 0 && m_rows[size_t(row) - 1].day == day) {
            ++m_sections.back().count;
            continue;
        }
        auto title = m_titles.find(day);
        if (title == m_titles.end()) {
            title = m_titles.insert(day, titleOfDay(day));
        }
        const QString named = day == today ? tr("Today") : day == today - 1 ? tr("Yesterday") : *title;
        m_sections.push_back({named, row, 1});
    }
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(int(now.msecsTo(now.date().addDays(1).startOfDay())) + 1000);
}

void TimelineModel::renameDays()
{
    m_titles.clear();
    arrangeSections();
    Q_EMIT sectionsChanged();
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {NameRole});
    }
}

int TimelineModel::rowOf(qint64 key) const
{
    if (m_rowOfId.empty() && !m_rows.empty()) {
        const qint64 last = std::ranges::max(m_rows, {}, &TimelineRow::id).id;
        m_rowOfId.assign(size_t(last) + 1, -1);
        for (size_t row = 0; row < m_rows.size(); ++row) {
            m_rowOfId[size_t(m_rows[row].id)] = qint32(row);
        }
    }
    return key >= 0 && size_t(key) < m_rowOfId.size() ? m_rowOfId[size_t(key)] : -1;
}

void TimelineModel::want(int first, int last)
{
    m_firstWanted = first;
    m_lastWanted = last;
    readBriefsNow();
}

/// One question at a time: after each the rows that are wanted by then are looked at.
void TimelineModel::readBriefsNow()
{
    if (!context() || m_isReadingBriefs) {
        return;
    }
    std::vector<qint64> ids;
    const int last = std::min(m_lastWanted, int(m_rows.size()) - 1);
    for (int row = std::max(0, m_firstWanted); row <= last && int(ids.size()) < mostBriefs; ++row) {
        if (m_briefs.isWanted(keyAt(row))) {
            ids.push_back(keyAt(row));
        }
    }
    if (ids.empty()) {
        return;
    }
    m_isReadingBriefs = true;
    context()->ask(
        this,
        [services = context()->services(), user = context()->userId(), ids = std::move(ids)] {
            return services.library.database.read(
                [&](storage::Connection &db) -> Result<std::vector<PhotoBrief>> { return readBriefs(db, user, ids); });
        },
        [this](Result<std::vector<PhotoBrief>> briefs) {
            m_isReadingBriefs = false;
            if (briefs && !briefs->empty()) {
                takeBriefs(std::move(*briefs));
                readBriefsNow();
            }
        });
}

void TimelineModel::takeBriefs(std::vector<PhotoBrief> briefs)
{
    int first = int(m_rows.size());
    int last = -1;
    for (PhotoBrief &brief : briefs) {
        if (const int row = rowOf(brief.id); row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
            m_briefs.insert(std::move(brief));
        }
    }
    m_briefs.trim([this](qint64 id) {
        const int row = rowOf(id);
        const int margin = 5 * (m_lastWanted - m_firstWanted + 1);
        return row >= m_firstWanted - margin && row <= m_lastWanted + margin;
    });
    if (last >= first) {
        Q_EMIT dataChanged(index(first), index(last));
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

} // namespace kinframe::ui
