// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kinframe::render {

/// Ends by force what still runs of a chunk whose worker was killed: the processes of this user that carry its folder
/// in their environment. Nothing to do where the system does not show that; there the worker's end ends them.
void endLeftovers(const QString &folder);

} // namespace kinframe::render
