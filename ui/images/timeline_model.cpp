// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/timeline_model.h"

#include "storage/database.h"
#include "ui/base/preferences.h"

#include <QDateTime>

#include <algorithm>

namespace kinframe::ui {

namespace {

// A few screens: there before the window has painted itself.
constexpr int firstRows = 600;
// What was asked before stays on the screen while the answer may come at once, so that nothing flickers.
constexpr int lateMs = 150;
// An order that only the database knows is read anew, and while much happens not all the time.
constexpr int rereadingMs = 1000;
constexpr int mostBriefs = 400;

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : SectionedModel(parent)
{
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &TimelineModel::renameDays);
    m_late.setSingleShot(true);
    m_late.setInterval(lateMs);
    connect(&m_late, &QTimer::timeout, this, [this] { replaceAll({}); });
    m_rereading.setSingleShot(true);
    m_rereading.setInterval(rereadingMs);
    connect(&m_rereading, &QTimer::timeout, this, &TimelineModel::reload);
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
    askAnew();
}

void TimelineModel::setQuery(const QString &query)
{
    change(m_written.filter, query);
}

void TimelineModel::setSearch(const QString &search)
{
    change(m_written.search, search);
}

void TimelineModel::setOrder(const QString &order)
{
    change(m_written.order, order);
}

void TimelineModel::change(QString &part, const QString &to)
{
    if (part != to) {
        part = to;
        Q_EMIT queryChanged();
        askAnew();
    }
}

bool TimelineModel::isNarrowed() const
{
    return !m_written.filter.trimmed().isEmpty() || !m_written.search.trimmed().isEmpty();
}

void TimelineModel::askAnew()
{
    if (isComplete()) {
        m_isOther = true;
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
    m_rereading.stop();
    auto query = query::readWritten(m_written, query::Scope(m_filter));
    if (!query) {
        m_list.drop();
        m_late.stop();
        replaceAll({});
        setFailed(query.error());
        return;
    }
    m_query = std::move(*query);
    setStatus(Status::Loading);
    if (m_isOther) {
        m_late.start();
    }
    const bool isOther = m_isOther || m_rows.empty();
    m_list.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(), query = m_query,
         atFirst = isOther ? std::optional(firstRows) : std::nullopt](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) { return readRows(db, user, query, atFirst); }, stop);
        },
        [this, isOther](Result<TimelineChunk> chunk) {
            m_late.stop();
            if (!chunk) {
                if (isOther) {
                    replaceAll({});
                }
                setFailed(chunk.error());
                return;
            }
            takeFirst(std::move(*chunk), isOther);
        });
}

void TimelineModel::takeFirst(TimelineChunk chunk, bool isOther)
{
    const QString token = chunk.nextToken;
    m_isOther = false;
    if (isOther && !m_rows.empty()) {
        replaceAll({}); // Views begin at the top: nothing of what was there is meant to stay in its place.
    }
    m_order = RowOrder(m_query);
    replaceAll(std::move(chunk));
    setStatus(Status::Ready);
    if (!token.isEmpty()) {
        readNext(token);
        return;
    }
    m_isWhole = true;
    tellFound();
    refresh();
}

/// The rest, behind the first rows.
void TimelineModel::readNext(const QString &token)
{
    query::ListQuery query = m_query;
    query.query.skipToken = token;
    m_list.ask(
        *context(), this,
        [services = context()->services(), user = context()->userId(),
         query = std::move(query)](const std::stop_token &stop) {
            return services.library.database.read(
                [&](storage::Connection &db) { return readRows(db, user, query, std::nullopt); }, stop);
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
    // What has moved down since the first rows were read is in both.
    std::erase_if(chunk.rows, [this](const TimelineRow &row) { return rowOf(row.id) >= 0; });
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

void TimelineModel::arrangeSections()
{
    const qint32 today = qint32(QDate::currentDate().toJulianDay());
    m_sections.clear();
    if (!m_order.isByTime()) {
        if (!m_rows.empty()) {
            m_sections.push_back({{}, 0, int(m_rows.size())});
        }
        m_midnight.stop();
        return;
    }
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
        m_sections.push_back({named, row, 1, day});
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
