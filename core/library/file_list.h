// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace kinframe::library {

/// Walks files and folders as a person gave them: a file as it is, a folder with all below it in the order of names,
/// without hidden entries, sidecars and links to folders (which could lead in a circle). Calls `visit` for each file
/// until it says false, and `sidecar`, where given, for each XMP file beside others. A path that does not exist is a
/// FileNotFound; a folder that cannot be read is skipped and told.
[[nodiscard]] Result<void> walkFiles(const QStringList &paths, const std::function<bool(const QString &)> &visit,
                                     const std::function<void(const QString &, const Error &)> &unreadable,
                                     const std::stop_token &stop,
                                     const std::function<void(const QString &)> &sidecar = {});

/// Whether a file found in a folder is worth opening: by its name alone, since a folder holds much that is no picture.
[[nodiscard]] bool looksLikeMedia(const QString &fileName);

} // namespace kinframe::library
