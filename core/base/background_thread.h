// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kinframe {

/// What the calling thread does may take longer where others want the processor: the window, answers to clients, other
/// programs. For the rest of the thread's life, and on Linux for the threads that it starts. Takes nothing away while
/// the processor is free.
void giveWayToOthers();

} // namespace kinframe
