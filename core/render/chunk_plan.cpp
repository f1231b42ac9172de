// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/chunk_plan.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

// Before anything is known. Should they turn out to be slow while others wait, they make room after one of them.
constexpr int firstChunk = 1000;
constexpr int mostFrames = 1000;
// Of the time of a chunk, starting the engine may take a fiftieth.
constexpr double worthwhile = 50;
constexpr double longestMs = 10 * 60'000;
constexpr double longestWhileOthersWaitMs = 2 * 60'000;
// The last chunks are smaller, so that all places end at about the same time.
constexpr int roundsLeft = 2;
constexpr qint64 mbPerGb = 1024;

} // namespace

int chunkSize(int framesLeft, int places, const FrameTimes &times, bool othersWait)
{
    const int evenly = int(std::ceil(double(framesLeft) / std::max(1, places)));
    if (times.frameMs <= 0) {
        return std::clamp(std::min(firstChunk, evenly), 1, std::max(1, framesLeft));
    }
    const double most = (othersWait ? longestWhileOthersWaitMs : longestMs) / times.frameMs;
    const double wanted = times.startupMs * worthwhile / times.frameMs;
    // More than one round only where a round is worth its start.
    const int perRound = places > 1 ? int(std::ceil(double(evenly) / roundsLeft)) : evenly;
    const double size = std::min(std::max(wanted, double(perRound)), most);
    return std::clamp(int(std::min(size, double(mostFrames))), 1, std::max(1, std::min(evenly, framesLeft)));
}

bool makesRoomFor(const Candidate &running, const Candidate &waiting)
{
    return waiting.priority > running.priority ||
           (waiting.priority == running.priority && waiting.ownerId != running.ownerId);
}

std::vector<Candidate> inTurn(std::vector<Candidate> candidates, const QHash<qint64, int> &coresOfOwner)
{
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate &left, const Candidate &right) {
        return std::tuple(-left.priority, coresOfOwner.value(left.ownerId), left.ownersTurn, left.taskId) <
               std::tuple(-right.priority, coresOfOwner.value(right.ownerId), right.ownersTurn, right.taskId);
    });
    return candidates;
}

Fitted fitted(const Task &task, const Capacity &capacity)
{
    const Needs &largest = capacity.largest;
    Fitted result;
    Needs &needs = result.needs;
    needs.cores = task.hardware ? task.hardware->cores : largest.cores;
    needs.memoryMb = task.request.ram.value_or(task.hardware ? task.hardware->ram : 0) * mbPerGb;
    needs.gpus = task.request.gpus;
    const bool lacksMemory = largest.memoryMb > 0 && task.request.ram && *task.request.ram * mbPerGb > largest.memoryMb;
    if (lacksMemory || needs.gpus > largest.gpus) {
        result.fits = false;
        result.notice = Error{ErrorCode::RunnerTooSmall,
                              {{u"ram"_s, QString::number(task.request.ram.value_or(0))},
                               {u"gpus"_s, QString::number(needs.gpus)},
                               {u"ram_here"_s, QString::number(largest.memoryMb / mbPerGb)},
                               {u"gpus_here"_s, QString::number(largest.gpus)}},
                              {}};
    }
    // Cores and memory of a configuration are what it comes with, not what a scene needs: less will do.
    needs.cores = std::clamp(needs.cores, 1, std::max(1, largest.cores));
    needs.memoryMb = largest.memoryMb > 0 ? std::min(needs.memoryMb, largest.memoryMb) : needs.memoryMb;
    needs.gpus = std::min(needs.gpus, largest.gpus);
    return result;
}

bool isFree(const Capacity &capacity, const Needs &needs)
{
    const auto has = [](qint64 free, qint64 wanted) { return wanted == 0 || free >= wanted; };
    const bool isIdle = capacity.free.cores >= capacity.total.cores;
    return has(capacity.free.cores, needs.cores) && has(capacity.free.gpus, needs.gpus) &&
           (isIdle || capacity.total.memoryMb == 0 || has(capacity.free.memoryMb, needs.memoryMb));
}

} // namespace kinframe::render
