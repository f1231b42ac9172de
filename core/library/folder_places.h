// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/folder_row.h"
#include "storage/database.h"

#include <QStringList>

#include <functional>

namespace kinframe::library {

/// Gives the roots of the volumes that are mounted. May wait for a network drive.
using VolumeRoots = std::function<QStringList()>;
[[nodiscard]] QStringList mountedRoots();

/// A path below the root of its volume, without a slash before it.
[[nodiscard]] QString placeBelow(const QStringList &roots, const QString &path);

/// Whether a folder is where it was. An empty one that had photos is not: it is where its drive used to be mounted.
[[nodiscard]] bool isThere(const Folder &folder, bool hadFiles);

/// Whether `path` holds the photos of the folder: by the names, sizes and bytes of some of them. True for a folder of
/// which nothing is known yet. Reads a few files.
[[nodiscard]] Result<bool> holdsPhotosOf(storage::Database &database, const Folder &folder, const QString &path);

/// Where the folder is now, with its volume mounted elsewhere; empty where it is not found.
[[nodiscard]] Result<QString> findOnVolumes(storage::Database &database, const Folder &folder,
                                            const QStringList &roots);

} // namespace kinframe::library
