// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/progress.h"

#include "base/clock.h"
#include "base/ids.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace kinframe {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 publishEveryMs = 200;
// The speed is that of about the last so many milliseconds.
constexpr double speedWindowMs = 5000;

} // namespace

struct ScopedTask::Entry
{
    TaskState state;
    std::function<void()> cancel;
    qint64 publishedAt = 0;
    qint64 measuredAt = 0;
    qint64 measuredDone = 0;
    bool hasSpeed = false;
};

struct ProgressTasks
{
    using Entry = ScopedTask::Entry;

    EventBus &events;
    std::function<qint64()> steady;
    mutable std::mutex mutex;
    std::vector<std::shared_ptr<Entry>> running;

    void change(Entry &entry, const std::function<void(TaskState &)> &apply)
    {
        std::optional<TaskState> news;
        {
            const std::scoped_lock lock(mutex);
            apply(entry.state);
            const qint64 now = steady();
            measure(entry, now);
            if (entry.state.isEnded || now - entry.publishedAt >= publishEveryMs) {
                entry.publishedAt = now;
                news = entry.state;
            }
        }
        if (news) {
            publish(*news);
        }
    }

    void publish(const TaskState &state) const
    {
        events.publish({u"job.progress"_s, state.id, state.user, state.toJson()});
    }

    static void measure(Entry &entry, qint64 now)
    {
        const double elapsed = double(now - entry.measuredAt);
        if (elapsed < double(publishEveryMs)) {
            return;
        }
        TaskState &state = entry.state;
        const double current = std::max(0.0, double(state.done - entry.measuredDone) * 1000 / elapsed);
        const double weight = entry.hasSpeed ? 1 - std::exp(-elapsed / speedWindowMs) : 1;
        state.perSecond += weight * (current - state.perSecond);
        entry.hasSpeed = true;
        entry.measuredAt = now;
        entry.measuredDone = state.done;
        const bool isKnown = state.total >= 0 && state.perSecond > 0;
        state.secondsLeft = isKnown
                                ? std::optional(double(std::max<qint64>(0, state.total - state.done)) / state.perSecond)
                                : std::nullopt;
    }
};

QJsonObject TaskState::toJson() const
{
    QJsonObject json{{u"kind"_s, kind},     {u"title"_s, title},         {u"facts"_s, facts},
                     {u"done"_s, done},     {u"total"_s, total},         {u"perSecond"_s, perSecond},
                     {u"ended"_s, isEnded}, {u"canCancel"_s, canCancel}, {u"startedAt"_s, toIso(startedAt)}};
    if (secondsLeft) {
        json.insert(u"secondsLeft"_s, *secondsLeft);
    }
    if (!subject.isNull()) {
        json.insert(u"subject"_s, toText(subject));
    }
    return json;
}

ScopedTask::ScopedTask(std::shared_ptr<ProgressTasks> tasks, std::shared_ptr<Entry> entry)
    : m_tasks(std::move(tasks))
    , m_entry(std::move(entry))
{
}

ScopedTask::ScopedTask(ScopedTask &&) noexcept = default;

ScopedTask &ScopedTask::operator=(ScopedTask &&other) noexcept
{
    if (this != &other) {
        end();
        m_tasks = std::move(other.m_tasks);
        m_entry = std::move(other.m_entry);
    }
    return *this;
}

ScopedTask::~ScopedTask()
{
    end();
}

void ScopedTask::end()
{
    if (!m_entry) {
        return;
    }
    {
        const std::scoped_lock lock(m_tasks->mutex);
        std::erase(m_tasks->running, m_entry);
    }
    m_tasks->change(*m_entry, [](TaskState &state) { state.isEnded = true; });
    m_entry.reset();
}

QUuid ScopedTask::id() const
{
    return m_entry->state.id;
}

void ScopedTask::advance(qint64 by)
{
    m_tasks->change(*m_entry, [by](TaskState &state) { state.done += by; });
}

void ScopedTask::set(qint64 done, qint64 total)
{
    m_tasks->change(*m_entry, [=](TaskState &state) {
        state.done = done;
        state.total = total;
    });
}

void ScopedTask::setFacts(const QJsonObject &facts)
{
    m_tasks->change(*m_entry, [&](TaskState &state) { state.facts = facts; });
}

ProgressRegistry::ProgressRegistry(EventBus &events, std::function<qint64()> steady)
    : m_tasks(new ProgressTasks{events, steady ? std::move(steady) : steadyMs, {}, {}})
{
}

ScopedTask ProgressRegistry::begin(TaskInfo info)
{
    auto entry = std::make_shared<ScopedTask::Entry>();
    TaskState &state = entry->state;
    state.id = newUuid();
    state.kind = info.kind;
    state.title = info.title;
    state.facts = info.facts;
    state.subject = info.subject;
    state.user = info.user;
    state.total = info.total;
    state.startedAt = wallMs();
    state.canCancel = bool(info.cancel);
    entry->cancel = std::move(info.cancel);
    entry->publishedAt = entry->measuredAt = m_tasks->steady();
    {
        const std::scoped_lock lock(m_tasks->mutex);
        m_tasks->running.push_back(entry);
    }
    m_tasks->publish(state);
    return {m_tasks, std::move(entry)};
}

std::vector<TaskState> ProgressRegistry::snapshot() const
{
    const std::scoped_lock lock(m_tasks->mutex);
    std::vector<TaskState> states;
    for (const auto &entry : m_tasks->running) {
        states.push_back(entry->state);
    }
    return states;
}

bool ProgressRegistry::cancel(const QUuid &id)
{
    std::shared_ptr<ScopedTask::Entry> entry;
    {
        const std::scoped_lock lock(m_tasks->mutex);
        const auto found = std::ranges::find(m_tasks->running, id, [](const auto &it) { return it->state.id; });
        if (found == m_tasks->running.end()) {
            return false;
        }
        entry = *found;
    }
    if (!entry->cancel) {
        return false;
    }
    entry->cancel();
    return true;
}

} // namespace kinframe
