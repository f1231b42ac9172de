// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::app {

/// The process of a `kinframe` on this computer that has the library open and serves it; 0 where none has, or one that
/// cannot be asked to end.
[[nodiscard]] qint64 servingProcess(const QString &root);

/// Asks that process to end as Ctrl-C does: it finishes what it answers and closes the library. False where it cannot
/// be asked.
bool askToEnd(qint64 process);

} // namespace kinframe::app
