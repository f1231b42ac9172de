// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <span>
#include <vector>

namespace kinframe {

/// A written file and the path that it is to have, on the same volume, in a folder that is there.
struct FileMove
{
    QString from;
    QString to;
};

/// Makes written files durable and renames each over its path, so that the path never leads to half of one. Of many
/// together it takes little longer than of one: the disk's journal is waited for once, and so is each folder. Whether
/// each file is at its path for good, in turn: FileUnreadable, or what the disk failed with. Waits for the disk.
[[nodiscard]] std::vector<Result<void>> moveDurably(std::span<const FileMove> moves);

/// The second half of it, of files that whoever wrote them has synced and closed: renames those whose result is good so
/// far. `results`, one for each move, takes what comes of it.
void renameDurably(std::span<const FileMove> moves, std::span<Result<void>> results);

} // namespace kinframe
