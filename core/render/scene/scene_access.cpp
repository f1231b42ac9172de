// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/scene_access.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace kinframe::render {
namespace {

bool liesIn(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : QString(folder + u'/'));
}

/// With links followed; of what is not there, the nearest folder above it that is.
QString realPath(const QString &path)
{
    QString there = path;
    for (;;) {
        if (QString real = QFileInfo(there).canonicalFilePath(); !real.isEmpty()) {
            return real;
        }
        // A link to nothing might be given something to lead to later.
        if (QFileInfo(there).isSymLink()) {
            return {};
        }
        const QString above = QFileInfo(there).path();
        if (above == there) {
            return {};
        }
        there = above;
    }
}

} // namespace

SceneAccess SceneAccess::everywhere()
{
    SceneAccess access;
    access.m_isEverywhere = true;
    return access;
}

SceneAccess SceneAccess::within(const QStringList &folders)
{
    SceneAccess access;
    for (const QString &folder : folders) {
        if (!QDir::isAbsolutePath(folder)) {
            continue;
        }
        access.m_folders << QDir::cleanPath(folder);
        if (const QString real = QFileInfo(folder).canonicalFilePath(); !real.isEmpty()) {
            access.m_folders << real;
        }
    }
    access.m_folders.removeDuplicates();
    return access;
}

bool SceneAccess::allows(const QString &path) const
{
    if (m_isEverywhere) {
        return true;
    }
    const QString clean = QDir::cleanPath(path);
    const auto holds = [](const QString &inner) {
        return [inner](const QString &folder) { return liesIn(inner, folder); };
    };
    if (!QDir::isAbsolutePath(clean) || std::none_of(m_folders.begin(), m_folders.end(), holds(clean))) {
        return false;
    }
    const QString real = realPath(clean);
    return !real.isEmpty() && std::any_of(m_folders.begin(), m_folders.end(), holds(real));
}

QString SceneAccess::folderOf(const QString &path) const
{
    if (m_isEverywhere) {
        return path.first(path.indexOf(u'/') + 1); // `/`, or a drive
    }
    const QString clean = QDir::cleanPath(path);
    for (const QString &folder : m_folders) {
        if (liesIn(clean, folder)) {
            return folder;
        }
    }
    return {};
}

} // namespace kinframe::render
