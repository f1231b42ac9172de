// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace kinframe::bench {

/// What somebody would write who had only SQL: a page of a full sync as one statement, whose JSON is made by SQLite. It
/// leaves out what SQL cannot do at all (Base64, ids made of tags), so it has less to do than we.
/// ?1 the owner, ?2 the row id of the last asset, ?3 the limit, ?4 the owner's UUID.
[[nodiscard]] std::string pageByHand();

} // namespace kinframe::bench
