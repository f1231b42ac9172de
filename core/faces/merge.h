// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/act_scope.h"

namespace kinframe::faces {

/// Every face of `from`, and what was ruled out for them, goes to `into`, which `from` is from now on. Part of an act;
/// throws SqlError.
void absorb(ActScope &scope, const Person &into, const Person &from);

} // namespace kinframe::faces
