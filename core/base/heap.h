// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kinframe {

/// Lets the allocator keep large blocks that were given back, for the next that asks: pictures and the layers of
/// networks come and go at some MB each, and a page that the system takes back costs a fault and a wipe when it is
/// wanted again. Once, before the threads that work start; nothing where the C library has no such setting.
void keepLargeBlocks();

/// Hands what nobody uses back to the system: when a long piece of work is over. Takes milliseconds; from any thread.
void returnFreeMemory();

} // namespace kinframe
