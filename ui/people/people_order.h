// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faces/people_list.h"

#include <vector>

namespace kinframe::ui {

/// Whether somebody has named them or made them a favourite.
[[nodiscard]] bool isKnown(const faces::ListedPerson &person);

/// The known ones first, of them the favourites; the named by name or, as all others, by their photos.
void arrangePeople(std::vector<faces::ListedPerson> &people, bool isByName);

/// Whom of them a merge should leave: somebody with a name, a favourite, or else the largest group. Null of nobody.
[[nodiscard]] QUuid survivorOf(const std::vector<faces::ListedPerson> &people);

} // namespace kinframe::ui
