// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/image_page.h"

#include "server/routes/route_kit.h"
#include "storage/database.h"

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;
using http::Request;

constexpr int mostRows = 200;

void select(library::ImageRecord &record, const QStringList &keys)
{
    if (keys.isEmpty()) {
        return;
    }
    QJsonObject selected;
    for (const QString &key : keys) {
        if (const auto found = record.metadata.constFind(key); found != record.metadata.constEnd()) {
            selected.insert(key, *found);
        }
    }
    record.metadata = selected;
}

} // namespace

int ImagePage::take() const
{
    return std::min(query.top, mostRows);
}

QByteArray queryOf(const Request &request)
{
    QByteArray raw = request.body().trimmed();
    if (!request.rawQuery().isEmpty()) {
        raw += (raw.isEmpty() ? "" : "&") + request.rawQuery();
    }
    return raw;
}

Result<ImagePage> imagePage(const ApiServices &services, const Request &request)
{
    ImagePage page;
    page.raw = queryOf(request);
    auto parsed = query::parseQuery(page.raw);
    if (!parsed) {
        return failed(parsed);
    }
    page.query = std::move(*parsed);
    return services.library.database.read(
        [&](storage::Connection &db) -> Result<ImagePage> {
            const auto found = query::runQuery(db, page.query, userOf(request));
            if (!found) {
                return failed(found);
            }
            page.records = library::imageRecords(
                db, found->ids,
                {.people = page.query.select.contains(u"people"_s), .albums = page.query.select.contains(u"albums"_s)});
            for (library::ImageRecord &record : page.records) {
                select(record, page.query.select);
            }
            page.total = found->total;
            page.hasMore = found->hasMore;
            page.next = found->nextToken;
            return std::move(page);
        },
        request.stopToken());
}

} // namespace kinframe::server
