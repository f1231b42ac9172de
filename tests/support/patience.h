// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace kinframe::tests {

/// How long a test waits for what comes for certain. Qt gives it five seconds. Work in the background gives way to
/// everything else here, so a computer that compiles at the same time needs more; one that does not never waits that
/// long.
constexpr int patienceMs = 60'000;

} // namespace kinframe::tests

#undef QTRY_COMPARE
#undef QTRY_VERIFY
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, kinframe::tests::patienceMs)
#define QTRY_VERIFY(isSo) QTRY_VERIFY_WITH_TIMEOUT(isSo, kinframe::tests::patienceMs)
