// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/folders.h"

#include <QString>

namespace kinframe::ui {

/// A folder as the window shows it.
struct FolderView
{
    library::Folder folder;
    library::FolderCounts counts = {};
    bool isScanning = false;
};

/// How it stands, in one line: "1,204 photos and videos · looked at 5 minutes ago".
[[nodiscard]] QString stateText(const FolderView &view);
/// What needs the person, as a sentence with what to do; empty where all is well.
[[nodiscard]] QString problemText(const FolderView &view);

} // namespace kinframe::ui
