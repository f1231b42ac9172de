// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_list.h"

#include "base/clock.h"
#include "ui/base/preferences.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/render_watch.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int pageSize = 100;
// Times are told in minutes, but for the last one.
constexpr auto clockStep = 5s;

bool isWorking(const RenderView &view)
{
    return view.task.state == render::TaskState::Testing || view.task.state == render::TaskState::Rendering;
}

bool areSame(const render::FrameCounts &a, const render::FrameCounts &b)
{
    return a.pending == b.pending && a.rendering == b.rendering && a.completed == b.completed && a.failed == b.failed &&
           a.cancelled == b.cancelled;
}

} // namespace

RenderList::RenderList(QObject *parent)
    : ListModel(parent)
{
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, &RenderList::tellTimes);
}

void RenderList::begin()
{
    m_watch = new RenderWatch(this);
    connect(m_watch, &RenderWatch::changed, this, &RenderList::follow);
    if (const auto *preferences = Preferences::of(this)) {
        connect(preferences, &Preferences::languageChanged, this, &RenderList::countsChanged, Qt::QueuedConnection);
    }
}

void RenderList::setOnly(int state)
{
    setFilter({state < 0 ? std::nullopt : std::optional(render::TaskState(state)), m_filter.name});
}

void RenderList::setQuery(const QString &query)
{
    setFilter({m_filter.state, query.trimmed()});
}

void RenderList::showAll()
{
    setFilter({});
}

void RenderList::setFilter(RenderFilter filter)
{
    if (filter.state == m_filter.state && filter.name == m_filter.name) {
        return;
    }
    m_filter = std::move(filter);
    Q_EMIT filterChanged();
    if (isComplete()) {
        // What is shown stays until the answer is there: what matches both before and after keeps its row.
        read(pageSize);
    }
}

QVariantList RenderList::counts() const
{
    QVariantList counts;
    for (const auto &[state, count] : m_counts) {
        counts << QVariantMap{
            {u"state"_s, int(state)}, {u"text"_s, signOf(state).text}, {u"count"_s, QVariant::fromValue(count)}};
    }
    return counts;
}

void RenderList::reload()
{
    read(std::max(pageSize, int(m_views.size())));
}

void RenderList::read(int limit)
{
    if (!context()) {
        return;
    }
    if (status() != Status::Ready) {
        setStatus(Status::Loading);
    }
    m_some.drop();
    m_isReading = true;
    m_question.ask(
        *context(), this,
        [&services = context()->services(), userId = context()->userId(), filter = m_filter,
         limit](const std::stop_token &stop) { return newestRenders(services, userId, filter, limit, stop); },
        [this](Result<RenderPage> page) {
            m_isReading = false;
            m_isFetching = false;
            if (!page) {
                setFailed(page.error());
                return;
            }
            m_total = page->total;
            m_stale.clear();
            show(std::move(page->views));
            setStatus(Status::Ready);
            Q_EMIT totalChanged();
            setCounts(std::move(page->counts));
        });
}

void RenderList::setCounts(RenderCounts counts)
{
    if (counts != m_counts) {
        m_counts = std::move(counts);
        Q_EMIT countsChanged();
    }
}

void RenderList::follow(const QSet<qint64> &tasks, bool pictures)
{
    std::vector<qint64> stale;
    QSet<qint64> unknown = m_stale;
    unknown.unite(tasks);
    for (const RenderView &view : m_views) {
        if (unknown.remove(view.task.id) || (pictures && view.lacksPicture)) {
            stale.push_back(view.task.id);
        }
    }
    // Older ones that were not read yet are not missed.
    const qint64 newest = m_views.empty() ? 0 : m_views.front().task.id;
    bool areNew = std::any_of(unknown.cbegin(), unknown.cend(), [newest](qint64 id) { return id > newest; });
    if (isFiltered()) {
        // Each of them may match by now; that is asked.
        areNew = false;
        stale.insert(stale.end(), unknown.cbegin(), unknown.cend());
    }
    m_stale = QSet<qint64>(stale.begin(), stale.end());
    // What is being read may be older than this.
    if (areNew || m_isReading || status() != Status::Ready) {
        reload();
    } else if (!stale.empty() || !unknown.isEmpty()) {
        refresh(stale);
    }
}

void RenderList::refresh(const std::vector<qint64> &tasks)
{
    m_some.ask(
        *context(), this,
        [&services = context()->services(), userId = context()->userId(),
         tasks](const std::stop_token &stop) -> Result<RenderPage> {
            auto views = someRenders(services, userId, tasks, stop);
            auto counts = countRenders(services, userId, stop);
            if (!views || !counts) {
                return !views ? failed(views) : failed(counts);
            }
            return RenderPage{std::move(*views), 0, std::move(*counts)};
        },
        [this](Result<RenderPage> page) {
            if (!page) {
                return; // What is shown stays; the next change asks again.
            }
            setCounts(std::move(page->counts));
            // One that matches no longer leaves the list, one that does by now comes into it.
            if (isFiltered() && std::ranges::any_of(page->views, [this](const RenderView &view) {
                    return m_filter.matches(view) != (rowOfTask(int(view.task.id)) >= 0);
                })) {
                reload();
                return;
            }
            m_stale.clear();
            for (RenderView &view : page->views) {
                if (const int row = rowOfTask(int(view.task.id)); row >= 0) {
                    put(row, std::move(view));
                }
            }
            settle();
        });
}

