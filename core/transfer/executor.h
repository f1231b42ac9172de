// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace kinframe::transfer {

/// Runs a task somewhere else, soon, in the order given: another thread's event loop, a pool, a serial thread.
/// An empty one means "here and now".
using Executor = std::function<void(std::function<void()>)>;

inline void runOn(const Executor &executor, std::function<void()> task)
{
    if (executor) {
        executor(std::move(task));
    } else {
        task();
    }
}

} // namespace kinframe::transfer
