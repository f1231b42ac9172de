// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/open_metadata.h"

#include "base/ids.h"
#include "library/change_feed.h"
#include "library/metadata_columns.h"
#include "library/metadata_doc.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

using storage::Transaction;

// Between two looks at whether somebody still wants it.
constexpr qint64 itemsPerLook = 100;
const QString favourite = u"is_favorite"_s;

/// All that an edit may change of an asset, as it was and as it becomes.
struct Record
{
    QJsonObject columns;
    MetadataDoc doc;
    QStringList tags;
};

bool concernsTags(const QString &key)
{
    return key == "tags"_L1 || tagOfKey(key);
}

Record readRecord(Transaction &transaction, qint64 assetId, const MetadataEdit &edit)
{
    Record record;
    record.doc = readDoc(transaction.db(), assetId);
    for (const auto &[key, value] : edit.values) {
        if (metadataColumn(key) && record.columns.isEmpty()) {
            record.columns = columnValues(transaction.db(), assetId);
        } else if (concernsTags(key) && record.tags.isEmpty()) {
            record.tags = readTags(transaction.db(), assetId);
        }
    }
    return record;
}

QJsonValue valueOf(const Record &record, const QString &key)
{
    if (metadataColumn(key) && !(key == favourite && !record.columns.value(key).toBool())) {
        return record.columns.value(key);
    }
    if (key == "tags"_L1) {
        return QJsonArray::fromStringList(record.tags);
    }
    if (const auto tag = tagOfKey(key); tag && record.tags.contains(*tag)) {
        return true;
    }
    const QJsonValue value = record.doc.values.value(key);
    return value.isUndefined() ? QJsonValue() : value;
}

void setTag(Record &record, const QString &key, const QString &tag, const QJsonValue &value)
{
    record.tags.removeAll(tag);
    record.doc.values.remove(key);
    if (value.toBool()) {
        record.tags << tag;
    } else if (value.isBool()) {
        record.doc.values.insert(key, false);
    }
}

void setTags(Record &record, const QJsonValue &value)
{
    record.tags = tagsFrom(value);
    for (const QString &tag : record.tags) {
        record.doc.values.remove(keyOfTag(tag)); // It is tagged so now, whatever was said before.
    }
}

/// The column cannot tell "no" from "nobody said": a "no" that was said stands beside the open keys.
void setFavourite(Record &record, const QJsonValue &value)
{
    if (value.isBool() && !value.toBool()) {
        record.doc.values.insert(favourite, false);
    } else {
        record.doc.values.remove(favourite);
    }
}

void apply(Record &record, const QString &key, const QJsonValue &value)
{
    record.doc.edited.insert(key);
    if (metadataColumn(key)) {
        record.columns.insert(key, value);
        if (key == "created_at"_L1 && value.isNull()) {
            record.doc.edited.remove(key); // The file says it again.
        } else if (key == favourite) {
            setFavourite(record, value);
        }
    } else if (const auto tag = tagOfKey(key)) {
        setTag(record, key, *tag, value);
    } else if (value.isNull()) {
        record.doc.values.remove(key);
    } else {
        record.doc.values.insert(key, value);
    }
}

/// All tags before single ones, in whatever order they were sent: `tags` would take them away again.
Record applied(Record record, const MetadataEdit &edit)
{
    for (const auto &[key, value] : edit.values) {
        if (key == "tags"_L1) {
            record.doc.edited.insert(key);
            setTags(record, value);
        }
    }
    for (const auto &[key, value] : edit.values) {
        if (key != "tags"_L1) {
            apply(record, key, value);
        }
    }
    return record;
}

MetadataEdit undoOf(const Record &before, const Record &after, const MetadataEdit &edit)
{
    MetadataEdit undo;
    for (const auto &[key, value] : edit.values) {
        undo.values.emplace_back(key, valueOf(before, key));
    }
    // What `tags` has taken away without naming it.
    for (auto value = before.doc.values.begin(); value != before.doc.values.end(); ++value) {
        const bool isNamed = std::any_of(edit.values.begin(), edit.values.end(),
                                         [&](const auto &entry) { return entry.first == value.key(); });
        if (!isNamed && !after.doc.values.contains(value.key())) {
            undo.values.emplace_back(value.key(), *value);
        }
    }
    return undo;
}

