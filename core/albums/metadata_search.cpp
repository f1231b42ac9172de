// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "albums/metadata_search.h"

#include "albums/tag.h"

namespace kinframe::albums {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Statement;

MetadataSearch::MetadataSearch(const library::Owner &owner)
    : m_owner(owner)
{
    add("a.owner_id = ?", {owner.userId});
}

void MetadataSearch::add(const std::string &condition, const std::vector<Value> &values)
{
    m_where += m_where.empty() ? "(" : " AND (";
    m_where += condition + ')';
    m_values.insert(m_values.end(), values.begin(), values.end());
}

void MetadataSearch::addExif(const char *name, const std::optional<QString> &value)
{
    const std::string path = std::string("json_extract(e.json, '$.") + name + "')";
    const std::string row = "(SELECT 1 FROM asset_exif e WHERE e.asset_id = a.id AND ";
    if (value && !value->isEmpty()) {
        add("EXISTS " + row + path + " = ?)", {*value});
    } else {
        add("NOT EXISTS " + row + path + " <> '')");
    }
}

void MetadataSearch::addContains(const std::string &column, const QString &text)
{
    QString pattern = text;
    for (const QChar special : {u'\\', u'%', u'_'}) {
        pattern.replace(special, QString(u'\\') + special);
    }
    add(column + " LIKE ? ESCAPE '\\'", {QString(u'%' + pattern + u'%')});
}

void MetadataSearch::addAlbum(const QUuid &album)
{
    add("a.id IN (SELECT m.asset_id FROM album l JOIN album_asset m ON m.album_id = l.id WHERE l.uuid = ? AND "
        "l.owner_id = ?)",
        {album, m_owner.userId});
}

void MetadataSearch::addPerson(const QUuid &person)
{
    add("a.id IN (SELECT f.asset_id FROM person p JOIN face f ON f.person_id = p.id WHERE p.uuid = ? AND p.owner_id = "
        "? AND f.is_dismissed = 0)",
        {person, m_owner.userId});
}

Result<void> MetadataSearch::addTag(Connection &db, const QUuid &id)
{
    const auto tag = findTag(db, m_owner, id);
    if (!tag) {
        return failed(tag);
    }
    // What lies below it begins with it and a slash, which a zero follows.
    add("a.id IN (SELECT t.asset_id FROM asset_tag t WHERE t.tag = ? OR (t.tag >= ? AND t.tag < ?))",
        {tag->value, QString(tag->value + u'/'), QString(tag->value + u'0')});
    return {};
}

Statement MetadataSearch::prepared(Connection &db, const std::string &before, const std::string &behind) const
{
    Statement statement = db.prepare(before + m_where + behind);
    int index = 0;
    for (const Value &value : m_values) {
        std::visit([&](const auto &one) { statement.bind(++index, one); }, value);
    }
    return statement;
}

std::vector<qint64> MetadataSearch::find(Connection &db, Order order, qint64 count, qint64 skip) const
{
    const char *by = order == Order::Random        ? "random()"
                     : order == Order::OldestFirst ? "a.created_at, a.id"
                                                   : "a.created_at DESC, a.id DESC";
    Statement row = prepared(db, "SELECT a.id FROM asset a WHERE ",
                             std::string(" ORDER BY ") + by + " LIMIT " + std::to_string(count + 1) + " OFFSET " +
                                 std::to_string(skip));
    std::vector<qint64> ids;
    while (row.step()) {
        ids.push_back(row.int64(0));
    }
    return ids;
}

qint64 MetadataSearch::count(Connection &db) const
{
    Statement row = prepared(db, "SELECT count(*) FROM asset a WHERE ", "");
    return row.step() ? row.int64(0) : 0;
}

std::vector<MetadataSearch::Month> MetadataSearch::months(Connection &db) const
{
    Statement row =
        prepared(db,
                 "SELECT strftime('%Y-%m-01', (a.created_at + ifnull(a.created_offset, 0) * 60000) / 1000.0, "
                 "'unixepoch') AS month, count(*) FROM asset a WHERE ",
                 " GROUP BY month ORDER BY month");
    std::vector<Month> all;
    while (row.step()) {
        all.push_back({row.text(0), row.int64(1)});
    }
    return all;
}

QStringList MetadataSearch::texts(Connection &db, const char *name) const
{
    Statement row = prepared(db,
                             std::string("SELECT DISTINCT json_extract(x.json, '$.") + name +
                                 "') AS said FROM asset a JOIN asset_exif x ON x.asset_id = a.id WHERE ",
                             " AND said <> '' ORDER BY said");
    QStringList all;
    while (row.step()) {
        all << row.text(0);
    }
    return all;
}

} // namespace kinframe::albums
