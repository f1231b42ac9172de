// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"
#include "faces/people_index.h"
#include "library/asset.h"
#include "storage/transaction.h"

namespace kinframe::faces {

/// What library::ChangeFeed::onDeletion calls: the faces of an asset that goes for good go with it, and so do the
/// people who were in no other photo and about whom nobody has said anything. On the writer thread; throws SqlError.
void dropFacesOf(storage::Transaction &transaction, PeopleIndexes &indexes, EventBus &events,
                 const library::Asset &asset);

} // namespace kinframe::faces
