// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/invocation.h"

namespace kinframe::app {

/// Opens the library with its server and shows the window until it is closed; gives the exit code. Needs a
/// QGuiApplication.
int runWindow(const Invocation &invocation);

/// Whether there is a screen to show a window on.
[[nodiscard]] bool hasDisplay();

} // namespace kinframe::app
