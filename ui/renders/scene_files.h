// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/render_setup.h"
#include "render/scene/scene_analysis.h"
#include "render/tasks.h"
#include "ui/base/services.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace kinframe::ui {

// What is done with a scene until it is a task. All of it reads or writes much: on a thread of its own.

/// A file that the scene asks for.
struct PlannedFile
{
    QString set;       ///< of one of many, the path that the scene has for all of them; empty: it is alone
    QString localPath; ///< as the scene knows it
    QString source;    ///< where it lies; empty: it is missing
    qint64 size = 0;   ///< bytes
    QString type;      ///< as the analysis calls it
    render::Spread spread = render::Spread::One;
    render::MissingReason reason = render::MissingReason::NotFound;
};

/// A scene as it is about to be rendered.
struct PlannedScene
{
    QString path;
    render::AnalysedScene scene;
    render::Engine engine = render::Engine::Blender;
    std::optional<Error> engineError; ///< why it cannot be rendered here
    QString projectDir;               ///< of Maya; empty: none
    std::vector<PlannedFile> files;
    render::RenderSetup setup;
    render::Caller caller;
};

/// Has the scene looked at; waits for Blender where that reads it.
[[nodiscard]] Result<PlannedScene> planScene(const Services &services, qint64 userId, const QString &path,
                                             const std::stop_token &stop);

/// The request as the API has it, with `key` for the scene. `wishes`: start_frame, total_frames, ….
[[nodiscard]] Result<render::TaskRequest> requestFor(const PlannedScene &scene, const QString &key,
                                                     const QJsonObject &wishes,
                                                     const std::vector<render::RequestedFile> &files);

/// Bytes of all that is to be stored.
[[nodiscard]] qint64 sizeOf(const PlannedScene &scene);

/// Stores the scene and its files and makes the task; gives its id. `progressed` is told how many bytes are stored, on
/// the same thread. Canceled.
[[nodiscard]] Result<qint64> submitScene(const Services &services, const PlannedScene &scene, const QJsonObject &wishes,
                                         const std::function<void(qint64 bytes)> &progressed,
                                         const std::stop_token &stop);

} // namespace kinframe::ui
