// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/engines/chunk_job.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace kinframe::render {

/// Which stored file stands for which path of the scene.
struct RequestedFile
{
    QString localPath;
    QByteArray md5; ///< 16 bytes
    QString type;   ///< as the analysis calls it; empty: other
};

/// What somebody asks to be rendered, within the limits of the contract.
struct TaskRequest
{
    QString unionId;
    QString sceneKey;
    std::optional<bool> isCompressed; ///< its scene is to be unpacked first; none: as the scene is called
    Engine engine = Engine::Blender;
    QJsonObject info; ///< `task_info` as it came, without its assets
    std::vector<RequestedFile> files;
    int startFrame = 1;
    int totalFrames = 1;
    int frameStep = 1;
    int priority = 5;
    QString testText;      ///< `test_frames` as it came
    QList<int> testFrames; ///< ascending, each once
    bool stopsAfterTest = false;
    std::optional<int> ram; ///< GB
    int gpus = 0;
    QString hardwareId;
    int frameTimeout = 43'200; ///< s
    int taskTimeout = 86'400;  ///< s
    QString version;           ///< of the engine
    QString renderer;
    QJsonObject plugins;
    QString idempotencyKey; ///< empty: none

    /// All of it, in order.
    [[nodiscard]] QList<int> frames() const;
};

/// Reads the body of a request. MissingField and InvalidArgument with `field`, `value` and `expected`; TooLarge.
[[nodiscard]] Result<TaskRequest> taskRequestFrom(const QJsonObject &body);

/// Where the work space of a task has the file of that path: `C:\textures\wood.jpg` at `/C/textures/wood.jpg`.
/// InvalidArgument for what is no path, or would lead out.
[[nodiscard]] Result<QString> serverPathOf(const QString &localPath);

} // namespace kinframe::render
