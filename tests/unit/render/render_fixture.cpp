// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/render/render_fixture.h"

#include "render/work_folder.h"
#include "storage/blob_store.h"
#include "support/must.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace kinframe::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char sceneKey[] = "scenes/a.txt";

} // namespace

RenderFixture::RenderFixture()
    : files(std::make_unique<render::Files>(*library.services, render::FilesSetup{library.path(u"objects"_s), wallMs}))
    , tasks(std::make_unique<render::Tasks>(
          *library.services, *files, library.events,
          render::TasksSetup{library.path(u"renders"_s), [this] { return wallMs() + later; }}))
    , owner{library.owner.userId, u"owner"_s, true}
    , guest{library.guest.userId, u"guest"_s, false}
{
    QDir().mkpath(library.path(u"objects/scenes"_s));
    QFile scene(library.path(u"objects/scenes/a.txt"_s));
    if (!scene.open(QIODevice::WriteOnly) || scene.write("a scene") < 0) {
        qFatal("the scene cannot be written");
    }
    scene.close();
    render::RenderSetup setup;
    setup.engines[render::Engine::Command] = {u"/bin/true"_s, {{u"{scene}"_s, u"{output}"_s}}, {}, 0, u"jpg"_s};
    if (!tasks->setSetup(setup)) {
        qFatal("the setup cannot be written");
    }
}

void RenderFixture::begin()
{
    render::RendererSetup setup;
    setup.folder = library.path(u"renders"_s);
    setup.makeRunner = [this](const QString &, render::ReportSink sink) {
        return std::make_unique<ScriptedRunner>(board, std::move(sink));
    };
    setup.clock = [this] { return wallMs() + later; };
    setup.retryDelay = 1ms;
    setup.maxTries = maxTries;
    setup.turn = turn;
    setup.freeSpace = [this](const QString &) { return freeSpace.load(); };
    renderer = std::make_unique<render::Renderer>(*library.services, *files, library.events, tasks->sweeps(),
                                                  std::move(setup));
    tasks->onChange([this](qint64 task) {
        if (renderer) {
            renderer->wake(task);
        }
    });
    renderer->start();
}

render::StoredFile RenderFixture::store(const QByteArray &bytes, const render::FileFacts &facts)
{
    QFile temporary(library.blobs->temporaryPath());
    if (!temporary.open(QIODevice::WriteOnly) || temporary.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(temporary.fileName()));
    }
    temporary.close();
    MultiHash hash;
    hash.add(bytes);
    return must(files->addSpooled(owner.userId, temporary.fileName(), hash.finish(), facts)).file;
}

render::TaskRequest RenderFixture::request(int frames) const
{
    render::TaskRequest request;
    request.unionId = u"owner"_s;
    request.sceneKey = QString::fromLatin1(sceneKey);
    request.engine = render::Engine::Command;
    request.totalFrames = frames;
    return request;
}

qint64 RenderFixture::make(const render::TaskRequest &request)
{
    return must(tasks->create(owner, request)).id;
}

render::Task RenderFixture::task(qint64 id)
{
    return must(tasks->task(owner, id));
}

render::Frame RenderFixture::frame(qint64 id, int number)
{
    return must(tasks->frame(owner, id, number));
}

QList<render::FrameState> RenderFixture::frames(qint64 id)
{
    QList<render::FrameState> states;
    for (const render::Frame &frame : must(tasks->frames(owner, id, {})).items) {
        states += frame.state;
    }
    return states;
}

QString RenderFixture::onlyChunk()
{
    const auto isOne = [this] { return running().size() == 1; };
    return QTest::qWaitFor(isOne, tests::patienceMs) ? running().first() : QString();
}

QStringList RenderFixture::running()
{
    const std::scoped_lock lock(board->mutex);
    QStringList names;
    for (const QString &name : board->order) {
        if (board->open.contains(name)) {
            names += name;
        }
    }
    return names;
}

QStringList RenderFixture::order()
{
    const std::scoped_lock lock(board->mutex);
    return board->order;
}

QStringList RenderFixture::calls()
{
    const std::scoped_lock lock(board->mutex);
    return board->calls;
}

QStringList RenderFixture::adopted()
{
    const std::scoped_lock lock(board->mutex);
    return board->adopted;
}

QString RenderFixture::folderOf(const QString &chunk)
{
    const std::scoped_lock lock(board->mutex);
    return board->open[chunk].folder;
}

QString RenderFixture::programOf(const QString &chunk)
{
    const std::scoped_lock lock(board->mutex);
    return board->open[chunk].commands.commands.front().program;
}

void RenderFixture::forgetRunning()
{
    const std::scoped_lock lock(board->mutex);
    board->open.clear();
}

void RenderFixture::setTotal(const render::Needs &total)
{
    const std::scoped_lock lock(board->mutex);
    board->total = total;
}

void RenderFixture::setTrouble(const std::optional<Error> &trouble)
{
    const std::scoped_lock lock(board->mutex);
    board->trouble = trouble;
}

QList<int> RenderFixture::framesOf(const QString &chunk)
{
    const std::scoped_lock lock(board->mutex);
    QList<int> frames;
    for (const render::Command &command : board->open[chunk].commands.commands) {
        frames += command.frames;
    }
    return frames;
}

void RenderFixture::report(render::ChunkReport report)
{
    render::ReportSink sink;
    {
        const std::scoped_lock lock(board->mutex);
        sink = board->sink;
        report.node = u"here"_s;
        if (report.state == render::ChunkState::Ended || report.state == render::ChunkState::Lost) {
            board->open.remove(report.chunk);
        }
    }
    sink(std::move(report));
}

void RenderFixture::says(const QString &chunk, const std::vector<render::LogEvent> &events)
{
    render::ChunkReport what;
    what.chunk = chunk;
    what.state = render::ChunkState::Running;
    for (const render::LogEvent &event : events) {
        what.events.push_back({0, 1, event});
    }
    report(std::move(what));
}

void RenderFixture::becomes(const QString &chunk, render::ChunkState state)
{
    render::ChunkReport what;
    what.chunk = chunk;
    what.state = state;
    report(std::move(what));
}

QString RenderFixture::picture(const QString &chunk, int frame, const QByteArray &bytes)
{
    const QString path =
        render::WorkFolder::output(folderOf(chunk)) + u"/frame_%1.jpg"_s.arg(frame, 4, 10, QChar(u'0'));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
    return path;
}

void RenderFixture::renders(const QString &chunk, int frame, const QByteArray &bytes)
{
    const QString path = picture(chunk, frame, bytes);
    says(chunk, {render::FrameStarted{frame}, render::FrameWritten{frame, path, 0.5}});
}

void RenderFixture::ends(const QString &chunk, const render::ChunkEnd &end)
{
    render::ChunkReport last;
    last.chunk = chunk;
    last.state = render::ChunkState::Ended;
    last.end = end;
    report(std::move(last));
}

void RenderFixture::finishes(const QString &chunk)
{
    for (const int frame : framesOf(chunk)) {
        renders(chunk, frame);
    }
    ends(chunk);
}

void RenderFixture::finishAll(qint64 id)
{
    while (!isEnded(task(id).state)) {
        for (const QString &chunk : running()) {
            finishes(chunk);
        }
        QTest::qWait(1);
    }
}

} // namespace kinframe::test
