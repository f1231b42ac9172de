// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kinframe {

/// While one of these lives, the allocator keeps large blocks that were given back, for the next that asks: the layers
/// of networks come and go at some MB each, and a page that the system takes back costs a fault and a wipe when it is
/// wanted again. The last one to go hands everything that nobody uses back to the system, which takes milliseconds. Any
/// thread; nothing where the C library has no such setting.
class LargeBlocksKept
{
public:
    LargeBlocksKept();
    ~LargeBlocksKept();
    LargeBlocksKept(const LargeBlocksKept &) = delete;
    LargeBlocksKept &operator=(const LargeBlocksKept &) = delete;
};

/// Hands what nobody uses back to the system: for after something that took a hundred megabytes for a moment, in pieces
/// so small that the allocator would keep them. Takes some milliseconds. Any thread but the window's.
void giveBackFreeMemory();

} // namespace kinframe
