// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/whole_trash.h"

#include "library/trash.h"
#include "storage/database.h"

namespace kinframe::library {
namespace {

using storage::Statement;
using storage::Transaction;

constexpr int photosPerWrite = 200;

/// Hidden halves come last: those that go with a photo are not there any more then.
std::vector<QUuid> someInTrash(Transaction &transaction, qint64 ownerId)
{
    Statement row = transaction.prepare("SELECT uuid FROM asset WHERE owner_id = ?1 AND trashed_at IS NOT NULL ORDER "
                                        "BY is_hidden, id LIMIT ?2");
    row.bindAll(ownerId, photosPerWrite);
    std::vector<QUuid> some;
    while (row.step()) {
        some.push_back(row.uuid(0));
    }
    return some;
}

bool isInTrash(Transaction &transaction, qint64 ownerId, const QUuid &uuid)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    return asset && asset->trashedAt;
}

template <typename Work>
Result<qint64> forAll(const Services &services, qint64 ownerId, const std::stop_token &stop, Work work)
{
    qint64 all = 0;
    for (;;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Canceled);
        }
        const auto done = services.database.write([&](Transaction &transaction) -> Result<qint64> {
            qint64 count = 0;
            for (const QUuid &uuid : someInTrash(transaction, ownerId)) {
                if (!isInTrash(transaction, ownerId, uuid)) {
                    continue; // It went with its other half.
                }
                if (const auto outcome = work(transaction, uuid); !outcome) {
                    return failed(outcome);
                }
                ++count;
            }
            return count;
        });
        if (!done) {
            return failed(done);
        }
        if (*done == 0) {
            return all;
        }
        all += *done;
    }
}

} // namespace

Result<qint64> restoreTrash(const Services &services, qint64 ownerId, const std::stop_token &stop)
{
    Trash trash(services);
    return forAll(services, ownerId, stop, [&](Transaction &transaction, const QUuid &uuid) {
        return trash.restore(transaction, ownerId, uuid);
    });
}

Result<qint64> emptyTrash(const Services &services, qint64 ownerId, const std::stop_token &stop)
{
    Trash trash(services);
    return forAll(services, ownerId, stop, [&](Transaction &transaction, const QUuid &uuid) {
        return trash.deleteForGood(transaction, ownerId, uuid);
    });
}

} // namespace kinframe::library
