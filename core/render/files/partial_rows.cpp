// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/files/partial_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::render {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

QString toJson(const PartialUpload &upload)
{
    const FileFacts &facts = upload.facts;
    const QJsonObject json{
        {u"metadata"_s, upload.metadata},
        {u"name"_s, facts.fileName},
        {u"type"_s, facts.fileType},
        {u"key"_s, facts.key},
        {u"md5"_s, facts.md5 ? QString::fromLatin1(facts.md5->toHex()) : QString()},
        // As text: a JSON number has not all of its digits.
        {u"xxh64"_s, facts.xxh64 ? QString::number(*facts.xxh64) : QString()},
    };
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void readJson(PartialUpload &upload, const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    upload.metadata = json.value(u"metadata"_s).toString();
    upload.facts.fileName = json.value(u"name"_s).toString();
    upload.facts.fileType = json.value(u"type"_s).toString();
    upload.facts.key = json.value(u"key"_s).toString();
    if (const QString md5 = json.value(u"md5"_s).toString(); !md5.isEmpty()) {
        upload.facts.md5 = QByteArray::fromHex(md5.toLatin1());
    }
    if (const QString xxh64 = json.value(u"xxh64"_s).toString(); !xxh64.isEmpty()) {
        upload.facts.xxh64 = xxh64.toULongLong();
    }
}

} // namespace

std::optional<PartialUpload> findPartial(Connection &db, const QUuid &uuid)
{
    Statement row = db.prepare("SELECT owner_id, size, metadata, touched_at, file_id FROM partial_upload "
                               "WHERE uuid = ?1");
    row.bindAll(uuid);
    if (!row.step()) {
        return std::nullopt;
    }
    PartialUpload upload;
    upload.uuid = uuid;
    upload.ownerId = row.int64(0);
    upload.size = row.int64(1);
    readJson(upload, row.text(2));
    upload.touchedAt = row.int64(3);
    upload.fileId = row.optionalInt64(4);
    return upload;
}

void insertPartial(storage::Transaction &transaction, const PartialUpload &upload, qint64 now)
{
    transaction.run("INSERT INTO partial_upload(uuid, owner_id, size, metadata, created_at, touched_at) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
                    upload.uuid, upload.ownerId, upload.size, toJson(upload), now);
}

PartialUse partialUse(Connection &db, qint64 ownerId)
{
    Statement row = db.prepare("SELECT count(*), coalesce(sum(size), 0) FROM partial_upload WHERE owner_id = ?1 AND "
                               "file_id IS NULL");
    row.bindAll(ownerId);
    row.step();
    return {row.int64(0), row.int64(1)};
}

std::vector<QUuid> partialsBefore(Connection &db, qint64 before)
{
    std::vector<QUuid> uuids;
    Statement row = db.prepare("SELECT uuid FROM partial_upload WHERE touched_at < ?1");
    row.bindAll(before);
    while (row.step()) {
        uuids.push_back(row.uuid(0));
    }
    return uuids;
}

} // namespace kinframe::render
