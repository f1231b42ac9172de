// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/blob_row.h"

#include "base/clock.h"

namespace kinframe::library {

qint64 ensureBlob(storage::Transaction &transaction, const Digests &digests, bool stored)
{
    transaction.run("INSERT INTO blob(sha256, sha1, md5, xxh64, size, stored, created_at) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                    "ON CONFLICT (sha256) DO UPDATE SET stored = max(stored, excluded.stored)",
                    digests.sha256, digests.sha1, digests.md5, qint64(digests.xxh64), digests.size, stored, wallMs());
    storage::Statement statement = transaction.prepare("SELECT id FROM blob WHERE sha256 = ?1");
    statement.bindAll(digests.sha256);
    statement.step();
    return statement.int64(0);
}

} // namespace kinframe::library
