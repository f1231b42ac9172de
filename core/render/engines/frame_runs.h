// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace kinframe::render {

/// Frames with the same distance from each to the next, upwards.
struct FrameRun
{
    int start = 0;
    int end = 0;
    int step = 1;

    [[nodiscard]] QList<int> frames() const;
};

/// The frames as few runs, in their order.
[[nodiscard]] std::vector<FrameRun> runsOf(const QList<int> &frames);

/// As Blender takes them: `1,4..6,9`.
[[nodiscard]] QString frameListOf(const QList<int> &frames);

} // namespace kinframe::render
