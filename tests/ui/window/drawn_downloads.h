// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/library_fixture.h"

namespace kinframe::tests {

/// Downloads that have ended: failures of every kind that a person can do something about, and so many that came.
void addDownloads(test::LibraryFixture &fixture, int complete);

} // namespace kinframe::tests
