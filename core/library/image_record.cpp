// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/image_record.h"

#include "base/clock.h"
#include "base/ids.h"
#include "library/metadata_doc.h"
#include "library/metadata_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::library {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

constexpr double msPerSecond = 1000;

/// Inserts the columns of a row under their keys; what is not set is not there.
class Columns
{
public:
    Columns(const Statement &row, QJsonObject &into)
        : m_row(row)
        , m_into(into)
    {
    }

    void text(int column, const QString &key)
    {
        add(column, key, [&] { return QJsonValue(m_row.text(column)); });
    }
    void whole(int column, const QString &key)
    {
        add(column, key, [&] { return QJsonValue(m_row.int64(column)); });
    }
    void real(int column, const QString &key)
    {
        add(column, key, [&] { return QJsonValue(m_row.real(column)); });
    }

private:
    template <typename Value>
    void add(int column, const QString &key, Value value)
    {
        if (!m_row.isNull(column)) {
            m_into.insert(key, value());
        }
    }
    const Statement &m_row;
    QJsonObject &m_into;
};

ImageRecord fromRow(const Statement &row)
{
    ImageRecord record;
    record.id = row.int64(0);
    record.sha256 = row.blob(1);
    record.metadata = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    record.metadata.insert(u"created_at"_s, toIsoShort(row.int64(3)));
    if (row.boolean(4)) {
        record.metadata.insert(u"is_favorite"_s, true); // A "no" that was said stands among the open keys.
    }
    if (!row.isNull(5)) {
        record.metadata.insert(u"is_trashed"_s, true);
    }
    if (!row.isNull(6)) {
        record.metadata.insert(u"duration"_s, double(row.int64(6)) / msPerSecond);
    }
    Columns columns(row, record.metadata);
    columns.text(7, u"mime_type"_s);
    columns.text(8, u"file_name"_s);
    columns.whole(9, u"size"_s);
    columns.whole(10, u"width"_s);
    columns.whole(11, u"height"_s);
    columns.real(12, u"rating"_s);
    columns.text(13, u"task_id"_s);
    columns.whole(14, u"frame_number"_s);
    columns.text(15, u"type"_s);
    columns.text(16, u"model"_s);
    columns.real(17, u"latitude"_s);
    columns.real(18, u"longitude"_s);
    if (row.boolean(19)) {
        record.metadata.insert(u"is_archived"_s, true);
    }
    if (!row.isNull(20)) {
        record.metadata.insert(u"is_stacked"_s, true);
        record.metadata.insert(u"stack_id"_s, toText(row.uuid(20)));
    }
    return record;
}

void addTags(Connection &db, ImageRecord &record)
{
    record.tags = readTags(db, record.id);
    if (record.tags.isEmpty()) {
        return;
    }
    record.metadata.insert(u"tags"_s, QJsonArray::fromStringList(record.tags));
    for (const QString &tag : record.tags) {
        if (const QString key = keyOfTag(tag); !key.isEmpty()) {
            record.metadata.insert(key, true);
        }
    }
}

constexpr char peopleSql[] = "SELECT DISTINCT p.uuid, p.name FROM face f JOIN person p ON p.id = f.person_id "
                             "WHERE f.asset_id = ?1 AND f.is_dismissed = 0 ORDER BY p.name, p.id";
constexpr char albumsSql[] = "SELECT l.uuid, l.name FROM album_asset m JOIN album l ON l.id = m.album_id "
                             "WHERE m.asset_id = ?1 AND EXISTS (SELECT 1 FROM album_viewer v WHERE v.album_id = l.id "
                             "AND v.user_id = (SELECT owner_id FROM asset WHERE id = ?1)) "
                             "ORDER BY l.name, l.id";

void addNamed(Connection &db, ImageRecord &record, const QString &key, const char *sql)
{
    QJsonArray members;
    Statement row = db.prepare(sql);
    row.bindAll(record.id);
    while (row.step()) {
        members.append(QJsonObject{{u"id"_s, toText(row.uuid(0))}, {u"name"_s, row.text(1)}});
    }
    record.metadata.insert(key, members);
}

} // namespace

std::optional<ImageRecord> imageRecord(Connection &db, qint64 assetId, const RecordParts &parts)
{
    Statement row = db.prepare(
        "SELECT a.id, b.sha256, d.json, a.created_at, a.is_favorite, a.trashed_at, a.duration_ms, a.mime_type, "
        "a.file_name, a.size, a.width, a.height, a.rating, a.task_id, a.frame_number, a.type, a.model, a.latitude, "
        "a.longitude, a.is_archived, s.uuid FROM asset a JOIN blob b ON b.id = a.blob_id LEFT JOIN doc d ON d.id = "
        "a.id "
        "LEFT JOIN stack_asset k ON k.asset_id = a.id LEFT JOIN stack s ON s.id = k.stack_id WHERE a.id = ?1");
    row.bindAll(assetId);
    if (!row.step()) {
        return std::nullopt;
    }
    ImageRecord record = fromRow(row);
    addTags(db, record);
    if (parts.people) {
        addNamed(db, record, u"people"_s, peopleSql);
    }
    if (parts.albums) {
        addNamed(db, record, u"albums"_s, albumsSql);
    }
    return record;
}

std::vector<ImageRecord> imageRecords(Connection &db, std::span<const qint64> assetIds, const RecordParts &parts)
{
    std::vector<ImageRecord> records;
    records.reserve(assetIds.size());
    for (const qint64 id : assetIds) {
        if (auto record = imageRecord(db, id, parts)) {
            records.push_back(std::move(*record));
        }
    }
    return records;
}

} // namespace kinframe::library
