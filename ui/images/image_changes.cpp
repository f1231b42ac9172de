// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/image_changes.h"

#include "library/asset.h"
#include "library/metadata_doc.h"
#include "library/open_metadata.h"
#include "library/trash.h"
#include "library/turn_asset.h"
#include "library/visibility.h"
#include "storage/database.h"

#include <algorithm>
#include <span>

namespace kinframe::ui {
namespace {

using Kind = ImageChange::Kind;

// One write is whole or not at all; others wait for it.
constexpr size_t atOnce = 500;

bool isGone(const Error &error)
{
    return error.code == ErrorCode::NotFound;
}

/// What one photo cannot take keeps none of the others from taking it. Nothing of it is written then.
bool isRefused(const Error &error)
{
    return error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::ReadOnlyField ||
           error.code == ErrorCode::TooMany || error.code == ErrorCode::TooLarge;
}

/// By a key of its own each where it can have one: a tag with a space in it is only found in the list of all.
library::MetadataEdit editOf(const TagChange &change, const QStringList &before)
{
    library::MetadataEdit edit;
    QStringList all = before;
    bool haveKeys = true;
    const auto take = [&](const QString &tag, const QJsonValue &value) {
        const QString key = library::keyOfTag(tag);
        haveKeys = haveKeys && !key.isEmpty();
        all.removeAll(tag);
        edit.values.emplace_back(key, value);
    };
    for (const QString &tag : change.removed) {
        take(tag, QJsonValue());
    }
    for (const QString &tag : change.added) {
        take(tag, true);
        all << tag;
    }
    if (!haveKeys) {
        edit.values = {{QStringLiteral("tags"), QJsonArray::fromStringList(all)}};
    }
    return edit;
}

Result<library::MetadataEdit> changeTags(storage::Transaction &transaction, const Services &services, qint64 userId,
                                         const QUuid &uuid, const TagChange &change)
{
    const auto asset = library::findAsset(transaction.db(), userId, uuid);
    const QStringList before = asset ? library::readTags(transaction.db(), asset->id) : QStringList();
    return library::editMetadata(transaction, services.library, userId, uuid, editOf(change, before));
}

/// What undoes it. NotFound also for a photo that is there already, or that is shown nowhere: nothing is done to it.
Result<std::optional<ImageChange>> setArchived(storage::Transaction &transaction, const Services &services,
                                               qint64 userId, const QUuid &uuid, bool isArchived)
{
    const auto asset = library::findAsset(transaction.db(), userId, uuid);
    if (!asset || asset->isHidden || asset->isArchived == isArchived) {
        return fail(ErrorCode::NotFound);
    }
    const auto done = library::setVisibility(transaction, services.library, *asset,
                                             isArchived ? library::Visibility::Archive : library::Visibility::Timeline);
    if (!done) {
        return failed(done);
    }
    return std::optional(ImageChange{isArchived ? Kind::Unarchive : Kind::Archive});
}

/// What undoes it; none where it cannot be undone.
Result<std::optional<ImageChange>> applyOne(storage::Transaction &transaction, const Services &services, qint64 userId,
                                            const QUuid &asset, const ImageChange &change)
{
    library::Trash trash(services.library);
    Result<void> done;
    std::optional<ImageChange> undoing;
    switch (change.kind) {
    case Kind::Trash:
        done = trash.moveToTrash(transaction, userId, asset);
        undoing = ImageChange{Kind::Restore};
        break;
    case Kind::Restore:
        done = trash.restore(transaction, userId, asset);
        undoing = ImageChange{Kind::Trash};
        break;
    case Kind::DeleteForGood:
        done = trash.deleteForGood(transaction, userId, asset);
        break;
    case Kind::Archive:
    case Kind::Unarchive:
        return setArchived(transaction, services, userId, asset, change.kind == Kind::Archive);
    case Kind::Edit: {
        auto former = library::editAsset(transaction, services.library, userId, asset, change.edit);
        if (!former) {
            return failed(former);
        }
        undoing = ImageChange{Kind::Edit, *former};
        break;
    }
    case Kind::Metadata:
    case Kind::Tags: {
        auto former = change.kind == Kind::Tags
                          ? changeTags(transaction, services, userId, asset, *change.tags)
                          : library::editMetadata(transaction, services.library, userId, asset, *change.metadata);
        if (!former) {
            return failed(former);
        }
        undoing = ImageChange{Kind::Metadata};
        undoing->metadata = std::make_shared<const library::MetadataEdit>(std::move(*former));
        break;
    }
    case Kind::Turn:
        Q_UNREACHABLE(); // Decodes, which no write may wait for.
    }
    return done ? Result<std::optional<ImageChange>>(undoing) : failed(done);
}

void applyTurn(const Services &services, qint64 userId, const QUuid &asset, const ImageChange &change,
               const std::stop_token &stop, ChangesDone &outcome)
{
    const auto turned = library::turnAsset(services.library, userId, asset, change.quarterTurns, stop);
    if (turned) {
        outcome.undoing.push_back({asset, {Kind::Turn, {}, -change.quarterTurns}});
        ++outcome.done;
    } else if (!isGone(turned.error()) && !stop.stop_requested() && !outcome.error) {
        outcome.error = turned.error();
    }
}

/// False where nothing of it could be done: what comes after it cannot either.
bool applyMany(const Services &services, qint64 userId, std::span<const ImageChanges::value_type> changes,
               ChangesDone &outcome)
{
    auto done = services.library.database.write([&](storage::Transaction &transaction) -> Result<ChangesDone> {
        ChangesDone part;
        for (const auto &[asset, change] : changes) {
            const auto undoing = applyOne(transaction, services, userId, asset, change);
            if (!undoing && isRefused(undoing.error())) {
                ++part.refused;
                part.refusal = part.refusal ? part.refusal : undoing.error();
                continue;
            }
            if (!undoing && !isGone(undoing.error())) {
                return failed(undoing);
            }
            if (undoing) {
                ++part.done;
            }
            if (undoing && *undoing) {
                part.undoing.push_back({asset, **undoing});
            }
        }
        return part;
    });
    if (!done) {
        outcome.error = done.error();
        return false;
    }
    outcome.done += done->done;
    outcome.refused += done->refused;
    outcome.refusal = outcome.refusal ? outcome.refusal : done->refusal;
    outcome.undoing.insert(outcome.undoing.end(), done->undoing.begin(), done->undoing.end());
    return true;
}

} // namespace

ChangesDone applyChanges(const Services &services, qint64 userId, const ImageChanges &changes,
                         const std::stop_token &stop, const std::function<void(qint64 over)> &onDone)
{
    ChangesDone outcome;
    outcome.undoing.reserve(changes.size());
    bool canGoOn = true;
    for (size_t next = 0; next < changes.size() && canGoOn && !stop.stop_requested();) {
        size_t end = next + 1;
        if (changes[next].second.kind == Kind::Turn) {
            applyTurn(services, userId, changes[next].first, changes[next].second, stop, outcome);
        } else {
            while (end < changes.size() && end - next < atOnce && changes[end].second.kind != Kind::Turn) {
                ++end;
            }
            canGoOn = applyMany(services, userId, std::span(changes).subspan(next, end - next), outcome);
        }
        next = end;
        if (onDone) {
            onDone(qint64(next));
        }
    }
    std::ranges::reverse(outcome.undoing);
    return outcome;
}

Result<std::vector<QUuid>> uuidsOf(const Services &services, qint64 userId, const std::vector<qint64> &keys)
{
    return services.library.database.read([&](storage::Connection &db) -> Result<std::vector<QUuid>> {
        std::vector<QUuid> uuids;
        uuids.reserve(keys.size());
        storage::Statement row = db.prepare("SELECT uuid FROM asset WHERE id = ?1 AND owner_id = ?2");
        for (const qint64 key : keys) {
            row.reset();
            row.bindAll(key, userId);
            if (row.step()) {
                uuids.push_back(row.uuid(0));
            }
        }
        return uuids;
    });
}

} // namespace kinframe::ui
