// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace kinframe::render {

struct Gpu
{
    QString name;
    qint64 memoryMb = 0; ///< 0: not known
};

/// What this computer can render with.
struct Hardware
{
    QString host;
    int cores = 1;       ///< that this program may use
    qint64 memoryMb = 0; ///< that it may use, in all; 0: not known
    std::vector<Gpu> gpus;
};

/// Asks the system and, for at most two seconds each, the tools of the graphics cards' makers: for a thread that may
/// wait.
[[nodiscard]] Hardware readHardware();

} // namespace kinframe::render
