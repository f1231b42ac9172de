// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renders/render_progress.h"

#include "base/clock.h"
#include "ui/base/sentences.h"
#include "ui/renders/render_texts.h"
#include "ui/renders/render_watch.h"

#include <mutex>
#include <utility>

namespace kinframe::ui {
namespace {

using namespace Qt::StringLiterals;
using RenderState = render::TaskState;

bool isWorking(const render::Task &task)
{
    return task.state == RenderState::Testing || task.state == RenderState::Rendering;
}

QJsonObject factsOf(const RenderView &view)
{
    QJsonObject facts{{u"name"_s, view.name}, {u"task_id"_s, view.task.id}};
    if (const auto end = view.task.estimatedCompletion(wallMs())) {
        facts[u"ends_at"_s] = *end;
    }
    return facts;
}

} // namespace

struct RenderProgress::Line
{
    std::mutex mutex;
    RenderProgress *progress = nullptr; ///< null once it has gone
};

RenderProgress::RenderProgress(QObject *parent)
    : QObject(parent)
    , m_line(std::make_shared<Line>())
{
    m_line->progress = this;
}

RenderProgress::~RenderProgress()
{
    const std::lock_guard lock(m_line->mutex);
    m_line->progress = nullptr;
}

void RenderProgress::componentComplete()
{
    m_context = Context::of(this);
    if (m_context == nullptr || m_context->services().tasks == nullptr) {
        return;
    }
    m_since = wallMs();
    const auto *watch = new RenderWatch(this);
    connect(watch, &RenderWatch::changed, this, [this](const QSet<qint64> &tasks) { look(tasks); });
    m_isLooking = true;
    m_context->ask(
        this,
        [&services = m_context->services(), userId = m_context->userId()] {
            return workingRenders(services, userId, {});
        },
        [this](const Result<std::vector<RenderView>> &views) {
            m_isLooking = false;
            for (const RenderView &view : views.value_or(std::vector<RenderView>())) {
                take(view);
            }
            look({});
        });
}

void RenderProgress::look(const QSet<qint64> &tasks)
{
    m_next.unite(tasks);
    if (m_isLooking || m_next.isEmpty()) {
        return;
    }
    const QSet<qint64> now = std::exchange(m_next, {});
    m_isLooking = true;
    m_context->ask(
        this,
        [&services = m_context->services(), userId = m_context->userId(),
         ids = std::vector<qint64>(now.begin(), now.end())] { return someRenders(services, userId, ids, {}); },
        [this](const Result<std::vector<RenderView>> &views) {
            m_isLooking = false;
            for (const RenderView &view : views.value_or(std::vector<RenderView>())) {
                take(view);
            }
            look({});
        });
}

void RenderProgress::take(const RenderView &view)
{
    const render::Task &task = view.task;
    if (isWorking(task)) {
        m_ended.remove(task.id);
        follow(view);
        return;
    }
    m_running.erase(task.id);
    if (!render::isEnded(task.state)) {
        m_ended.remove(task.id);
    } else if (task.completedAt.value_or(0) >= m_since && !m_ended.contains(task.id)) {
        m_ended.insert(task.id);
        tellEnd(view);
    }
}

void RenderProgress::follow(const RenderView &view)
{
    const qint64 id = view.task.id;
    auto running = m_running.find(id);
    if (running == m_running.end()) {
        TaskInfo info;
        info.kind = u"render"_s;
        info.title = u"render"_s;
        info.facts = factsOf(view);
        info.total = view.task.frames.total();
        info.cancel = [line = m_line, id] {
            const std::lock_guard lock(line->mutex);
            if (RenderProgress *progress = line->progress) {
                QMetaObject::invokeMethod(
                    progress, [progress, id] { progress->cancel(id); }, Qt::QueuedConnection);
            }
        };
        running = m_running.emplace(id, m_context->services().progress.begin(std::move(info))).first;
    }
    running->second.setFacts(factsOf(view));
    running->second.set(view.task.frames.completed + view.task.frames.failed, view.task.frames.total());
}

void RenderProgress::tellEnd(const RenderView &view)
{
    const render::Task &task = view.task;
    if (task.state == RenderState::Completed) {
        Q_EMIT ended(int(task.id), tr("“%1” is rendered: %n frame(s).", nullptr, task.frames.completed).arg(view.name),
                     false);
    } else if (task.state == RenderState::Failed) {
        Q_EMIT ended(int(task.id), tr("“%1” has failed. %2").arg(view.name, problemText(task)), true);
    }
}

void RenderProgress::cancel(qint64 task)
{
    m_context->ask(
        this,
        [&services = m_context->services(), userId = m_context->userId(), task]() -> Result<render::Task> {
            const auto caller = callerOf(services, userId);
            return caller ? services.tasks->cancel(*caller, task) : failed(caller);
        },
        [this](const Result<render::Task> &cancelled) {
            if (!cancelled) {
                Q_EMIT wentWrong(sentenceOf(cancelled.error()));
            }
        });
}

} // namespace kinframe::ui
