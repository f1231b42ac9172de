// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/transaction.h"
#include "ui/base/services.h"

#include <QUuid>

#include <vector>

namespace kinframe::ui {

/// How some photos lie in stacks. A value; one arrangement takes back what another one changed.
struct StackArrangement
{
    std::vector<QUuid> photos;              ///< all that it is about
    std::vector<std::vector<QUuid>> stacks; ///< of those, each with its cover first; the others are in none
};

/// As these photos lie now, with all that are in one stack with them. Those that the user does not have are left out.
/// Throws SqlError.
[[nodiscard]] StackArrangement arrangementOf(storage::Connection &db, qint64 userId, const std::vector<QUuid> &photos);

/// These photos and all that are stacked with one of them, but for the trash. Throws SqlError.
[[nodiscard]] std::vector<QUuid> withTheirStacks(storage::Connection &db, qint64 userId,
                                                 const std::vector<QUuid> &photos);

/// Lays the photos so; gives how they lay before. A stack that stays the same but for its cover is kept. What is gone
/// meanwhile is left out, and a stack of fewer than two is none. Called inside a write. Throws SqlError.
[[nodiscard]] Result<StackArrangement> arrange(storage::Transaction &transaction, const Services &services,
                                               qint64 userId, const StackArrangement &wanted);

} // namespace kinframe::ui
