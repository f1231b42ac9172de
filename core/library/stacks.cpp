// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/stacks.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "storage/sql_text.h"

#include <algorithm>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Failure notFound(const QString &what, const QUuid &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, toText(id)}});
}

/// The primary one first.
std::vector<qint64> assetsIn(Connection &db, qint64 stackId)
{
    Statement row =
        db.prepare("SELECT asset_id FROM stack_asset WHERE stack_id = ?1 ORDER BY is_primary DESC, asset_id");
    row.bindAll(stackId);
    std::vector<qint64> assets;
    while (row.step()) {
        assets.push_back(row.int64(0));
    }
    return assets;
}

std::vector<Stack> read(Connection &db, Statement rows)
{
    std::vector<Stack> all;
    while (rows.step()) {
        all.push_back({rows.int64(0), rows.uuid(1), rows.uuid(2), assetsIn(db, rows.int64(0))});
    }
    return all;
}

constexpr std::string_view stackSql =
    "SELECT s.id, s.uuid, p.uuid FROM stack s JOIN stack_asset m ON m.stack_id = s.id AND m.is_primary = 1 "
    "JOIN asset p ON p.id = m.asset_id WHERE s.owner_id = ?1 AND ";

struct Place
{
    qint64 stackId;
    bool isPrimary;
};

std::optional<Place> placeOf(Connection &db, qint64 assetId)
{
    Statement row = db.prepare("SELECT stack_id, is_primary FROM stack_asset WHERE asset_id = ?1");
    row.bindAll(assetId);
    return row.step() ? std::optional(Place{row.int64(0), row.boolean(1)}) : std::nullopt;
}

/// What is left of a stack after somebody left it. Gives the photos that this changes.
std::vector<qint64> mend(Transaction &transaction, qint64 stackId)
{
    std::vector<qint64> left = assetsIn(transaction.db(), stackId);
    if (left.size() < 2) {
        transaction.run("DELETE FROM stack WHERE id = ?1", stackId);
    } else {
        transaction.run("UPDATE stack_asset SET is_primary = 1 WHERE asset_id = ?1", left.front());
    }
    return left;
}

std::vector<qint64> leave(Transaction &transaction, qint64 assetId)
{
    const auto place = placeOf(transaction.db(), assetId);
    if (!place) {
        return {};
    }
    transaction.run("DELETE FROM stack_asset WHERE asset_id = ?1", assetId);
    return mend(transaction, place->stackId);
}

void addOnce(std::vector<qint64> &all, std::span<const qint64> more)
{
    for (const qint64 one : more) {
        if (std::ranges::find(all, one) == all.end()) {
            all.push_back(one);
        }
    }
}

/// The photos that were named, and those that are shown by one of them.
Result<std::vector<qint64>> membersOf(Transaction &transaction, qint64 ownerId, std::span<const QUuid> assets)
{
    std::vector<qint64> named;
    std::vector<qint64> along;
    for (const QUuid &uuid : assets) {
        const auto asset = findAsset(transaction.db(), ownerId, uuid);
        if (!asset) {
            return notFound(u"photo"_s, uuid);
        }
        addOnce(named, {&asset->id, 1});
        if (const auto place = placeOf(transaction.db(), asset->id); place && place->isPrimary) {
            addOnce(along, assetsIn(transaction.db(), place->stackId));
        }
    }
    if (named.size() < 2) {
        return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"assetIds"_s},
                                                 {u"value"_s, QString::number(named.size())},
                                                 {u"expected"_s, u"at least two photos"_s}});
    }
    addOnce(named, along);
    return named;
}

} // namespace

std::vector<Stack> stacksOf(Connection &db, qint64 ownerId, const std::optional<QUuid> &primary)
{
    Statement rows = db.prepare(storage::joined({stackSql, "(?2 IS NULL OR p.uuid = ?2) ORDER BY s.id"}));
    rows.bindAll(ownerId, primary);
    return read(db, std::move(rows));
}

Result<Stack> findStack(Connection &db, qint64 ownerId, const QUuid &uuid)
{
    Statement rows = db.prepare(storage::joined({stackSql, "s.uuid = ?2"}));
    rows.bindAll(ownerId, uuid);
    const std::vector<Stack> found = read(db, std::move(rows));
    return found.empty() ? Result<Stack>(notFound(u"stack"_s, uuid)) : found.front();
}

