// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/chunk_rows.h"
#include "render/engines/frame_check.h"

#include <QUuid>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace kinframe::render {

/// Looks at the pictures that engines have written, on threads of its own, and makes results of the good ones: those
/// that come in quick succession together, since the disk takes as long for one as for many.
class FrameIntake
{
public:
    struct Wanted
    {
        QUuid chunk;
        int frame = 0;
        QString path;              ///< that the engine has written; empty: whatever lies there for the frame
        QString outputFolder;      ///< of the attempt: nothing outside of it is taken
        FrameExpectation expected; ///< what is older than its `notBefore` is of another attempt
        QString framesFolder;      ///< where it goes
    };
    struct Outcome
    {
        QUuid chunk;
        int frame = 0;
        Result<FrameOutput> output;
    };
    using Sink = std::function<void(std::vector<Outcome>)>;

    explicit FrameIntake(Sink sink);
    /// What waits is dropped; the next start looks again.
    ~FrameIntake();
    FrameIntake(const FrameIntake &) = delete;
    FrameIntake &operator=(const FrameIntake &) = delete;

    /// Returns at once; the sink is called on other threads, for some of them at a time.
    void check(std::vector<Wanted> frames);
    /// Runs something else that takes long there.
    void run(std::function<void(const std::stop_token &)> work);

private:
    using Work = std::function<void(const std::stop_token &)>;

    void serve(const std::stop_token &stop);
    [[nodiscard]] std::vector<Wanted> nextWaiting();
    void take(const std::vector<Wanted> &frames, const std::stop_token &stop);

    Sink m_sink;
    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    std::deque<Wanted> m_waiting;
    std::deque<Work> m_work;
    std::vector<std::jthread> m_threads;
};

} // namespace kinframe::render
