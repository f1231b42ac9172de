// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/slurm_runner.h"

#include "render/runners/slurm_board.h"
#include "render/runners/slurm_loop.h"

#include <QDir>

namespace kinframe::render {

using namespace Qt::StringLiterals;

SlurmRunner::SlurmRunner(SlurmSettings settings, ReportSink sink)
    : m_board(std::make_shared<SlurmBoard>())
    , m_loop(new SlurmLoop(std::move(settings), std::move(sink), m_board))
{
    m_thread.setObjectName(u"slurm"_s);
    m_loop->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    QObject::connect(&m_thread, &QThread::started, m_loop, &SlurmLoop::begin);
    m_thread.start();
}

SlurmRunner::~SlurmRunner()
{
    m_thread.quit();
    m_thread.wait();
}

QString SlurmRunner::name() const
{
    return u"slurm"_s;
}

std::optional<Capacity> SlurmRunner::capacity() const
{
    return m_board->capacity();
}

std::optional<Error> SlurmRunner::trouble() const
{
    return m_board->trouble();
}

Result<void> SlurmRunner::start(ChunkStart chunk)
{
    if (chunk.commands.commands.empty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"frames"_s}, {u"expected"_s, u"at least one frame"_s}});
    }
    if (auto taken = take(chunk.chunk, chunk.folder, chunk.needs); !taken) {
        return taken;
    }
    const QString name = chunk.chunk;
    return post(name, [chunk = std::move(chunk)](SlurmLoop &loop) { loop.start(chunk); });
}

Result<void> SlurmRunner::adopt(const QString &chunk, const QString &folder, const QString &runnerJob,
                                const Needs &needs)
{
    if (auto taken = take(chunk, folder, needs); !taken) {
        return taken;
    }
    return post(chunk, [chunk, folder, runnerJob](SlurmLoop &loop) { loop.adopt(chunk, folder, runnerJob); });
}

Result<void> SlurmRunner::pause(const QString &chunk)
{
    return post(chunk, [chunk](SlurmLoop &loop) { loop.pause(chunk); });
}

Result<void> SlurmRunner::resume(const QString &chunk)
{
    return post(chunk, [chunk](SlurmLoop &loop) { loop.resume(chunk); });
}

Result<void> SlurmRunner::cancel(const QString &chunk)
{
    return post(chunk, [chunk](SlurmLoop &loop) { loop.cancel(chunk); });
}

Result<void> SlurmRunner::take(const QString &chunk, const QString &folder, const Needs &needs)
{
    if (!QDir::isAbsolutePath(folder)) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, u"folder"_s}, {u"value"_s, folder}, {u"expected"_s, u"an absolute path"_s}});
    }
    if (!m_board->add(chunk, needs)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"it is being rendered already"_s}});
    }
    return {};
}

Result<void> SlurmRunner::post(const QString &chunk, std::function<void(SlurmLoop &)> task)
{
    if (!m_board->has(chunk)) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"chunk"_s}, {u"id"_s, chunk}});
    }
    m_loop->post(std::move(task));
    return {};
}

} // namespace kinframe::render
