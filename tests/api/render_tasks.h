// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>

namespace kinframe::test {

/// Scenes to render, made by the renderers themselves and once per test program.
class SceneStock
{
public:
    /// Why nothing can be rendered with Blender here; empty: its scenes are made. See makeBlenderScenes() for them.
    [[nodiscard]] static QString missingBlender();
    [[nodiscard]] static QString missingTachyon();
    /// The path of a scene of Blender's.
    [[nodiscard]] static QString blend(const QString &name);
    [[nodiscard]] static QString tachyonScene();
};

/// Stores a file of this computer on the server; its storage path, empty where that fails.
[[nodiscard]] QString storeFile(const HttpClient &client, const QString &path);
/// What makes a task of that stored scene, for `anna`; `more` goes on top.
[[nodiscard]] QJsonObject taskBody(const QString &key, const QJsonObject &more = {});
/// Stores a scene of Blender's and makes a task of it; its id, -1 where that is refused.
[[nodiscard]] qint64 makeTask(const HttpClient &client, const QString &scene, const QJsonObject &more = {});

/// The `code` in the body of an answer.
[[nodiscard]] int codeOf(const HttpAnswer &answer);
[[nodiscard]] QString taskPath(qint64 id, const QString &tail = {});
[[nodiscard]] QJsonObject taskOf(const HttpClient &client, qint64 id);
/// The status that `/status` tells.
[[nodiscard]] QString stateOf(const HttpClient &client, qint64 id);
/// Waits until it is completed, failed or cancelled; its details then, empty where that never comes
/// or the task is not there.
[[nodiscard]] QJsonObject endOf(const HttpClient &client, qint64 id);
/// All of them, in the order of their numbers.
[[nodiscard]] QList<QJsonObject> framesOf(const HttpClient &client, qint64 id);
[[nodiscard]] int countFrames(const QList<QJsonObject> &frames, const QString &state);
/// All that a test that fails needs to know of a task.
[[nodiscard]] QByteArray storyOf(const HttpClient &client, qint64 id);

/// The pixels of a picture, decoded to the last; empty where it cannot be.
[[nodiscard]] QSize pixelsOf(const QByteArray &picture);
/// How bright it is at a place, 0..255; `x` and `y` of its width and height, 0 to below 1. -1 where it cannot be
/// decoded.
[[nodiscard]] int brightnessAt(const QByteArray &picture, double x, double y);
/// The hashes of the images of the library that a task brought, sorted by frame.
[[nodiscard]] QStringList imagesOfTask(const HttpClient &client, qint64 id);

/// Engines (`blender`) as a render setup has them, whose programs are not there: nothing of theirs is rendered.
[[nodiscard]] QJsonObject enginesNowhere(const QStringList &names);

/// Sets up what the engine `command` runs, see EngineSettings; the rest of the setup stays usual. On the configuration
/// that comes with it a process has all of the computer, so that one renders at a time.
[[nodiscard]] HttpAnswer useCommand(const HttpClient &client, const QString &program, const QString &arguments,
                                    const QString &suffix = QStringLiteral("png"));

/// Processes of this computer that belong to a render in that folder, the one that watches over it not among them.
[[nodiscard]] QList<qint64> renderersIn(const QString &folder);
/// Those that watch over renders in that folder.
[[nodiscard]] QList<qint64> workersIn(const QString &folder);
/// Kills all of them: what a test that failed left would render on.
void endRendersIn(const QString &folder);
/// Whether it is stopped, as by SIGSTOP, or waits for a child that is.
[[nodiscard]] bool isStopped(qint64 pid);

} // namespace kinframe::test
