// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/active_chunk.h"
#include "render/chunk_rows.h"
#include "render/frame_intake.h"
#include "render/render_setup.h"
#include "render/renderer.h"
#include "render/scene_layout.h"
#include "render/sweeps.h"

#include <QHash>
#include <QSet>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <variant>

namespace kinframe::render {

/// The thread behind a Renderer. What it learns it writes in one transaction a turn, and goes on with what it has
/// written only; where the database cannot be written it tries again and begins nothing new.
class Renderer::Loop
{
public:
    Loop(const library::Services &services, Files &files, EventBus &events, Sweeps &sweeps, RendererSetup setup);
    ~Loop();

    void start();
    void wake(qint64 taskId);

private:
    struct LaidOut
    {
        qint64 taskId = 0;
        Result<SceneLayout> layout;
        Result<QString> program;
    };
    struct Wake
    {
        qint64 taskId = 0;
    };
    struct OutputSeen
    {
        QUuid chunk;
        std::vector<SeenPicture> pictures;
        bool isLast = false; ///< its engine had ended before
    };
    using Outcomes = std::vector<FrameIntake::Outcome>;
    using Message = std::variant<Wake, ChunkReport, Outcomes, LaidOut, OutputSeen>;
    using Change = std::function<void(storage::Transaction &)>;

    void post(Message message);
    void work(const std::stop_token &stop);
    void takeBack();
    std::deque<Message> nextMessages(const std::stop_token &stop);
    [[nodiscard]] std::chrono::milliseconds patience() const;
    void handle(Message &message);
    void handleWake(qint64 taskId);
    void handleReport(ChunkReport &report);
    void handleChecked(const FrameIntake::Outcome &outcome);
    void handleLaidOut(const LaidOut &laidOut);

    // What the log of a chunk says.
    void handleEvent(ActiveChunk &chunk, const LoggedEvent &logged);
    void frameStarted(ActiveChunk &chunk, int number, qint64 from, const std::optional<WorkMoment> &told = {});
    void frameWritten(ActiveChunk &chunk, const LoggedEvent &logged, const FrameWritten &written);
    void problem(ActiveChunk &chunk, const Problem &problem);
    [[nodiscard]] WorkMoment nowOf(const ActiveChunk &chunk) const;
    void stateChanged(ActiveChunk &chunk, const ChunkReport &report);
    void check(ActiveChunk &chunk, ActiveFrame &frame, const QString &path);

    // What the output folder of one says whose log says nothing.
    void watchOutputs();
    void lookAtOutput(ActiveChunk &chunk);
    void handleSeen(const OutputSeen &seen);
    void beginNext(ActiveChunk &chunk);
    [[nodiscard]] static bool awaitsLastLook(const ActiveChunk &chunk);

    void makeRoom(ActiveChunk &chunk);

    // How it ends.
    void settle(ActiveChunk &chunk);
    [[nodiscard]] Error reasonFor(const ActiveChunk &chunk, const ActiveFrame &frame) const;
    void giveUpWhereHopeless(ActiveChunk &chunk);
    void sweep(const ActiveChunk &chunk);
    void failFrame(ActiveChunk &chunk, ActiveFrame &frame, const Error &error);
    void giveUp(qint64 taskId, const Error &error);

    void watchClocks();
    [[nodiscard]] bool isAtWork(qint64 taskId) const;
    [[nodiscard]] std::optional<Error> overTime(const ActiveChunk &chunk, qint64 steady) const;

    [[nodiscard]] bool flush();
    [[nodiscard]] Result<void> write(std::span<const Change> changes);
    void writeOneByOne();
    /// Whether the database can be written at all.
    [[nodiscard]] bool takesWrites();
    void dispatch();
    enum class Begun { Yes, NotNow, NoRoom };
    [[nodiscard]] Begun wait(const Task &task, const std::optional<Error> &reason);
    [[nodiscard]] bool hasSpace();
    [[nodiscard]] Begun beginChunk(const Candidate &candidate);
    [[nodiscard]] ActiveChunk chunkFor(const Task &task, const Needs &needs, std::vector<ActiveFrame> frames) const;
    void leaveTheComputerToIt();
    void layOutTask(qint64 taskId);
    [[nodiscard]] Result<void> startChunk(const Task &task, ActiveChunk &chunk, const LaidOut &laidOut);
    [[nodiscard]] Runner *runner(const QString &name);
    [[nodiscard]] ActiveChunk *chunkNamed(const QUuid &uuid);
    void cancelChunks(qint64 taskId);
    void change(qint64 taskId, Change change);
    [[nodiscard]] qint64 now() const { return m_setup.clock(); }
    /// When a worker says that something was; now, where it does not say.
    [[nodiscard]] qint64 whenTold(std::optional<qint64> at) const { return std::min(at.value_or(now()), now()); }

    library::Services m_services;
    Files &m_files;
    EventBus &m_events;
    Sweeps &m_sweeps;
    RendererSetup m_setup;
    RenderSetup m_owner; ///< what the owner has set up
    std::map<QString, std::unique_ptr<Runner>> m_runners;
    std::map<QUuid, ActiveChunk> m_chunks;
    QHash<qint64, LaidOut> m_laidOut; ///< tasks whose work space is ready, by id
    QSet<qint64> m_layingOut;
    QHash<qint64, qint64> m_layOutAfter; ///< of a task that could not be laid out for now: on the clock of steadyMs()
    QHash<qint64, int> m_badStarts;      ///< of a task: chunks that ended before any frame of it was good
    QSet<qint64> m_proven;               ///< tasks of which a frame was good
    QHash<qint64, qint64> m_turns;       ///< of an owner: the number of the last turn
    qint64 m_lastTurn = 0;
    std::optional<Candidate> m_waiting;         ///< whose turn it is as soon as there is room
    std::vector<FrameIntake::Wanted> m_toCheck; ///< what the turn found written
    std::vector<Change> m_changes;
    QSet<qint64> m_touched;    ///< tasks that the changes are about
    qint64 m_clocksSeenAt = 0; ///< on the clock of steadyMs()
    bool m_canWrite = true;
    bool m_awaitsSpace = false;  ///< there is work, but no room for its pictures
    bool m_awaitsRoom = false;   ///< there is work that does not fit now, where a runner's room may grow by itself
    bool m_awaitsRunner = false; ///< there is work for one that does not know its capacity yet

    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    std::deque<Message> m_messages;
    std::unique_ptr<FrameIntake> m_intake;
    std::jthread m_thread;
};

} // namespace kinframe::render
