// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/blender_queue.h"

#include "base/background_thread.h"

namespace kinframe::render {

using namespace Qt::StringLiterals;

BlenderQueue::BlenderQueue(Read read, Done done)
    : m_read(std::move(read))
    , m_done(std::move(done))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

BlenderQueue::~BlenderQueue()
{
    m_thread.request_stop();
    m_tasks.close();
    m_thread.join();
    // Those who wait for what was not begun are told.
    while (auto task = m_tasks.tryPop()) {
        task->promise.set_value(fail(ErrorCode::ShuttingDown));
    }
}

std::shared_future<Result<SceneFacts>> BlenderQueue::ask(const QByteArray &md5, const QString &path)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto open = m_open.find(md5); open != m_open.end()) {
        return open->second;
    }
    Task task{md5, path, {}};
    std::shared_future<Result<SceneFacts>> future = task.promise.get_future().share();
    // Fewer are open than the queue has room for, so that this never waits.
    if (m_open.size() >= mostWaiting || m_thread.get_stop_token().stop_requested()) {
        task.promise.set_value(fail(ErrorCode::Conflict, {{u"reason"_s, u"too many scenes wait for Blender"_s}}));
        return future;
    }
    m_open.emplace(md5, future);
    m_tasks.push(std::move(task));
    return future;
}

bool BlenderQueue::isOpen(const QByteArray &md5)
{
    const std::scoped_lock lock(m_mutex);
    return m_open.contains(md5);
}

void BlenderQueue::work(const std::stop_token &stop)
{
    giveWayToOthers();
    while (auto task = m_tasks.pop(stop)) {
        const Result<SceneFacts> facts = m_read(task->path, stop);
        m_done(task->md5, facts);
        {
            const std::scoped_lock lock(m_mutex);
            m_open.erase(task->md5);
        }
        task->promise.set_value(facts);
    }
}

} // namespace kinframe::render
