// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/tag.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/asset.h"
#include "library/change_feed.h"
#include "library/metadata_doc.h"
#include "library/open_metadata.h"

#include <QMap>
#include <QRegularExpression>

namespace kinframe::albums {
namespace {

using namespace Qt::StringLiterals;
using library::Asset;
using library::Owner;
using library::Services;
using storage::Connection;
using storage::Statement;
using storage::Transaction;

Error noPhoto(const QUuid &id)
{
    return {ErrorCode::NotFound, {{u"what"_s, u"photo"_s}, {u"id"_s, toText(id)}}, {}};
}

library::MetadataEdit tagsEdit(const QStringList &tags)
{
    return {{{u"tags"_s, QJsonArray::fromStringList(tags)}}};
}

/// What can be a tag of a photo can be one of its own.
Result<void> checkTag(const QString &value)
{
    if (value.isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, u"name"_s}, {u"expected"_s, u"a text"_s}});
    }
    return library::checkMetadata(tagsEdit({value}));
}

Result<void> checkColor(const QString &color)
{
    static const QRegularExpression form(u"^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$"_s);
    if (color.isEmpty() || form.match(color).hasMatch()) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                {{u"field"_s, u"color"_s}, {u"value"_s, color.left(80)}, {u"expected"_s, u"a colour as #RRGGBB"_s}});
}

/// What lies below a tag has texts from this one up to, but not with, the next: a slash is followed by a zero.
QString firstBelow(const QString &value)
{
    return value + u'/';
}

QString behindBelow(const QString &value)
{
    return value + u'0';
}

void makeRow(Transaction &transaction, const Owner &owner, const QString &value, const QString &color)
{
    const qint64 now = wallMs();
    transaction.run("INSERT INTO tag(owner_id, value, color, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4) "
                    "ON CONFLICT DO NOTHING",
                    owner.userId, value, color.isEmpty() ? std::nullopt : std::optional(color), now);
}

void makeWithParents(Transaction &transaction, const Owner &owner, const QString &value, const QString &color = {})
{
    for (QString above = tagParent(value); !above.isEmpty(); above = tagParent(above)) {
        makeRow(transaction, owner, above, {});
    }
    makeRow(transaction, owner, value, color);
}

/// The photo's tags become these. Nothing where that was done.
ItemOutcome setTags(Transaction &transaction, const Services &services, const Asset &asset, const QStringList &tags)
{
    const auto edited = library::editMetadata(transaction, services, asset, tagsEdit(tags));
    return edited ? std::nullopt : std::optional(edited.error());
}

} // namespace

QUuid tagId(const QUuid &owner, const QString &value)
{
    return QUuid::createUuidV5(owner, value);
}

QString tagName(const QString &value)
{
    const QString last = value.mid(value.lastIndexOf(u'/') + 1);
    return last.isEmpty() ? value : last;
}

QString tagParent(const QString &value)
{
    const qsizetype slash = value.lastIndexOf(u'/');
    return slash > 0 ? value.left(slash) : QString();
}

std::vector<Tag> tagsOf(Connection &db, const Owner &owner)
{
    QMap<QString, Tag> all;
    Statement row =
        db.prepare("SELECT value, color, created_at, updated_at FROM tag WHERE owner_id = ?1 ORDER BY created_at, id");
    row.bindAll(owner.userId);
    while (row.step()) {
        const Tag tag{QUuid(), row.text(0), row.text(1), row.int64(2), row.int64(3)};
        all.insert(tag.value, tag);
        for (QString above = tagParent(tag.value); !above.isEmpty(); above = tagParent(above)) {
            if (!all.contains(above)) {
                all.insert(above, {QUuid(), above, QString(), tag.createdAt, tag.createdAt});
            }
        }
    }
    std::vector<Tag> tags;
    for (Tag tag : std::as_const(all)) {
        tag.id = tagId(owner.uuid, tag.value);
        tags.push_back(std::move(tag));
    }
    return tags;
}

Result<Tag> findTag(Connection &db, const Owner &owner, const QUuid &id)
{
    for (const Tag &tag : tagsOf(db, owner)) {
        if (tag.id == id) {
            return tag;
        }
    }
    return fail(ErrorCode::NotFound, {{u"what"_s, u"tag"_s}, {u"id"_s, toText(id)}});
}

std::vector<qint64> assetsTagged(Connection &db, qint64 ownerId, const QString &value)
{
    Statement row = db.prepare("SELECT DISTINCT a.id FROM asset_tag t JOIN asset a ON a.id = t.asset_id WHERE "
                               "(t.tag = ?2 OR (t.tag >= ?3 AND t.tag < ?4)) AND a.owner_id = ?1");
    row.bindAll(ownerId, value, firstBelow(value), behindBelow(value));
    std::vector<qint64> ids;
    while (row.step()) {
        ids.push_back(row.int64(0));
    }
    return ids;
}

