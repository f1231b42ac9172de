// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace kinframe {

/// The name as file systems of every kind take it: without folders, without signs and names that Windows refuses, at
/// most 240 bytes long with its suffix kept. Empty where nothing is left of it.
[[nodiscard]] QString safeFileName(const QString &name);

/// `name.jpg`, else `name (2).jpg`, and so on.
[[nodiscard]] QString numberedName(const QString &name, int number);

/// Gives a file another name on the same volume, but never that of a file that is there: who has the name keeps it.
/// False where it is taken.
[[nodiscard]] Result<bool> renameToNew(const QString &from, const QString &to);

} // namespace kinframe
