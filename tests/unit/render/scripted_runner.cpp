// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/render/scripted_runner.h"

namespace kinframe::test {

ScriptedRunner::ScriptedRunner(std::shared_ptr<Board> board, render::ReportSink sink)
    : m_board(std::move(board))
{
    const std::scoped_lock lock(m_board->mutex);
    m_board->sink = std::move(sink);
}

std::optional<Error> ScriptedRunner::trouble() const
{
    const std::scoped_lock lock(m_board->mutex);
    return m_board->trouble;
}

std::optional<render::Capacity> ScriptedRunner::capacity() const
{
    const std::scoped_lock lock(m_board->mutex);
    ++m_board->asked;
    render::Capacity capacity{m_board->total, m_board->total, m_board->total};
    for (const render::ChunkStart &chunk : m_board->open) {
        capacity.free.cores -= chunk.needs.cores;
        capacity.free.memoryMb -= chunk.needs.memoryMb;
        capacity.free.gpus -= chunk.needs.gpus;
    }
    return capacity;
}

Result<void> ScriptedRunner::start(render::ChunkStart chunk)
{
    const std::scoped_lock lock(m_board->mutex);
    m_board->order += chunk.chunk;
    m_board->open[chunk.chunk] = std::move(chunk);
    return {};
}

Result<void> ScriptedRunner::adopt(const QString &chunk, const QString &, const QString &, const render::Needs &)
{
    const std::scoped_lock lock(m_board->mutex);
    if (!m_board->open.contains(chunk)) {
        return fail(ErrorCode::NotFound);
    }
    m_board->adopted += chunk;
    return {};
}

Result<void> ScriptedRunner::call(const QString &what, const QString &chunk)
{
    const std::scoped_lock lock(m_board->mutex);
    m_board->calls += what + chunk;
    return {};
}

} // namespace kinframe::test
