// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace kinframe::render {

/// Which files of this computer somebody may have looked at. A value.
class SceneAccess
{
public:
    /// The owner's, from this computer.
    [[nodiscard]] static SceneAccess everywhere();
    /// Files in these folders and below; none where there are none.
    [[nodiscard]] static SceneAccess within(const QStringList &folders);

    [[nodiscard]] bool isEverywhere() const { return m_isEverywhere; }
    /// Whether an absolute path lies in a folder that is allowed, also after its links are followed. Of paths that do
    /// not, nothing on the disk is looked at.
    [[nodiscard]] bool allows(const QString &path) const;
    /// The allowed folder that the path lies in; empty where there is none, the root for everywhere.
    [[nodiscard]] QString folderOf(const QString &path) const;

private:
    bool m_isEverywhere = false;
    QStringList m_folders; ///< clean; with their canonical forms
};

} // namespace kinframe::render
