// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/remote/remote_listing.h"

#include "base/search_folding.h"
#include "storage/connection.h"
#include "storage/sql_text.h"
#include "transfer/remote/mirror_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kinframe::transfer {
namespace {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::joined;
using storage::Statement;

struct Cursor
{
    qint64 takenAt = 0;
    qint64 row = 0;

    [[nodiscard]] QString text() const { return u"%1.%2"_s.arg(takenAt).arg(row); }
    [[nodiscard]] static Result<Cursor> parse(const QString &text)
    {
        bool isTime = false;
        bool isRow = false;
        const Cursor cursor{text.section(u'.', 0, 0).toLongLong(&isTime), text.section(u'.', 1).toLongLong(&isRow)};
        if (!isTime || !isRow) {
            return fail(ErrorCode::InvalidArgument, {{u"field"_s, u"cursor"_s},
                                                     {u"value"_s, u"“%1”"_s.arg(text.left(80))},
                                                     {u"expected"_s, u"the “next” of the page before"_s}});
        }
        return cursor;
    }
};

std::string inGroup(std::string_view parameter)
{
    return joined({" AND r.id IN (SELECT m.asset_id FROM remote_member m JOIN remote_group g ON g.id = m.group_id "
                   "WHERE g.server_id = ?2 AND g.uuid = ",
                   parameter, ")"});
}

/// The conditions of a listing. ?1 is the user, ?2 the server, ?3 to ?7 the filter's values.
std::string conditionsOf(const RemoteFilter &filter)
{
    std::string sql = " FROM remote_asset r WHERE r.server_id = ?2 AND r.is_trashed = 0";
    sql += filter.album.isNull() ? "" : inGroup("?6");
    sql += filter.person.isNull() ? "" : inGroup("?7");
    sql += filter.album.isNull() && filter.person.isNull() ? " AND r.is_own = 1" : "";
    if (filter.kind != RemoteKind::All) {
        sql += filter.kind == RemoteKind::Video ? " AND r.is_video = 1" : " AND r.is_video = 0";
    }
    sql += filter.text.isEmpty() ? "" : " AND instr(r.search_text, ?3) > 0";
    sql += filter.takenFrom ? " AND r.taken_at >= ?4" : "";
    sql += filter.takenUntil ? " AND r.taken_at < ?5" : "";
    if (filter.isHere) {
        sql += joined({*filter.isHere ? " AND " : " AND NOT ", rows::isHere});
    }
    return sql;
}

void bindView(Statement &statement, const ListingView &view)
{
    const RemoteFilter &filter = view.filter;
    statement.bind(1, view.userId);
    statement.bind(2, view.serverId);
    if (!filter.text.isEmpty()) {
        statement.bind(3, foldedForSearch(filter.text));
    }
    if (filter.takenFrom) {
        statement.bind(4, *filter.takenFrom);
    }
    if (filter.takenUntil) {
        statement.bind(5, *filter.takenUntil);
    }
    if (!filter.album.isNull()) {
        statement.bind(6, filter.album);
    }
    if (!filter.person.isNull()) {
        statement.bind(7, filter.person);
    }
}

} // namespace

Result<RemotePage> readPage(Connection &db, const ListingView &view, int limit, const QString &cursor)
{
    std::string sql = joined({"SELECT ", rows::assetColumns, ", ", rows::isHere, ", r.id", conditionsOf(view.filter)});
    std::optional<Cursor> from;
    if (!cursor.isEmpty()) {
        const auto parsed = Cursor::parse(cursor);
        if (!parsed) {
            return failed(parsed);
        }
        from = *parsed;
        sql += " AND (r.taken_at, r.id) < (?8, ?9)";
    }
    sql += " ORDER BY r.taken_at DESC, r.id DESC LIMIT ?10";
    Statement row = db.prepare(sql);
    bindView(row, view);
    if (from) {
        row.bind(8, from->takenAt);
        row.bind(9, from->row);
    }
    row.bind(10, limit + 1);
    RemotePage page;
    Cursor last;
    while (row.step()) {
        if (int(page.items.size()) == limit) {
            page.next = last.text();
            break;
        }
        RemoteAsset asset = rows::assetOf(row);
        asset.isHere = row.boolean(rows::assetColumnCount);
        last = {asset.takenAt, row.int64(rows::assetColumnCount + 1)};
        page.items.push_back(std::move(asset));
    }
    return page;
}

qint64 countOf(Connection &db, const ListingView &view)
{
    // The number keeps the first parameter, whatever the filter asks.
    Statement row = db.prepare(joined({"SELECT count(*), ?1", conditionsOf(view.filter)}));
    bindView(row, view);
    row.step();
    return row.int64(0);
}

std::vector<qint64> pickedRows(Connection &db, const PickedRows &wanted)
{
    std::vector<qint64> picked;
    const auto addAll = [&](Statement rows) {
        while (rows.step()) {
            picked.push_back(rows.int64(0));
        }
    };
    if (wanted.all) {
        Statement all = db.prepare("SELECT id FROM remote_asset WHERE server_id = ?1 AND is_own = 1");
        all.bindAll(wanted.serverId);
        addAll(std::move(all));
    }
    for (const QUuid &asset : wanted.assets) {
        Statement one = db.prepare("SELECT id FROM remote_asset WHERE server_id = ?1 AND uuid = ?2");
        one.bindAll(wanted.serverId, asset);
        addAll(std::move(one));
    }
    for (const QUuid &group : wanted.groups) {
        Statement members = db.prepare("SELECT m.asset_id FROM remote_group g JOIN remote_member m "
                                       "ON m.group_id = g.id WHERE g.server_id = ?1 AND g.uuid = ?2");
        members.bindAll(wanted.serverId, group);
        addAll(std::move(members));
    }
    std::sort(picked.begin(), picked.end());
    picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    return picked;
}

qint64 countUnknown(Connection &db, qint64 serverId, std::span<const QUuid> assets)
{
    qint64 unknown = 0;
    for (const QUuid &asset : assets) {
        Statement one = db.prepare("SELECT 1 FROM remote_asset WHERE server_id = ?1 AND uuid = ?2");
        one.bindAll(serverId, asset);
        unknown += one.step() ? 0 : 1;
    }
    return unknown;
}

std::vector<RemoteAsset> readRows(Connection &db, qint64 userId, std::span<const qint64> rowIds)
{
    QJsonArray ids;
    for (const qint64 id : rowIds) {
        ids.append(id);
    }
    constexpr std::string_view from =
        " FROM json_each(?2) j CROSS JOIN remote_asset r ON r.id = j.value WHERE r.is_trashed = 0";
    Statement row = db.prepare(joined({"SELECT ", rows::assetColumns, ", ", rows::isHere, from}));
    row.bindAll(userId, QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact)));
    std::vector<RemoteAsset> assets;
    while (row.step()) {
        assets.push_back(rows::assetOf(row));
        assets.back().isHere = row.boolean(rows::assetColumnCount);
    }
    return assets;
}

} // namespace kinframe::transfer