Result<std::vector<Tag>> makeTags(Transaction &transaction, const Owner &owner, const QStringList &values)
{
    for (const QString &value : values) {
        if (auto checked = checkTag(value); !checked) {
            return failed(checked);
        }
    }
    for (const QString &value : values) {
        makeWithParents(transaction, owner, value);
    }
    QMap<QString, Tag> known;
    for (const Tag &tag : tagsOf(transaction.db(), owner)) {
        known.insert(tag.value, tag);
    }
    std::vector<Tag> tags;
    QStringList once = values;
    once.removeDuplicates();
    for (const QString &value : std::as_const(once)) {
        tags.push_back(known.value(value));
    }
    return tags;
}

Result<Tag> createTag(Transaction &transaction, const Owner &owner, const QString &value, const QString &color)
{
    const auto text = checkTag(value);
    const auto colour = checkColor(color);
    if (!text || !colour) {
        return !text ? failed(text) : failed(colour);
    }
    if (findTag(transaction.db(), owner, tagId(owner.uuid, value))) {
        return fail(ErrorCode::Conflict, {{u"reason"_s, u"there is a tag “%1” already"_s.arg(value)}});
    }
    makeWithParents(transaction, owner, value, color);
    return findTag(transaction.db(), owner, tagId(owner.uuid, value));
}

Result<Tag> colourTag(Transaction &transaction, const Services &services, const Owner &owner, const QUuid &id,
                      const QString &color)
{
    const auto tag = findTag(transaction.db(), owner, id);
    const auto colour = checkColor(color);
    if (!tag || !colour) {
        return !tag ? failed(tag) : failed(colour);
    }
    makeRow(transaction, owner, tag->value, {});
    transaction.run("UPDATE tag SET color = ?3, updated_at = ?4 WHERE owner_id = ?1 AND value = ?2", owner.userId,
                    tag->value, color.isEmpty() ? std::nullopt : std::optional(color), wallMs());
    Statement row = transaction.prepare("SELECT a.id FROM asset_tag t JOIN asset a ON a.id = t.asset_id WHERE t.tag = "
                                        "?1 AND a.owner_id = ?2");
    row.bindAll(tag->value, owner.userId);
    std::vector<qint64> having;
    while (row.step()) {
        having.push_back(row.int64(0));
    }
    services.changes.touch(transaction, having);
    return findTag(transaction.db(), owner, id);
}

Result<void> deleteTag(Transaction &transaction, const Services &services, const Owner &owner, const QUuid &id)
{
    const auto tag = findTag(transaction.db(), owner, id);
    if (!tag) {
        return failed(tag);
    }
    for (const qint64 assetId : assetsTagged(transaction.db(), owner.userId, tag->value)) {
        QStringList left;
        for (const QString &one : library::readTags(transaction.db(), assetId)) {
            if (one != tag->value && !one.startsWith(firstBelow(tag->value))) {
                left << one;
            }
        }
        const auto asset = library::findAssetById(transaction.db(), assetId);
        if (const auto problem = setTags(transaction, services, *asset, left)) {
            return Failure(*problem);
        }
    }
    transaction.run("DELETE FROM tag WHERE owner_id = ?1 AND (value = ?2 OR (value >= ?3 AND value < ?4))",
                    owner.userId, tag->value, firstBelow(tag->value), behindBelow(tag->value));
    return {};
}

std::vector<ItemOutcome> addTags(Transaction &transaction, const Services &services, qint64 ownerId,
                                 const QStringList &values, std::span<const QUuid> assets)
{
    std::vector<ItemOutcome> outcomes;
    for (const QUuid &uuid : assets) {
        const auto asset = library::findAsset(transaction.db(), ownerId, uuid);
        if (!asset) {
            outcomes.emplace_back(noPhoto(uuid));
            continue;
        }
        QStringList tags = library::readTags(transaction.db(), asset->id);
        const qsizetype before = tags.size();
        for (const QString &value : values) {
            if (!tags.contains(value)) {
                tags << value;
            }
        }
        if (tags.size() == before) {
            outcomes.emplace_back(Error{ErrorCode::Conflict, {{u"reason"_s, u"the photo is there already"_s}}, {}});
        } else {
            outcomes.push_back(setTags(transaction, services, *asset, tags));
        }
    }
    return outcomes;
}

std::vector<ItemOutcome> removeTag(Transaction &transaction, const Services &services, qint64 ownerId,
                                   const QString &value, std::span<const QUuid> assets)
{
    std::vector<ItemOutcome> outcomes;
    for (const QUuid &uuid : assets) {
        const auto asset = library::findAsset(transaction.db(), ownerId, uuid);
        QStringList tags = asset ? library::readTags(transaction.db(), asset->id) : QStringList();
        if (tags.removeAll(value) == 0) {
            outcomes.emplace_back(noPhoto(uuid));
        } else {
            outcomes.push_back(setTags(transaction, services, *asset, tags));
        }
    }
    return outcomes;
}

} // namespace kinframe::albums
