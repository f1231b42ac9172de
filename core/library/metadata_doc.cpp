// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/metadata_doc.h"

#include "library/metadata_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::library {

using namespace Qt::StringLiterals;

namespace {

using storage::Connection;
using storage::Statement;
using storage::Transaction;

QByteArray textOf(const QJsonObject &values)
{
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

QString editedText(const QSet<QString> &edited)
{
    QStringList keys(edited.begin(), edited.end());
    keys.sort();
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact));
}

qint64 keyId(Transaction &transaction, const QString &name)
{
    Statement known = transaction.prepare("SELECT id FROM prop_key WHERE name = ?1");
    known.bindAll(name);
    if (known.step()) {
        return known.int64(0);
    }
    transaction.run("INSERT INTO prop_key(name) VALUES (?1)", name);
    return transaction.db().lastInsertId();
}

void bindValue(Statement &row, const QJsonValue &value)
{
    constexpr int num = 3;
    constexpr int txt = 4;
    if (value.isBool()) {
        row.bind(num, value.toBool());
        row.bind(txt, value.toBool() ? u"true"_s : u"false"_s);
    } else if (value.isString()) {
        row.bind(num, nullptr);
        row.bind(txt, value.toString());
    } else {
        if (isWhole(value)) {
            row.bind(num, value.toInteger());
        } else {
            row.bind(num, value.toDouble());
        }
        row.bind(txt, nullptr);
    }
}

void writeProperties(Transaction &transaction, qint64 assetId, const QJsonObject &before, const QJsonObject &after)
{
    for (auto value = after.begin(); value != after.end(); ++value) {
        const auto former = before.constFind(value.key());
        if (former != before.constEnd() && isSame(*former, *value)) {
            continue;
        }
        Statement row =
            transaction.prepare("INSERT INTO prop(asset_id, key_id, num, txt) VALUES (?1, ?2, ?3, ?4) "
                                "ON CONFLICT (asset_id, key_id) DO UPDATE SET num = excluded.num, txt = excluded.txt");
        row.bindAll(assetId, keyId(transaction, value.key()));
        bindValue(row, *value);
        row.step();
    }
    for (auto value = before.begin(); value != before.end(); ++value) {
        if (!after.contains(value.key())) {
            transaction.run("DELETE FROM prop WHERE asset_id = ?1 AND key_id = (SELECT id FROM prop_key WHERE name = "
                            "?2)",
                            assetId, value.key());
        }
    }
}

} // namespace

MetadataDoc readDoc(Connection &db, qint64 assetId)
{
    MetadataDoc doc;
    Statement row = db.prepare("SELECT json, edited FROM doc WHERE id = ?1");
    row.bindAll(assetId);
    if (row.step()) {
        doc.values = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
        for (const auto &key : QJsonDocument::fromJson(row.text(1).toUtf8()).array()) {
            doc.edited.insert(key.toString());
        }
    }
    return doc;
}

Result<void> checkDoc(const MetadataDoc &doc)
{
    if (doc.values.size() > metadata_limit::keys || doc.edited.size() > 2 * metadata_limit::keys) {
        return fail(ErrorCode::TooMany, {{u"field"_s, u"metadata"_s},
                                         {u"value"_s, QString::number(std::max(doc.values.size(), doc.edited.size()))},
                                         {u"limit"_s, QString::number(metadata_limit::keys)}});
    }
    if (const qsizetype bytes = textOf(doc.values).size(); bytes > metadata_limit::recordBytes) {
        return fail(ErrorCode::TooLarge, {{u"field"_s, u"metadata"_s},
                                          {u"value"_s, u"%1 bytes"_s.arg(bytes)},
                                          {u"limit"_s, u"%1 bytes"_s.arg(metadata_limit::recordBytes)}});
    }
    return {};
}

void writeDoc(Transaction &transaction, qint64 assetId, const MetadataDoc &before, const MetadataDoc &after)
{
    writeProperties(transaction, assetId, before.values, after.values);
    transaction.run("INSERT INTO doc(id, json, edited) VALUES (?1, ?2, ?3) "
                    "ON CONFLICT (id) DO UPDATE SET json = excluded.json, edited = excluded.edited",
                    assetId, QString::fromUtf8(textOf(after.values)), editedText(after.edited));
}

void markEdited(Transaction &transaction, qint64 assetId, std::span<const QString> keys)
{
    const MetadataDoc before = readDoc(transaction.db(), assetId);
    MetadataDoc after = before;
    after.edited.unite(QSet<QString>(keys.begin(), keys.end()));
    if (after.edited != before.edited) {
        writeDoc(transaction, assetId, before, after);
    }
}

QStringList readTags(Connection &db, qint64 assetId)
{
    QStringList tags;
    Statement row = db.prepare("SELECT tag FROM asset_tag WHERE asset_id = ?1 ORDER BY tag");
    row.bindAll(assetId);
    while (row.step()) {
        tags << row.text(0);
    }
    return tags;
}

void writeTags(Transaction &transaction, qint64 assetId, const QStringList &before, const QStringList &after)
{
    for (const QString &tag : before) {
        if (!after.contains(tag)) {
            transaction.run("DELETE FROM asset_tag WHERE tag = ?1 AND asset_id = ?2", tag, assetId);
        }
    }
    for (const QString &tag : after) {
        if (!before.contains(tag)) {
            transaction.run("INSERT INTO asset_tag(tag, asset_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING", tag,
                            assetId);
        }
    }
}

} // namespace kinframe::library
