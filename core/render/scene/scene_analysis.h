// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "render/scene/path_finder.h"
#include "render/scene/scene_access.h"
#include "render/scene/scene_facts.h"
#include "render/scene/scene_settings.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace kinframe::storage {
class Database;
}

namespace kinframe::render {

/// A scene to be looked at.
struct SceneAsk
{
    QString path;          ///< of the file
    QString name;          ///< what answers call it: its path, or its key in the object store
    bool isStored = false; ///< a file of the object store: it lies in no project
    SceneAccess access = SceneAccess::within({});
    qint64 userId = 0; ///< of a stored one, who asks
};

/// Who asks for what is kept of a scene.
struct SceneReader
{
    qint64 userId = 0;
    bool isAdmin = false; ///< may know everybody's keys
};

/// One file of a scene, looked up for one caller.
struct SceneAsset
{
    SceneFile file;
    FoundFile found;
};

/// What a scene says and which of its files are there.
struct AnalysedScene
{
    QString name; ///< empty where the caller may not know
    QString key;  ///< of a kept one: under which the caller has had it read from the object store; empty: under none
    QByteArray md5;
    qint64 size = 0;
    SceneFacts facts;
    std::vector<SceneAsset> assets;
    std::vector<SceneNote> notes; ///< the facts' own, then those about files
    qint64 analyzedAt = 0;        ///< when the file was read
};

struct SceneOptions
{
    /// Where Blender is; EngineMissing.
    std::function<Result<QString>()> findBlender;
    std::chrono::milliseconds blenderLimit = std::chrono::minutes(10);   ///< for one scene
    std::chrono::milliseconds blenderPatience = std::chrono::seconds(8); ///< that a caller waits for it
    Clock clock = wallMs;
};

/// Analyses scenes: what a file says is kept by its MD5 and told to all; which files are there is looked up anew for
/// each caller. Every call from any thread but the writer's, none on the GUI thread; it outlives its callers.
class SceneAnalysis
{
public:
    /// The database outlives this.
    SceneAnalysis(storage::Database &database, SceneOptions options);
    ~SceneAnalysis();
    SceneAnalysis(const SceneAnalysis &) = delete;
    SceneAnalysis &operator=(const SceneAnalysis &) = delete;

    /// Reads the file. Forbidden where the caller may not have it looked at; SceneMissing, SceneUnreadable, Canceled.
    [[nodiscard]] Result<AnalysedScene> analyse(const SceneAsk &ask, const std::stop_token &stop);
    /// What is kept of a file; NotFound where nobody has had it read.
    [[nodiscard]] Result<AnalysedScene> known(const QByteArray &md5, const SceneAccess &access,
                                              const std::stop_token &stop, const SceneReader &reader = {});

    [[nodiscard]] Result<SceneSettings> settings() const;
    [[nodiscard]] Result<void> set(const SceneSettings &settings);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kinframe::render
