// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "render/scene/scene_facts.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace kinframe::storage {
class Database;
}

namespace kinframe::render {

/// What is kept of a scene that was read once.
struct CachedScene
{
    SceneFacts facts;
    QString path; ///< where the file lay; empty for one that came through the object store
    qint64 size = 0;
    qint64 analyzedAt = 0;
    QMap<qint64, QString> keys; ///< in the object store, by the user who had it read under that key
};

/// What scenes say, by the MD5 of their files: the table scene_facts. Every call from any thread but the writer's.
class SceneCache
{
public:
    /// Those read longest ago give way to others.
    static constexpr qint64 mostKept = 10'000;

    explicit SceneCache(storage::Database &database);

    /// None for a file that nobody has had read by this version of the analyser.
    [[nodiscard]] Result<std::optional<CachedScene>> find(const QByteArray &md5) const;
    /// In place of what is there for the file; where it lies and its keys are kept where nothing newer is said.
    [[nodiscard]] Result<void> store(const QByteArray &md5, const CachedScene &scene) const;

private:
    storage::Database &m_database;
};

} // namespace kinframe::render
