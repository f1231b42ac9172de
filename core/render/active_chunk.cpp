// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/active_chunk.h"

#include <algorithm>

namespace kinframe::render {

ActiveFrame *ActiveChunk::frame(int number)
{
    const auto found = std::find_if(frames.begin(), frames.end(),
                                    [number](const ActiveFrame &frame) { return frame.number == number; });
    return found == frames.end() ? nullptr : &*found;
}

FrameExpectation ActiveChunk::expectationOf(const ActiveFrame &frame) const
{
    FrameExpectation wanted = expected;
    wanted.notBefore = begunAt;
    if (frame.dimensions) {
        wanted.dimensions = frame.dimensions;
    }
    return wanted;
}

bool ActiveChunk::isChecking() const
{
    return std::any_of(frames.begin(), frames.end(), [](const ActiveFrame &frame) { return frame.isBeingChecked; });
}

} // namespace kinframe::render
