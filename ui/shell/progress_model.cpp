// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progress_model.h"

#include "library/import_job.h"
#include "library/import_run.h"
#include "ui/base/context.h"
#include "ui/base/preferences.h"
#include "ui/shell/task_texts.h"

#include <algorithm>
#include <chrono>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A task tells of itself as it goes on; one that stands still is looked at so often, for its speed and time left.
constexpr auto lookEvery = 1s;

bool isImport(const TaskState &task)
{
    return task.kind == QStringView(library::importKind);
}

// To cancel one cannot be taken back.
bool isRender(const TaskState &task)
{
    return task.kind == "render"_L1;
}

double fractionOf(const TaskState &task)
{
    return task.total > 0 ? std::clamp(double(task.done) / double(task.total), 0.0, 1.0) : -1;
}

} // namespace

ProgressModel::ProgressModel(QObject *parent)
    : ListModel(parent)
{
    m_lookAgain.setInterval(lookEvery);
    connect(&m_lookAgain, &QTimer::timeout, this, &ProgressModel::reload);
}

void ProgressModel::begin()
{
    connect(context(), &Context::happened, this, &ProgressModel::hear);
    // The texts are made when they are shown: a new language only needs them shown again.
    connect(
        Preferences::of(this), &Preferences::languageChanged, this, [this] { show(m_tasks); }, Qt::QueuedConnection);
}

void ProgressModel::hear(const std::vector<Event> &events)
{
    if (std::ranges::any_of(events, [](const Event &event) { return event.type == "job.progress"_L1; })) {
        reload();
    }
}

void ProgressModel::reload()
{
    if (context() != nullptr) {
        show(context()->services().progress.snapshot());
        setStatus(Status::Ready);
    }
}

void ProgressModel::show(std::vector<TaskState> tasks)
{
    for (int row = int(m_tasks.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(tasks, m_tasks[size_t(row)].id, &TaskState::id) == tasks.end()) {
            beginRemoveRows({}, row, row);
            m_tasks.erase(m_tasks.begin() + row);
            endRemoveRows();
        }
    }
    for (TaskState &task : tasks) {
        const auto known = std::ranges::find(m_tasks, task.id, &TaskState::id);
        if (known != m_tasks.end()) {
            *known = std::move(task);
            continue;
        }
        const int row = int(m_tasks.size());
        beginInsertRows({}, row, row);
        m_tasks.push_back(std::move(task));
        endInsertRows();
    }
    if (m_tasks.empty()) {
        m_lookAgain.stop();
    } else {
        Q_EMIT dataChanged(index(0), index(int(m_tasks.size()) - 1));
        if (!m_lookAgain.isActive()) {
            m_lookAgain.start();
        }
    }
    Q_EMIT progressed();
}

int ProgressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

QVariant ProgressModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TaskState &task = m_tasks[size_t(index.row())];
    switch (role) {
    case Text:
        return taskText(task);
    case Count:
        return countText(task);
    case Speed:
        return speedText(task);
    case TimeLeft:
        return timeLeftText(task);
    case Fraction:
        return fractionOf(task);
    case CanCancel:
        return task.canCancel || isImport(task);
    default:
        return {};
    }
}

QHash<int, QByteArray> ProgressModel::roleNames() const
{
    return {{Text, "text"},         {Count, "countText"},   {Speed, "speed"},
            {TimeLeft, "timeLeft"}, {Fraction, "fraction"}, {CanCancel, "canCancel"}};
}

double ProgressModel::fraction() const
{
    double sum = 0;
    int known = 0;
    for (const TaskState &task : m_tasks) {
        if (const double fraction = fractionOf(task); fraction >= 0) {
            sum += fraction;
            ++known;
        }
    }
    return known > 0 ? sum / known : -1;
}

QString ProgressModel::summary() const
{
    if (m_tasks.empty()) {
        return tr("Nothing is running");
    }
    return m_tasks.size() == 1 ? taskText(m_tasks.front())
                               : tr("%n thing(s) are running", nullptr, int(m_tasks.size()));
}

void ProgressModel::cancel(int row)
{
    if (row < 0 || row >= rowCount({}) || context() == nullptr) {
        return;
    }
    const TaskState task = m_tasks[size_t(row)];
    if (isImport(task)) {
        cancelImport(task.subject);
    } else if (isRender(task)) {
        Q_EMIT questionWanted(task.facts.value("task_id"_L1).toInt());
    } else {
        context()->services().progress.cancel(task.id);
    }
}

// An import is kept, so that it goes on after a crash: to cancel it is a change of the library.
void ProgressModel::cancelImport(const QUuid &run)
{
    context()->ask(
        this,
        [services = context()->services().library, user = context()->userId(), run] {
            return library::cancelImport(services, user, run);
        },
        [this](const Result<void> &) { reload(); });
}

} // namespace kinframe::ui
