// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QString>

namespace kinframe::ui {

// What a running task says to people, in the window's language. A line that has nothing to say is empty.
[[nodiscard]] QString taskText(const TaskState &task);     ///< "Looking for faces"
[[nodiscard]] QString countText(const TaskState &task);    ///< "120 of 1,000", "2.4 MB of 3.7 MB"
[[nodiscard]] QString speedText(const TaskState &task);    ///< "12 per second"
[[nodiscard]] QString timeLeftText(const TaskState &task); ///< "about 3 minutes left"

} // namespace kinframe::ui
