// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kinframe::render {

/// What a chunk needs, or a runner has.
struct Needs
{
    int cores = 1;
    qint64 memoryMb = 0; ///< 0: not known, no limit
    int gpus = 0;

    friend bool operator==(const Needs &, const Needs &) = default;
};

struct Capacity
{
    Needs total;
    /// Below 0 where more was started than fits.
    Needs free;
    /// The most that one chunk can have: of a cluster, its largest node.
    Needs largest;
};

} // namespace kinframe::render
