// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/runners/local_runner.h"

#include "render/runners/local_board.h"
#include "render/runners/local_loop.h"

#include <QDir>
#include <QFileInfo>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;

Result<void> checkFolder(const QString &folder)
{
    if (!QDir::isAbsolutePath(folder)) {
        return fail(ErrorCode::InvalidArgument,
                    {{u"field"_s, u"folder"_s}, {u"value"_s, folder}, {u"expected"_s, u"an absolute path"_s}});
    }
    return {};
}

} // namespace

LocalRunner::LocalRunner(LocalRunnerSettings settings, ReportSink sink)
    : m_board(std::make_shared<LocalBoard>())
    , m_loop(new LocalLoop(std::move(settings), std::move(sink), m_board))
{
    m_thread.setObjectName(u"render"_s);
    m_loop->moveToThread(&m_thread);
    // What it watches with belongs to its thread, so it ends there.
    QObject::connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    QObject::connect(&m_thread, &QThread::started, m_loop, &LocalLoop::begin);
    m_thread.start();
}

LocalRunner::~LocalRunner()
{
    m_thread.quit();
    m_thread.wait();
}

QString LocalRunner::name() const
{
    return u"local"_s;
}

std::optional<Capacity> LocalRunner::capacity() const
{
    return m_board->capacity();
}

Result<void> LocalRunner::start(ChunkStart chunk)
{
    if (auto checked = checkFolder(chunk.folder); !checked) {
        return checked;
    }
    if (chunk.commands.commands.empty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"frames"_s}, {u"expected"_s, u"at least one frame"_s}});
    }
    if (!m_board->add(chunk.chunk, chunk.needs)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"it is being rendered already"_s}});
    }
    const QString name = chunk.chunk;
    return post(name, [chunk = std::move(chunk)](LocalLoop &loop) { loop.start(chunk); });
}

Result<void> LocalRunner::adopt(const QString &chunk, const QString &folder, const QString & /*runnerJob*/,
                                const Needs &needs)
{
    if (auto checked = checkFolder(folder); !checked) {
        return checked;
    }
    if (!m_board->add(chunk, needs)) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"it is being rendered already"_s}});
    }
    return post(chunk, [chunk, folder](LocalLoop &loop) { loop.adopt(chunk, folder); });
}

Result<void> LocalRunner::pause(const QString &chunk)
{
    return post(chunk, [chunk](LocalLoop &loop) { loop.pause(chunk); });
}

Result<void> LocalRunner::resume(const QString &chunk)
{
    return post(chunk, [chunk](LocalLoop &loop) { loop.resume(chunk); });
}

Result<void> LocalRunner::cancel(const QString &chunk)
{
    return post(chunk, [chunk](LocalLoop &loop) { loop.cancel(chunk); });
}

Result<void> LocalRunner::post(const QString &chunk, std::function<void(LocalLoop &)> task)
{
    if (!m_board->has(chunk)) {
        return fail(ErrorCode::NotFound, {{u"what"_s, u"chunk"_s}, {u"id"_s, chunk}});
    }
    m_loop->post(std::move(task));
    return {};
}

} // namespace kinframe::render
