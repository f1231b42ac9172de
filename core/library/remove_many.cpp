// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/remove_many.h"

#include "library/trash.h"
#include "storage/database.h"

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

using storage::Transaction;

// Between two looks at whether somebody still wants it.
constexpr size_t itemsPerLook = 100;

Result<void> remove(Transaction &transaction, Trash &trash, const Asset &asset, Removal removal)
{
    switch (removal) {
    case Removal::ToTrash:
        return trash.moveToTrash(transaction, asset.ownerId, asset.uuid);
    case Removal::FromTrash:
        return trash.restore(transaction, asset.ownerId, asset.uuid);
    case Removal::ForGood:
        break;
    }
    return trash.deleteForGood(transaction, asset.ownerId, asset.uuid);
}

Result<void> removeOne(Transaction &transaction, Trash &trash, qint64 ownerId, const QByteArray &sha256,
                       Removal removal)
{
    const auto asset = findAssetBySha256(transaction.db(), ownerId, sha256);
    auto removed = asset ? remove(transaction, trash, *asset, removal) : Result<void>(fail(ErrorCode::NotFound));
    if (!removed && removed.error().code == ErrorCode::NotFound) {
        // By the name that it was asked for with.
        return fail(ErrorCode::NotFound, {{u"what"_s, u"image"_s}, {u"id"_s, QString::fromLatin1(sha256.toHex())}});
    }
    return removed;
}

} // namespace

Result<std::vector<Result<void>>> removeMany(const Services &services, qint64 ownerId,
                                             const std::vector<QByteArray> &sha256s, Removal removal,
                                             const std::function<void(qint64 done, qint64 total)> &progress,
                                             const std::stop_token &stop)
{
    Trash trash(services);
    return services.database.write([&](Transaction &transaction) -> Result<std::vector<Result<void>>> {
        std::vector<Result<void>> outcomes;
        outcomes.reserve(sha256s.size());
        for (const QByteArray &sha256 : sha256s) {
            if (outcomes.size() % itemsPerLook == 0) {
                if (stop.stop_requested()) {
                    return fail(ErrorCode::Canceled);
                }
                progress(qint64(outcomes.size()), qint64(sha256s.size()));
            }
            // The trash looks before it writes, so one that fails leaves nothing behind.
            outcomes.push_back(removeOne(transaction, trash, ownerId, sha256, removal));
        }
        return outcomes;
    });
}

} // namespace kinframe::library
