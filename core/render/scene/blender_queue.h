// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bounded_queue.h"
#include "base/result.h"
#include "render/scene/scene_facts.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kinframe::render {

/// Scenes that wait to be read by Blender, one after the other in a thread of its own: a scene may take as much memory
/// as the computer has. Every call from any thread.
class BlenderQueue
{
public:
    /// Reads the scene at the path; runs in the queue's thread until the token asks to stop.
    using Read = std::function<Result<SceneFacts>(const QString &path, const std::stop_token &stop)>;
    /// Told of each outcome before those who wait for it are; in the queue's thread.
    using Done = std::function<void(const QByteArray &md5, const Result<SceneFacts> &facts)>;

    BlenderQueue(Read read, Done done);
    /// Ends what runs.
    ~BlenderQueue();
    BlenderQueue(const BlenderQueue &) = delete;
    BlenderQueue &operator=(const BlenderQueue &) = delete;

    /// The outcome for that file: of the read that waits or runs already, or of a new one. Conflict at once where too
    /// many wait.
    [[nodiscard]] std::shared_future<Result<SceneFacts>> ask(const QByteArray &md5, const QString &path);
    /// Whether that file is read now or waits for it.
    [[nodiscard]] bool isOpen(const QByteArray &md5);

private:
    struct Task
    {
        QByteArray md5;
        QString path;
        std::promise<Result<SceneFacts>> promise;
    };
    static constexpr std::size_t mostWaiting = 64;

    void work(const std::stop_token &stop);

    Read m_read;
    Done m_done;
    std::mutex m_mutex;
    std::map<QByteArray, std::shared_future<Result<SceneFacts>>> m_open; ///< not answered yet
    BoundedQueue<Task> m_tasks{mostWaiting};
    std::jthread m_thread;
};

} // namespace kinframe::render
