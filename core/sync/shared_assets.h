// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/change_list.h"

#include <vector>

namespace kinframe::sync {

// Other users' assets that albums show. All throw SqlError.

/// One that an album shows from now on.
struct ShownAsset
{
    qint64 entry = 0; ///< as entriesAfter() has it
    qint64 asset = 0; ///< row id; 0: one's own, or it is gone by now
};

/// As entriesAfter(), of the photos in albums.
[[nodiscard]] std::vector<ShownAsset> shownAfter(storage::Connection &db, qint64 userId, qint64 after, qint64 upTo,
                                                 int most);
/// As changedAfter(), of all that albums show to the user now.
[[nodiscard]] std::vector<Change> shownChangedAfter(storage::Connection &db, qint64 userId, const Cursor &after,
                                                    qint64 upTo, int most);
/// The user, and all who see an album with them.
[[nodiscard]] std::vector<QUuid> albumCompany(storage::Connection &db, qint64 userId);

} // namespace kinframe::sync
