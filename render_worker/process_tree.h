// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QProcess;

namespace kinframe::render {

// All processes that this one has started, and those that they have started, for the whole program.

enum class TreeSignal { Terminate, Kill, Pause, Continue };

/// Once, before the first process: what is started later can be found, also when what started it is gone; it uses only
/// those processors (none: all) and, in the background, lets others go first.
void becomeRoot(const QList<int> &cpus, bool isBackground);

/// Before start(): its own group, and its end when this process is killed, as far as the system has such.
void prepareMember(QProcess &process);

/// To every one of them. False where there was none.
bool signalTree(TreeSignal signal);

/// Main memory that they use together, in MB; 0 where the system does not say.
[[nodiscard]] qint64 treeMemoryMb();

} // namespace kinframe::render
