// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QUuid>

namespace kinframe::library {

/// Whose library something is in.
struct Owner
{
    qint64 userId = 0;
    QUuid uuid;           ///< null: there is no such user
    bool isOwner = false; ///< of the computer's library: decides how asset ids are made
};

/// The user with that row id. Throws SqlError.
[[nodiscard]] Owner findOwner(storage::Connection &db, qint64 userId);

} // namespace kinframe::library
