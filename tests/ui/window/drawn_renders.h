// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/library_fixture.h"

#include <vector>

namespace kinframe::tests {

/// Render tasks in every state, whose pictures are those photos; nothing begins with them.
void addRenders(test::LibraryFixture &fixture, const std::vector<library::Registered> &photos);

} // namespace kinframe::tests
