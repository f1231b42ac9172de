// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/owner.h"

namespace kinframe::library {

Owner findOwner(storage::Connection &db, qint64 userId)
{
    storage::Statement statement = db.prepare("SELECT uuid, is_owner FROM user WHERE id = ?1");
    statement.bindAll(userId);
    Owner owner{userId, {}, false};
    if (statement.step()) {
        owner.uuid = statement.uuid(0);
        owner.isOwner = statement.boolean(1);
    }
    return owner;
}

} // namespace kinframe::library
