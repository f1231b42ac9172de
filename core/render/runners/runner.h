// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/command.h"
#include "render/engines/log_event.h"
#include "render/runners/capacity.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace kinframe::render {

/// A chunk as a runner takes it on.
struct ChunkStart
{
    QString chunk; ///< the caller's name of it, unique for good (a UUID); reports come under it
    /// Of this chunk alone, there already, absolute, seen by whoever renders. Log, events and control files lie in it
    /// as long as the caller keeps it.
    QString folder;
    QString title; ///< for people who look at the cluster's own tools
    ChunkCommands commands;
    Needs needs;
    qint64 totalSeconds = 0; ///< of work, pauses not counted, after which it is stopped; 0: no limit
    int priority = 5;        ///< 0 to 10, higher first, among what waits at the runner
};

enum class ChunkState {
    Waiting, ///< taken on, not begun
    Running,
    Paused,
    Ended, ///< with ChunkReport::end; nothing of it runs any more, and its log is whole
    Lost,  ///< went away without saying how it ended; what was left of it has been ended as far as it could be reached
};

enum class EndReason {
    Done,      ///< every command ended with 0
    Failed,    ///< a command ended with something else, or by a signal
    Stopped,   ///< as asked
    Memory,    ///< used more than its needs said
    Time,      ///< totalSeconds are over
    NotStarted ///< a program, the worker or the cluster did not take it on
};

struct ChunkEnd
{
    EndReason reason = EndReason::Done;
    int exitCode = 0; ///< of the first command that failed; -1 where a signal ended it
    int signal = 0;
    QString text; ///< what the system said, where it did not start
};

/// What is new with a chunk.
struct ChunkReport
{
    QString chunk;
    QString runnerJob; ///< what the runner calls it, for adopt(); empty until that is known
    ChunkState state = ChunkState::Waiting;
    QString node; ///< the computer that renders it; empty until it runs
    /// New events of the log, in its order. After adopt() they come again from the log's beginning, the same with the
    /// same offsets: what was seen before is known by LoggedEvent::to.
    std::vector<LoggedEvent> events;
    qint64 logSize = 0;                 ///< bytes of the log that have been read
    std::optional<qint64> since;        ///< ms since 1970: it is in that state, as far as anybody told
    std::optional<qint64> workedMs;     ///< by the worker's clock, until now: pauses not counted
    std::optional<qint64> lastOutputMs; ///< on that clock, when the log last grew
    /// False where it is only said again what was said before adopt(), and nobody knows yet whether it lives.
    bool isLive = true;
    std::optional<ChunkEnd> end;
};

/// Called on a thread of the runner, one report at a time; those of one chunk in order. To return soon, and not to call
/// the runner's destructor. Nothing comes after Ended or Lost.
using ReportSink = std::function<void(ChunkReport)>;

/// Renders chunks somewhere. Every call from any thread; none waits: what comes of it is reported.
class Runner
{
public:
    Runner() = default;
    Runner(const Runner &) = delete;
    Runner &operator=(const Runner &) = delete;
    /// What renders goes on; nothing is reported any more.
    virtual ~Runner() = default;

    /// `local`, `slurm`.
    [[nodiscard]] virtual QString name() const = 0;
    /// What it has and what of it is free now; chunks that were started count at once. Nothing before it knows itself.
    [[nodiscard]] virtual std::optional<Capacity> capacity() const = 0;
    /// Why it takes nothing on for now, as a sentence for people; nothing where it does.
    [[nodiscard]] virtual std::optional<Error> trouble() const { return std::nullopt; }

    /// Takes a chunk on, also past its capacity: whether it fits is the caller's to decide. Conflict where it has one
    /// of that name already. What fails later comes as Ended with NotStarted.
    [[nodiscard]] virtual Result<void> start(ChunkStart chunk) = 0;
    /// Takes a chunk back that was started before this program was, or by another: it is watched as if it had been
    /// started here, or reported as Ended or Lost. `runnerJob` may be empty where that was not kept any more.
    [[nodiscard]] virtual Result<void> adopt(const QString &chunk, const QString &folder, const QString &runnerJob,
                                             const Needs &needs) = 0;

    // NotFound where it has no such chunk (any more). Doing it twice does no harm.
    [[nodiscard]] virtual Result<void> pause(const QString &chunk) = 0;
    [[nodiscard]] virtual Result<void> resume(const QString &chunk) = 0;
    /// Ends it, also while it is paused: politely, after two seconds by force.
    [[nodiscard]] virtual Result<void> cancel(const QString &chunk) = 0;
};

} // namespace kinframe::render
