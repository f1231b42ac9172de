// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/checksum.h"

#include <QSet>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace kinframe::transfer {

// The folder that downloads go to. On the way they lie in a hidden folder in it, so that they can be renamed.

[[nodiscard]] QString arrivalFolder(const QString &gallery);
/// The finished file of the task with that id, before it has its name.
[[nodiscard]] QString arrivalPath(const QString &gallery, qint64 id);
/// Makes both folders and sees whether they can be written. DownloadFolder with the gallery's path.
[[nodiscard]] Result<void> prepareGallery(const QString &gallery);
/// Whatever was wrong with a disk, as a person needs to hear it of the gallery; other errors stay as they are.
[[nodiscard]] Error explainedFor(const QString &gallery, const Error &error);

/// A file that is to get its name.
struct ArrivedFile
{
    qint64 id = 0;
    QString arrival; ///< where it lies
    QString path;    ///< what it is to be called
};

/// Free names for files of that name, or of that base name with these suffixes, in a gallery: as wished, or with one
/// number for all of them, the least that is free where those before it leave no gap. `taken`: paths that others are
/// about to get.
[[nodiscard]] Result<std::vector<QString>> freePaths(const QString &gallery, const std::vector<QString> &names,
                                                     const QSet<QString> &taken);

enum class Naming {
    Named,
    Taken,    ///< somebody else has the name by now: all are where they were
    Vanished, ///< a file is not there, neither here nor there
};
/// Gives files their names: all of them or none. Names that they have got already, before a crash say, they keep; what
/// is there under a name is never replaced. Not synced.
[[nodiscard]] Result<Naming> nameFiles(std::span<const ArrivedFile> files);

/// Whether the file has the checksum; reads it.
[[nodiscard]] Result<bool> hasChecksum(const QString &path, const Checksum &checksum);

} // namespace kinframe::transfer
