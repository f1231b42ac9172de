// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/stack_arrangement.h"

#include "library/asset.h"
#include "library/stacks.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace kinframe::ui {
namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

/// The one that a photo is in.
std::optional<library::Stack> stackOf(Connection &db, qint64 userId, const QUuid &photo)
{
    Statement row = db.prepare("SELECT s.uuid FROM asset a JOIN stack_asset m ON m.asset_id = a.id JOIN stack s ON "
                               "s.id = m.stack_id WHERE a.uuid = ?1 AND a.owner_id = ?2");
    row.bindAll(photo, userId);
    if (!row.step()) {
        return {};
    }
    auto stack = library::findStack(db, userId, row.uuid(0));
    return stack ? std::optional(std::move(*stack)) : std::nullopt;
}

std::vector<QUuid> photosOf(Connection &db, const library::Stack &stack)
{
    std::vector<QUuid> photos;
    Statement row = db.prepare("SELECT uuid FROM asset WHERE id = ?1");
    for (const qint64 id : stack.assets) {
        row.reset();
        row.bindAll(id);
        if (row.step()) {
            photos.push_back(row.uuid(0));
        }
    }
    return photos;
}

QSet<QUuid> setOf(const std::vector<QUuid> &photos)
{
    return {photos.begin(), photos.end()};
}

std::vector<QUuid> thereOf(Connection &db, qint64 userId, const std::vector<QUuid> &photos)
{
    std::vector<QUuid> there;
    std::ranges::copy_if(photos, std::back_inserter(there),
                         [&](const QUuid &photo) { return library::findAsset(db, userId, photo).has_value(); });
    return there;
}

/// True where there is such a stack already; its cover is the first one then.
Result<bool> keep(Transaction &transaction, const Services &services, qint64 userId, const std::vector<QUuid> &wanted)
{
    const auto stack = stackOf(transaction.db(), userId, wanted.front());
    if (!stack || setOf(photosOf(transaction.db(), *stack)) != setOf(wanted)) {
        return false;
    }
    if (stack->primary != wanted.front()) {
        const auto done = library::setPrimary(transaction, services.library, userId, stack->uuid, wanted.front());
        if (!done) {
            return failed(done);
        }
    }
    return true;
}

} // namespace

StackArrangement arrangementOf(Connection &db, qint64 userId, const std::vector<QUuid> &photos)
{
    StackArrangement arrangement;
    QSet<QUuid> known;
    Statement row =
        db.prepare("SELECT s.uuid FROM asset a LEFT JOIN stack_asset m ON m.asset_id = a.id LEFT JOIN stack "
                   "s ON s.id = m.stack_id WHERE a.uuid = ?1 AND a.owner_id = ?2");
    for (const QUuid &photo : photos) {
        row.reset();
        row.bindAll(photo, userId);
        if (known.contains(photo) || !row.step()) {
            continue;
        }
        std::vector<QUuid> together{photo};
        const auto stack = row.isNull(0) ? std::nullopt : std::optional(library::findStack(db, userId, row.uuid(0)));
        if (stack && *stack) {
            together = photosOf(db, **stack);
            arrangement.stacks.push_back(together);
        }
        known.unite(setOf(together));
        arrangement.photos.insert(arrangement.photos.end(), together.begin(), together.end());
    }
    return arrangement;
}

std::vector<QUuid> withTheirStacks(Connection &db, qint64 userId, const std::vector<QUuid> &photos)
{
    std::vector<QUuid> all = photos;
    QSet<QUuid> known = setOf(photos);
    Statement mate = db.prepare("SELECT b.uuid FROM asset a JOIN stack_asset m ON m.asset_id = a.id JOIN stack_asset o "
                                "ON o.stack_id = m.stack_id JOIN asset b ON b.id = o.asset_id WHERE a.uuid = ?1 AND "
                                "a.owner_id = ?2 AND b.trashed_at IS NULL");
    for (const QUuid &photo : photos) {
        mate.reset();
        mate.bindAll(photo, userId);
        while (mate.step()) {
            const QUuid uuid = mate.uuid(0);
            if (!known.contains(uuid)) {
                known.insert(uuid);
                all.push_back(uuid);
            }
        }
    }
    return all;
}

Result<StackArrangement> arrange(Transaction &transaction, const Services &services, qint64 userId,
                                 const StackArrangement &wanted)
{
    Connection &db = transaction.db();
    StackArrangement before = arrangementOf(db, userId, wanted.photos);
    std::vector<std::vector<QUuid>> making;
    QSet<QUuid> kept;
    for (const std::vector<QUuid> &photos : wanted.stacks) {
        std::vector<QUuid> there = thereOf(db, userId, photos);
        if (there.size() < 2) {
            continue;
        }
        const auto isKept = keep(transaction, services, userId, there);
        if (!isKept) {
            return failed(isKept);
        }
        if (*isKept) {
            kept.unite(setOf(there));
        } else {
            making.push_back(std::move(there));
        }
    }
    for (const std::vector<QUuid> &photos : before.stacks) {
        const auto stack = kept.contains(photos.front()) ? std::nullopt : stackOf(db, userId, photos.front());
        const auto done =
            stack ? library::deleteStack(transaction, services.library, userId, stack->uuid) : Result<void>();
        if (!done) {
            return failed(done);
        }
    }
    for (const std::vector<QUuid> &photos : making) {
        const auto done = library::createStack(transaction, services.library, userId, photos);
        if (!done) {
            return failed(done);
        }
    }
    return before;
}

} // namespace kinframe::ui
