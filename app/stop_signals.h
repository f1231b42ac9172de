// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace kinframe::app {

/// Calls `stop` once on the main thread when the process is asked to end: SIGTERM, SIGINT, or Ctrl-C and closing on
/// Windows. A second Ctrl-C ends it at once. For the whole life of the process.
void onStopSignal(std::function<void()> stop);

} // namespace kinframe::app
