// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files/files.h"
#include "render/renderer.h"
#include "render/tasks.h"
#include "support/library_fixture.h"
#include "unit/render/scripted_runner.h"

#include <atomic>

namespace kinframe::test {

/// A library with tasks and what renders them, on a runner that does what the test says.
class RenderFixture
{
public:
    RenderFixture();

    /// As the program begins and ends.
    void begin();
    void end() { renderer.reset(); }

    /// As an upload of the owner's leaves it.
    [[nodiscard]] render::StoredFile store(const QByteArray &bytes, const render::FileFacts &facts);
    /// Of the `command` engine, over a scene that is stored already.
    [[nodiscard]] render::TaskRequest request(int frames) const;
    /// Made by the owner, or the guest; its id. Ends the test's run where that fails.
    [[nodiscard]] qint64 make(const render::TaskRequest &request);
    [[nodiscard]] render::Task task(qint64 id);
    [[nodiscard]] render::Frame frame(qint64 id, int number);
    [[nodiscard]] QList<render::FrameState> frames(qint64 id);

    // What renders now, and what it does.
    [[nodiscard]] QStringList running();
    /// Waits until one renders, and no other; empty where it does not come to that.
    [[nodiscard]] QString onlyChunk();
    [[nodiscard]] QStringList order();
    [[nodiscard]] QList<int> framesOf(const QString &chunk);
    [[nodiscard]] QString programOf(const QString &chunk);
    [[nodiscard]] QStringList calls();
    [[nodiscard]] QStringList adopted();
    [[nodiscard]] QString folderOf(const QString &chunk);
    void forgetRunning();
    void setTotal(const render::Needs &total);
    void setTrouble(const std::optional<Error> &trouble);
    void report(render::ChunkReport report);
    void says(const QString &chunk, const std::vector<render::LogEvent> &events);
    void becomes(const QString &chunk, render::ChunkState state);
    /// Lies where the engine writes it, though it has said nothing of it; its path.
    QString picture(const QString &chunk, int frame, const QByteArray &bytes = LibraryFixture::jpeg(7));
    /// Begins with the frame and writes its picture, or other bytes.
    void renders(const QString &chunk, int frame, const QByteArray &bytes = LibraryFixture::jpeg(7));
    void ends(const QString &chunk, const render::ChunkEnd &end = {});
    /// All frames of it, and its end.
    void finishes(const QString &chunk);
    /// Until the task has ended, all that begins goes well.
    void finishAll(qint64 id);

    LibraryFixture library;
    std::unique_ptr<render::Files> files;
    std::unique_ptr<render::Tasks> tasks;
    std::shared_ptr<ScriptedRunner::Board> board = std::make_shared<ScriptedRunner::Board>();
    std::unique_ptr<render::Renderer> renderer;
    render::Caller owner;
    render::Caller guest;
    std::atomic<qint64> freeSpace = qint64(1) << 40;
    int maxTries = 3;
    std::chrono::milliseconds turn = std::chrono::minutes(2);
    std::atomic<qint64> later = 0; ///< ms that the program's clock on the wall is ahead of the true one
};

} // namespace kinframe::test
