// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/copy_metadata.h"

#include "library/image_record.h"
#include "library/metadata_doc.h"
#include "library/open_metadata.h"

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;

/// The name of the file is its own; tags come together.
bool isCopied(const QString &key)
{
    return key != "is_favorite"_L1 && key != "file_name"_L1 && key != "tags"_L1 && !tagOfKey(key);
}

} // namespace

Result<void> copyMetadata(storage::Transaction &transaction, const Services &services, const Asset &from,
                          const Asset &to)
{
    storage::Connection &db = transaction.db();
    const auto said = imageRecord(db, from.id);
    const auto here = imageRecord(db, to.id);
    if (!said || !here) {
        return {};
    }
    QStringList keys = readDoc(db, from.id).edited.values();
    for (const QString &key : {u"description"_s, u"rating"_s, u"latitude"_s, u"longitude"_s}) {
        if (!keys.contains(key) && said->metadata.contains(key) && !here->metadata.contains(key)) {
            keys << key;
        }
    }
    keys.sort();
    MetadataEdit edit;
    for (const QString &key : std::as_const(keys)) {
        if (isCopied(key)) {
            const QJsonValue value = said->metadata.value(key);
            edit.values.emplace_back(key, value.isUndefined() ? QJsonValue() : value);
        }
    }
    QStringList tags = here->tags + said->tags;
    if (tags.removeDuplicates(); tags.size() > here->tags.size()) {
        edit.values.emplace_back(u"tags"_s, QJsonArray::fromStringList(tags));
    }
    const auto done = editMetadata(transaction, services, to, edit);
    return done ? Result<void>() : failed(done);
}

} // namespace kinframe::library
