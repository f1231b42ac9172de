// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/folder_names.h"
#include "render/scene/maya_project.h"
#include "render/scene/path_pattern.h"
#include "render/scene/scene_access.h"
#include "render/scene/scene_facts.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kinframe::render {

/// What stands for the beginning of paths of other computers: `Z:/show` for `/mnt/show`.
struct PathMapping
{
    QString from;
    QString to;

    bool operator==(const PathMapping &) const = default;
};

/// Where the paths of a scene start from.
struct ScenePlace
{
    QString folder; ///< that the scene lies in; empty where it was not told
    SceneFormat format = SceneFormat::MayaAscii;
    QMap<QString, QString> variables;
    std::vector<PathMapping> mappings;
};

enum class MissingReason { NotFound, UnresolvedVariable, NotAccessible };

/// A file of a scene, looked up on this computer.
struct FoundFile
{
    bool isThere = false;
    QString path;        ///< absolute where it is known; of what is not there, where it was looked for first
    qint64 size = 0;     ///< bytes; of a set, of all its files
    QStringList members; ///< of a set: its files, sorted
    bool isSet = false;
    MissingReason reason = MissingReason::NotFound;
    QString otherCase;  ///< how it is really written, where that differs in the case of its letters
    QString otherPlace; ///< of what is not there: a file that has its name
    QString cutFolder;  ///< a folder with too many files for all of them to be looked at
};

/// Looks files of scenes up as Maya (or Blender) would, within what its caller may see. One thread at a time.
class PathFinder
{
public:
    PathFinder(ScenePlace place, SceneAccess access);

    [[nodiscard]] FoundFile find(const SceneFile &file);

private:
    [[nodiscard]] std::optional<QString> expanded(const QString &path) const;
    [[nodiscard]] QStringList candidates(const QString &path, SceneFileType type) const;
    [[nodiscard]] QString mapped(const QString &path) const;
    bool lookUp(const QString &candidate, Spread spread, FoundFile &found);
    bool lookUpSet(const PathPattern &pattern, const QRegularExpression &name, FoundFile &found);
    bool lookUpAnyCase(const QString &candidate, Spread spread, FoundFile &found);
    [[nodiscard]] QString anyCase(const QString &path);
    void suggest(const QString &path, FoundFile &found) const;

    ScenePlace m_place;
    SceneAccess m_access;
    MayaProject m_project;
    FolderNames m_names;
    bool m_wasRefused = false; ///< while one file is looked up: some place may not be looked at
};

} // namespace kinframe::render