Result<Stack> createStack(Transaction &transaction, const Services &services, qint64 ownerId,
                          std::span<const QUuid> assets)
{
    const auto members = membersOf(transaction, ownerId, assets);
    if (!members) {
        return failed(members);
    }
    std::vector<qint64> changed = *members;
    for (const qint64 member : *members) {
        addOnce(changed, leave(transaction, member));
    }
    const QUuid uuid = newUuid();
    transaction.run("INSERT INTO stack(uuid, owner_id, created_at) VALUES (?1, ?2, ?3)", uuid, ownerId, wallMs());
    const qint64 id = transaction.db().lastInsertId();
    for (const qint64 member : *members) {
        transaction.run("INSERT INTO stack_asset(asset_id, stack_id, is_primary) VALUES (?1, ?2, ?3)", member, id,
                        member == members->front());
    }
    services.changes.touch(transaction, changed);
    return findStack(transaction.db(), ownerId, uuid);
}

Result<void> joinStackOf(Transaction &transaction, const Services &services, const Asset &member, const QUuid &joined)
{
    const auto place = placeOf(transaction.db(), member.id);
    const auto asset = findAsset(transaction.db(), member.ownerId, joined);
    if (!asset) {
        return notFound(u"photo"_s, joined);
    }
    const auto there = placeOf(transaction.db(), asset->id);
    if (!place || (there && there->stackId == place->stackId)) {
        return {};
    }
    std::vector<QUuid> all;
    for (const qint64 id : assetsIn(transaction.db(), place->stackId)) {
        all.push_back(findAssetById(transaction.db(), id)->uuid);
    }
    all.insert(place->isPrimary ? all.begin() : all.end(), joined);
    const auto made = createStack(transaction, services, member.ownerId, all);
    return made ? Result<void>() : failed(made);
}

Result<Stack> setPrimary(Transaction &transaction, const Services &services, qint64 ownerId, const QUuid &uuid,
                         const QUuid &assetUuid)
{
    const auto stack = findStack(transaction.db(), ownerId, uuid);
    if (!stack) {
        return failed(stack);
    }
    const auto asset = findAsset(transaction.db(), ownerId, assetUuid);
    if (!asset || std::ranges::find(stack->assets, asset->id) == stack->assets.end()) {
        return notFound(u"photo"_s, assetUuid);
    }
    transaction.run("UPDATE stack_asset SET is_primary = (asset_id = ?2) WHERE stack_id = ?1", stack->id, asset->id);
    services.changes.touch(transaction, stack->assets);
    return findStack(transaction.db(), ownerId, uuid);
}

Result<void> removeFromStack(Transaction &transaction, const Services &services, qint64 ownerId, const QUuid &uuid,
                             const QUuid &assetUuid)
{
    const auto stack = findStack(transaction.db(), ownerId, uuid);
    if (!stack) {
        return failed(stack);
    }
    const auto asset = findAsset(transaction.db(), ownerId, assetUuid);
    if (!asset || std::ranges::find(stack->assets, asset->id) == stack->assets.end()) {
        return notFound(u"photo"_s, assetUuid);
    }
    if (stack->primary == assetUuid) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"the photo is the one that its stack shows"_s}});
    }
    static_cast<void>(leave(transaction, asset->id));
    services.changes.touch(transaction, stack->assets);
    return {};
}

Result<void> deleteStack(Transaction &transaction, const Services &services, qint64 ownerId, const QUuid &uuid)
{
    const auto stack = findStack(transaction.db(), ownerId, uuid);
    if (!stack) {
        return failed(stack);
    }
    transaction.run("DELETE FROM stack WHERE id = ?1", stack->id);
    services.changes.touch(transaction, stack->assets);
    return {};
}

void leaveStack(Transaction &transaction, ChangeFeed &changes, qint64 assetId)
{
    if (const std::vector<qint64> left = leave(transaction, assetId); !left.empty()) {
        changes.touch(transaction, left);
    }
}

} // namespace kinframe::library
