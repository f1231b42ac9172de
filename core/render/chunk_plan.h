// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/runners/capacity.h"
#include "render/task.h"

#include <QHash>

namespace kinframe::render {

/// What has been measured of a task's frames. 0: not yet.
struct FrameTimes
{
    double startupMs = 0; ///< until the engine begins with its first frame
    double frameMs = 0;
};

/// How many frames the next process is to render: so many that starting it costs little beside them, so few that other
/// work comes to its turn within minutes, and that all places have work at the end.
[[nodiscard]] int chunkSize(int framesLeft, int places, const FrameTimes &times, bool othersWait);

/// A task that has frames to render.
struct Candidate
{
    qint64 taskId = 0;
    qint64 ownerId = 0;
    int priority = 5;
    qint64 ownersTurn = 0; ///< when its owner last had one: a higher number is later
};

/// Who comes first: the higher priority; of the same, whose tasks have fewer cores now; of those, who
/// has waited longest for a turn; then the older task.
[[nodiscard]] std::vector<Candidate> inTurn(std::vector<Candidate> candidates, const QHash<qint64, int> &coresOfOwner);

/// Whether a chunk that has had its time gives its place to what waits: to the more urgent, and to other users.
[[nodiscard]] bool makesRoomFor(const Candidate &running, const Candidate &waiting);

/// What a chunk of the task needs of a runner with that capacity. `notice`: where it asks for more than there is.
struct Fitted
{
    Needs needs;
    std::optional<Error> notice;
    bool fits = true; ///< as it was asked for
};
[[nodiscard]] Fitted fitted(const Task &task, const Capacity &capacity);

/// Whether that is free now; what asks for all there is may also have a runner on which nothing runs.
[[nodiscard]] bool isFree(const Capacity &capacity, const Needs &needs);

} // namespace kinframe::render
