// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_list.h"

#include "base/clock.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/render_watch.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>

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
        [&services = context()->services(), userId = context()->userId(), limit](const std::stop_token &stop) {
            return newestRenders(services, userId, limit, stop);
        },
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
        });
}

void RenderList::follow(const QSet<qint64> &tasks, bool pictures)
{
    std::vector<qint64> known;
    m_stale.unite(tasks);
    for (const RenderView &view : m_views) {
        if (m_stale.remove(view.task.id) || (pictures && view.lacksPicture)) {
            known.push_back(view.task.id);
        }
    }
    // Older ones that were not read yet are not missed.
    const qint64 newest = m_views.empty() ? 0 : m_views.front().task.id;
    const bool areNew = std::any_of(m_stale.cbegin(), m_stale.cend(), [newest](qint64 id) { return id > newest; });
    m_stale = QSet<qint64>(known.begin(), known.end());
    // What is being read may be older than this.
    if (areNew || m_isReading || status() != Status::Ready) {
        reload();
    } else if (!known.empty()) {
        refresh(known);
    }
}

void RenderList::refresh(const std::vector<qint64> &tasks)
{
    m_some.ask(
        *context(), this,
        [&services = context()->services(), userId = context()->userId(), tasks](const std::stop_token &stop) {
            return someRenders(services, userId, tasks, stop);
        },
        [this](const Result<Views> &views) {
            if (!views) {
                return; // What is shown stays; the next change asks again.
            }
            m_stale.clear();
            for (const RenderView &view : *views) {
                if (const int row = rowOfTask(int(view.task.id)); row >= 0) {
                    put(row, view);
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
    default:
        return {};
    }
}

QHash<int, QByteArray> RenderList::roleNames() const
{
    return {{TaskIdRole, "taskId"},         {NameRole, "name"},           {RequestRole, "requestText"},
            {StateTextRole, "stateText"},   {StateIconRole, "stateIcon"}, {StateToneRole, "stateTone"},
            {ProgressRole, "progressText"}, {FractionRole, "fraction"},   {TimeRole, "timeText"},
            {CostRole, "costText"},         {ProblemRole, "problemText"}, {PictureRole, "picture"},
            {CreatedRole, "createdText"},   {CanPauseRole, "canPause"},   {CanResumeRole, "canResume"},
            {CanCancelRole, "canCancel"},   {CanRetryRole, "canRetry"},   {CanCleanUpRole, "canCleanUp"}};
}

} // namespace kinframe::ui