void write(Transaction &transaction, qint64 assetId, const Record &before, const Record &after)
{
    for (auto value = after.columns.begin(); value != after.columns.end(); ++value) {
        if (!isSame(before.columns.value(value.key()), *value)) {
            metadataColumn(value.key())->write(transaction, assetId, *value);
        }
    }
    writeTags(transaction, assetId, before.tags, after.tags);
    writeDoc(transaction, assetId, before.doc, after.doc);
}

/// One of many that is there.
struct Found
{
    size_t index;
    Asset asset;
};

Failure noImage(const QString &id)
{
    return fail(ErrorCode::NotFound, {{u"what"_s, u"image"_s}, {u"id"_s, id}});
}

} // namespace

Result<MetadataEdit> editMetadata(Transaction &transaction, const Services &services, const Asset &asset,
                                  const MetadataEdit &edit)
{
    if (auto checked = checkMetadata(edit); !checked) {
        return failed(checked);
    }
    if (edit.values.empty()) {
        return MetadataEdit();
    }
    const Record before = readRecord(transaction, asset.id, edit);
    const Record after = applied(before, edit);
    if (auto checked = checkDoc(after.doc); !checked) {
        return failed(checked);
    }
    if (after.tags.size() > std::max(metadata_limit::tags, before.tags.size())) {
        return fail(ErrorCode::TooMany, {{u"field"_s, u"tags"_s},
                                         {u"value"_s, QString::number(after.tags.size())},
                                         {u"limit"_s, QString::number(metadata_limit::tags)}});
    }
    write(transaction, asset.id, before, after);
    services.changes.touch(transaction, asset.id);
    return undoOf(before, after, edit);
}

Result<MetadataEdit> editMetadata(Transaction &transaction, const Services &services, qint64 ownerId, const QUuid &uuid,
                                  const MetadataEdit &edit)
{
    const auto asset = findAsset(transaction.db(), ownerId, uuid);
    return asset && !asset->trashedAt ? editMetadata(transaction, services, *asset, edit) : noImage(toText(uuid));
}

Result<std::vector<EditOutcome>> editMany(const Services &services, qint64 ownerId, const std::vector<ItemEdit> &items,
                                          const std::function<void(qint64 done, qint64 total)> &progress,
                                          const std::stop_token &stop)
{
    return services.database.write([&](Transaction &transaction) -> Result<std::vector<EditOutcome>> {
        std::vector<EditOutcome> outcomes;
        outcomes.reserve(items.size());
        std::vector<Found> found;
        for (const ItemEdit &item : items) {
            if (const auto asset = findAssetBySha256(transaction.db(), ownerId, item.sha256);
                asset && !asset->trashedAt) {
                found.push_back({outcomes.size(), *asset});
                outcomes.emplace_back(MetadataEdit());
            } else {
                outcomes.emplace_back(noImage(QString::fromLatin1(item.sha256.toHex())));
            }
        }
        // As they lie in the database: each of its pages is read and written once then.
        std::stable_sort(found.begin(), found.end(),
                         [](const Found &left, const Found &right) { return left.asset.id < right.asset.id; });
        qint64 done = qint64(items.size() - found.size());
        for (const Found &item : found) {
            if (done % itemsPerLook == 0) {
                if (stop.stop_requested()) {
                    return fail(ErrorCode::Canceled);
                }
                progress(done, qint64(items.size()));
            }
            ++done;
            // An item is checked before it writes, so one that fails leaves nothing behind.
            outcomes[item.index] = editMetadata(transaction, services, item.asset, items[item.index].edit);
        }
        return outcomes;
    });
}

} // namespace kinframe::library
