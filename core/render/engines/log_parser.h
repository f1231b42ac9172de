// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/engines/chunk_job.h"
#include "render/engines/log_event.h"

#include <QByteArrayView>
#include <QList>

#include <memory>
#include <vector>

namespace kinframe::render {

/// What a parser must know of one command of the chunk.
struct LoggedCommand
{
    QList<int> frames;
};

/// Reads the log of a chunk as it grows. Takes any bytes; lines past 16 KB are read as if they ended there. One thread
/// at a time.
class LogParser
{
public:
    LogParser(Engine engine, std::vector<LoggedCommand> commands);
    ~LogParser();
    LogParser(LogParser &&) noexcept;
    LogParser &operator=(LogParser &&) noexcept;

    /// The events of all lines that are whole now. The first piece is the log's beginning.
    [[nodiscard]] std::vector<LoggedEvent> feed(QByteArrayView bytes);
    /// The log is whole: its last line too, if nothing ended it.
    [[nodiscard]] std::vector<LoggedEvent> finish();
    /// Bytes of the log that were fed.
    [[nodiscard]] qint64 position() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kinframe::render
