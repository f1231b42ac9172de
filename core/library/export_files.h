// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/services.h"

#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace kinframe::library {

enum class ExportFormat {
    Original, ///< the file's own bytes, with the moving half of a live photo beside it
    Jpeg,
    WebP,
};

/// Where photos are copied to, and as what.
struct ExportOptions
{
    QString folder;
    ExportFormat format = ExportFormat::Original;
    int longSide = 0; ///< pixels at most, for JPEG and WebP; 0: as large as it is. Videos stay as they are.
    /// An XMP file beside each photo of which something is said here: the one it has, with our words in it.
    bool withSidecars = false;
};

/// How far it came.
struct ExportDone
{
    qint64 photos = 0;                               ///< that are there now, whole
    std::vector<std::pair<QString, Error>> problems; ///< names of those that are not, and why; the others are there
    std::optional<Error> error;                      ///< why no more could be written; Canceled where `stop` asked
};

/// Copies photos of a user into a folder under the names that they have. A name that is taken gets a number; nothing
/// that is there is ever replaced, and no file stands there half: each is written under another name first. `progress`
/// hears how many are over. On a thread that may wait for long.
[[nodiscard]] ExportDone exportFiles(const Services &services, qint64 ownerId, const std::vector<QUuid> &assets,
                                     const ExportOptions &options,
                                     const std::function<void(qint64 done, qint64 total)> &progress,
                                     const std::stop_token &stop);

/// Files to hand to other programs, named as the photos are: the person's own where they lie in folders of theirs, else
/// copies below `folder`, so that no program can change an original that Kinframe keeps. What is there from before is
/// taken again. TooLarge where the copies would have more than `limit` bytes; Canceled, and what writing fails with.
[[nodiscard]] Result<QStringList> namedFiles(const Services &services, qint64 ownerId, const std::vector<QUuid> &assets,
                                             const QString &folder, qint64 limit, const std::stop_token &stop);

} // namespace kinframe::library
