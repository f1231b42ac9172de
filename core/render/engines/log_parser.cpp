// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/engines/log_parser.h"

#include "render/engines/known_problems.h"
#include "render/engines/line_splitter.h"
#include "render/engines/log_marks.h"
#include "render/engines/log_reader.h"

#include <map>
#include <optional>

namespace kinframe::render {
namespace {

std::unique_ptr<LogReader> readerFor(Engine engine)
{
    switch (engine) {
    case Engine::Blender:
        return blenderLogReader();
    case Engine::Maya:
        return mayaLogReader();
    case Engine::Unreal:
        return unrealLogReader();
    case Engine::Command:
        break;
    }
    return commandLogReader();
}

/// Finds what a Python program failed with: the last line of its traceback, the first that is not indented.
class Tracebacks
{
public:
    /// True while in one; `reason` is its last line then, once it is there.
    bool read(QByteArrayView line, QString &reason)
    {
        if (line.startsWith("Traceback (most recent call last)")) {
            m_isIn = true;
            return true;
        }
        if (!m_isIn) {
            return false;
        }
        if (!line.startsWith(' ') && !line.startsWith('\t')) {
            m_isIn = false;
            reason = QString::fromUtf8(line);
        }
        return true;
    }

private:
    bool m_isIn = false;
};

/// The log of one process.
struct CommandLog
{
    CommandLog(Engine engine, const QList<int> &itsFrames)
        : frames(itsFrames)
        , reader(readerFor(engine))
    {
    }

    void read(Engine engine, QByteArrayView line)
    {
        if (reader->read(line, frames)) {
            return;
        }
        QString reason;
        if (tracebacks.read(line, reason)) {
            if (!reason.isEmpty()) {
                frames.problem(FailureReason::Script, false, reason);
            }
            return;
        }
        if (const auto problem = knownProblem(engine, line)) {
            frames.problem(problem->reason, problem->isFatal, QString::fromUtf8(line));
        } else if (line.startsWith("Error: ")) {
            frames.problem(FailureReason::Unknown, false, QString::fromUtf8(line));
        }
    }

    FrameTrack frames;
    std::unique_ptr<LogReader> reader;
    Tracebacks tracebacks;
};

} // namespace

struct LogParser::State
{
    Engine engine = Engine::Blender;
    std::vector<LoggedCommand> commands;
    LineSplitter lines;
    std::map<int, CommandLog> logs;
    int current = 0;
    std::vector<LoggedEvent> events;

    CommandLog &log(int command)
    {
        auto found = logs.find(command);
        if (found == logs.end()) {
            const bool isKnown = command >= 0 && size_t(command) < commands.size();
            found = logs.try_emplace(command, engine, isKnown ? commands[size_t(command)].frames : QList<int>()).first;
        }
        return found->second;
    }

    void give(FrameTrack &frames, qint64 from, qint64 to)
    {
        for (LogEvent &event : frames.take()) {
            events.push_back({from, to, std::move(event)});
        }
    }

    void read(const LogMark &mark, qint64 from, qint64 to)
    {
        if (mark.command < 0 || size_t(mark.command) >= commands.size()) {
            return;
        }
        current = mark.command;
        if (mark.kind == LogMark::Kind::GoesOn) {
            return;
        }
        CommandLog &its = log(mark.command);
        if (mark.kind == LogMark::Kind::Started) {
            events.push_back({from, to, CommandStarted{mark.command}});
            its.reader->started(its.frames);
            give(its.frames, from, to);
            return;
        }
        its.reader->ended(its.frames, mark.exitCode == 0 && mark.signal == 0, mark.seconds);
        give(its.frames, from, to);
        events.push_back({from, to, CommandEnded{mark.command, mark.exitCode, mark.signal}});
        logs.erase(mark.command);
    }

    void read(QByteArrayView line, qint64 from, qint64 to)
    {
        if (const auto mark = logMarkFrom(line)) {
            read(*mark, from, to);
            return;
        }
        CommandLog &its = log(current);
        its.read(engine, line);
        give(its.frames, from, to);
    }
};

LogParser::LogParser(Engine engine, std::vector<LoggedCommand> commands)
    : m_state(std::make_unique<State>())
{
    m_state->engine = engine;
    m_state->commands = std::move(commands);
}

LogParser::~LogParser() = default;
LogParser::LogParser(LogParser &&) noexcept = default;
LogParser &LogParser::operator=(LogParser &&) noexcept = default;

std::vector<LoggedEvent> LogParser::feed(QByteArrayView bytes)
{
    m_state->lines.feed(bytes, [this](QByteArrayView line, qint64 from, qint64 to) { m_state->read(line, from, to); });
    return std::exchange(m_state->events, {});
}

std::vector<LoggedEvent> LogParser::finish()
{
    m_state->lines.finish([this](QByteArrayView line, qint64 from, qint64 to) { m_state->read(line, from, to); });
    // Processes whose end nobody marked, since whoever watched them was gone before.
    const qint64 end = position();
    for (auto &[number, log] : m_state->logs) {
        log.reader->ended(log.frames, false, 0);
        m_state->give(log.frames, end, end);
    }
    return std::exchange(m_state->events, {});
}

qint64 LogParser::position() const
{
    return m_state->lines.position();
}

} // namespace kinframe::render
