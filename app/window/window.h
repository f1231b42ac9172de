// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/invocation.h"

namespace kinframe::app {

/// Opens the library with its server and shows the window until it is closed; gives the exit code. Needs a
/// QGuiApplication.
int runWindow(const Invocation &invocation);

/// While it lives Qt says nothing of its own about a screen that cannot be reached, and where it gives up the program
/// ends with our sentence. For the making of the application.
class ScreenWords
{
public:
    ScreenWords();
    ~ScreenWords() { end(); }
    ScreenWords(const ScreenWords &) = delete;
    ScreenWords &operator=(const ScreenWords &) = delete;
    void end() const;
};

/// Whether there is a screen to show a window on.
[[nodiscard]] bool hasDisplay();

} // namespace kinframe::app
