// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/task.h"
#include "support/library_fixture.h"

namespace kinframe::test {

/// A task as it should stand. Its first frames are rendered, the next ones have failed, the next are being rendered;
/// the others wait, and nothing begins with them.
struct MadeRender
{
    QString scene = QStringLiteral("castle.blend");
    render::TaskState state = render::TaskState::Rendering;
    int frames = 20;
    int completed = 0;
    int failed = 0;
    int rendering = 0;
    QString tests = {};
    qint64 msEach = 42'000;
    std::optional<Error> error = {};
    std::optional<Error> notice = {};
    qint64 createdAt = 1'700'000'000'000;
};

/// Gives its id.
qint64 addRender(LibraryFixture &fixture, const MadeRender &render);
void setFrame(LibraryFixture &fixture, qint64 task, int number, render::FrameState state,
              const std::optional<Error> &error = {});
/// The frame is that photo of the library.
void setPicture(LibraryFixture &fixture, qint64 task, int number, qint64 assetId);
/// What the frame came out as, below the folder of all work spaces; it counts as rendered long ago.
void addOutput(LibraryFixture &fixture, const QString &renders, qint64 task, int number, const QByteArray &bytes);
/// Of one more attempt at the frame, below the folder of all work spaces. Gives the path of the log, which grows as
/// long as `isOpen`.
QString addLog(LibraryFixture &fixture, const QString &renders, qint64 task, int number, const QByteArray &text,
               bool isOpen = false);
/// Ends the attempts that are open.
void closeLogs(LibraryFixture &fixture, qint64 task);

} // namespace kinframe::test
