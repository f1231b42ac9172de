// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/task.h"

#include <algorithm>
#include <cmath>

namespace kinframe::render {
namespace {

constexpr double msPerHour = 3'600'000;

} // namespace

double Task::progress() const
{
    const int total = frames.total();
    return total == 0 ? 0 : std::floor(double(frames.completed) * 1000 / total) / 10;
}

std::optional<double> Task::actualCost() const
{
    return hardware ? std::optional(hardware->pricePerHour * double(renderMs) / msPerHour) : std::nullopt;
}

std::optional<double> Task::estimatedCost() const
{
    if (!hardware || timedFrames == 0) {
        return std::nullopt;
    }
    const double each = double(renderMs) / timedFrames;
    return hardware->pricePerHour * each * frames.total() / msPerHour;
}

std::optional<qint64> Task::estimatedCompletion(qint64 now) const
{
    const bool isWorking = state == TaskState::Testing || state == TaskState::Rendering;
    if (!isWorking || timedFrames == 0) {
        return std::nullopt;
    }
    const double each = double(renderMs) / timedFrames;
    const int left = frames.pending + frames.rendering;
    return now + qint64(each * left / std::max(1, frames.rendering));
}

} // namespace kinframe::render
