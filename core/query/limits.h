// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace kinframe::query {

// What one query may ask for; each is part of the contract, and a query over one of them is refused with it.
constexpr int mostNodes = 200;
constexpr int mostDepth = 20;
constexpr int mostLambdas = 2; // within each other
constexpr int mostOrderKeys = 5;
constexpr int mostListValues = 1000;
constexpr int mostPatternLength = 256;
constexpr int mostRows = 200; // of a page
constexpr int defaultRows = 50;
constexpr std::chrono::milliseconds longestQuery{2000};

// Ours: beyond it a statement comes near to what SQLite accepts (parameters and length of text), which no query of use
// does.
constexpr int mostListValuesOfAll = 10'000;
constexpr int mostSqlLength = 400'000;

} // namespace kinframe::query