void RenderList::show(Views views)
{
    // They are ordered by id, the newest first: what is new comes in between, what is gone leaves a gap.
    size_t row = 0;
    for (RenderView &view : views) {
        while (row < m_views.size() && m_views[row].task.id > view.task.id) {
            beginRemoveRows({}, int(row), int(row));
            m_views.erase(m_views.begin() + qsizetype(row));
            endRemoveRows();
        }
        if (row < m_views.size() && m_views[row].task.id == view.task.id) {
            put(int(row), std::move(view));
        } else {
            beginInsertRows({}, int(row), int(row));
            m_views.insert(m_views.begin() + qsizetype(row), std::move(view));
            endInsertRows();
        }
        ++row;
    }
    if (row < m_views.size()) {
        beginRemoveRows({}, int(row), int(m_views.size()) - 1);
        m_views.erase(m_views.begin() + qsizetype(row), m_views.end());
        endRemoveRows();
    }
    settle();
}

void RenderList::put(int row, RenderView view)
{
    RenderView &old = m_views[size_t(row)];
    const bool isSame = old.task.updatedAt == view.task.updatedAt && old.task.state == view.task.state &&
                        areSame(old.task.frames, view.task.frames) && old.picture == view.picture &&
                        old.pictureStamp == view.pictureStamp && old.name == view.name;
    old = std::move(view);
    if (!isSame) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void RenderList::settle()
{
    if (m_watch != nullptr) {
        m_watch->setAwaitingPictures(std::ranges::any_of(m_views, &RenderView::lacksPicture));
    }
    const bool isRunning = std::ranges::any_of(m_views, isWorking);
    if (isRunning != m_clock.isActive()) {
        isRunning ? m_clock.start() : m_clock.stop();
    }
}

void RenderList::tellTimes()
{
    for (size_t row = 0; row < m_views.size(); ++row) {
        if (isWorking(m_views[row])) {
            Q_EMIT dataChanged(index(int(row)), index(int(row)), {TimeRole});
        }
    }
}

bool RenderList::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isFetching && status() == Status::Ready && int(m_views.size()) < m_total;
}

void RenderList::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_isFetching = true;
        read(int(m_views.size()) + pageSize);
    }
}

const RenderView *RenderList::at(int row) const
{
    return row >= 0 && row < int(m_views.size()) ? &m_views[size_t(row)] : nullptr;
}

int RenderList::rowOfTask(int task) const
{
    const auto found = std::ranges::find_if(m_views, [task](const RenderView &view) { return view.task.id == task; });
    return found == m_views.end() ? -1 : int(found - m_views.begin());
}

int RenderList::taskAt(int row) const
{
    const RenderView *view = at(row);
    return view != nullptr ? int(view->task.id) : 0;
}

bool RenderList::can(int row, const QString &what) const
{
    return at(row) != nullptr && index(row).data(roleNames().key(what.toLatin1(), -1)).toBool();
}

QString RenderList::nameAt(int row) const
{
    const RenderView *view = at(row);
    return view != nullptr ? view->name : QString();
}

int RenderList::unfinishedAt(int row) const
{
    const RenderView *view = at(row);
    return view != nullptr ? view->task.frames.pending + view->task.frames.rendering : 0;
}

int RenderList::finishedAt(int row) const
{
    const RenderView *view = at(row);
    return view != nullptr ? view->task.frames.completed : 0;
}

int RenderList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_views.size());
}

QVariant RenderList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RenderView &view = m_views[size_t(index.row())];
    const render::Task &task = view.task;
    switch (role) {
    case TaskIdRole:
        return int(task.id);
    case Qt::DisplayRole:
    case NameRole:
        return view.name;
    case RequestRole:
        return requestText(task);
    case StateTextRole:
        return signOf(task.state).text;
    case StateIconRole:
        return signOf(task.state).icon;
    case StateToneRole:
        return signOf(task.state).tone;
    case ProgressRole:
        return progressText(task);
    case FractionRole:
        return fractionOf(task);
    case TimeRole:
        return timeText(task, wallMs());
    case CostRole:
        return costText(task);
    case ProblemRole:
        return problemText(task);
    case PictureRole:
        return thumbnailOf(view.picture, view.pictureStamp);
    case CreatedRole:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(task.createdAt), QLocale::ShortFormat);
    case CanPauseRole:
        return choicesOf(task).canPause;
    case CanResumeRole:
        return choicesOf(task).canResume;
    case CanCancelRole:
        return choicesOf(task).canCancel;
    case CanRetryRole:
        return choicesOf(task).canRetry;
    case CanCleanUpRole:
        return choicesOf(task).canCleanUp;
    case CanSaveVideoRole:
        return choicesOf(task).canSaveVideo;
    default:
        return {};
    }
}

QHash<int, QByteArray> RenderList::roleNames() const
{
    return {{TaskIdRole, "taskId"},
            {NameRole, "name"},
            {RequestRole, "requestText"},
            {StateTextRole, "stateText"},
            {StateIconRole, "stateIcon"},
            {StateToneRole, "stateTone"},
            {ProgressRole, "progressText"},
            {FractionRole, "fraction"},
            {TimeRole, "timeText"},
            {CostRole, "costText"},
            {ProblemRole, "problemText"},
            {PictureRole, "picture"},
            {CreatedRole, "createdText"},
            {CanPauseRole, "canPause"},
            {CanResumeRole, "canResume"},
            {CanCancelRole, "canCancel"},
            {CanRetryRole, "canRetry"},
            {CanCleanUpRole, "canCleanUp"},
            {CanSaveVideoRole, "canSaveVideo"}};
}

} // namespace kinframe::ui
