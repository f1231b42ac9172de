// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_collector.h"

#include "base/ids.h"
#include "library/asset.h"
#include "library/trash.h"

#include <QJsonArray>

using namespace kinframe;
using namespace Qt::StringLiterals;

QUuid RandomCollector::any(const char *table)
{
    const unsigned pick = unsigned(m_random());
    return m_api.database
        ->read([&](storage::Connection &db) -> Result<QUuid> {
            const std::string from = std::string(" FROM ") + table;
            auto row = db.prepare("SELECT uuid" + from + " ORDER BY id LIMIT 1 OFFSET ?1 % max(1, (SELECT count(*)" +
                                  from + "))");
            row.bindAll(qint64(pick));
            return row.step() ? row.uuid(0) : QUuid();
        })
        .value();
}

QJsonArray RandomCollector::photos(int count)
{
    QJsonArray ids;
    for (int i = 0; i < count; ++i) {
        if (const QUuid id = any("asset"); !ids.contains(toText(id))) {
            ids << toText(id);
        }
    }
    return ids;
}

void RandomCollector::call(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    const auto reply = m_api.call({method, path, QJsonDocument(body).toJson(QJsonDocument::Compact)});
    m_done += reply.status() < 300 ? 1 : 0;
}

void RandomCollector::photo()
{
    const QUuid asset = any("asset");
    if (below(2) == 0 || asset.isNull()) {
        m_api.addAsset(below(1'000'000));
    } else {
        QVERIFY(m_api.database->write([&](storage::Transaction &transaction) {
            return library::Trash(*m_api.library).deleteForGood(transaction, m_api.owner.userId, asset);
        }));
    }
    ++m_done;
}

void RandomCollector::album()
{
    const QByteArray one = "/api/albums/" + toText(any("album")).toLatin1();
    switch (below(6)) {
    case 0:
        return call("POST", "/api/albums", {{u"albumName"_s, QString::number(below(9))}, {u"assetIds"_s, photos(3)}});
    case 1:
        return call("PATCH", one, {{u"albumName"_s, QString::number(below(9))}});
    case 2:
        return below(3) == 0 ? call("DELETE", one) : void();
    case 3:
        return call("DELETE", one + "/assets", {{u"ids"_s, photos(4)}});
    default:
        return call("PUT", one + "/assets", {{u"ids"_s, photos(3)}});
    }
}

void RandomCollector::stack()
{
    const QByteArray one = "/api/stacks/" + toText(any("stack")).toLatin1();
    switch (below(4)) {
    case 0:
        return call("DELETE", one);
    case 1:
        return call("PUT", one, {{u"primaryAssetId"_s, photos(1).at(0)}});
    default:
        return call("POST", "/api/stacks", {{u"assetIds"_s, photos(3)}});
    }
}

void RandomCollector::person()
{
    const QUuid asset = any("asset");
    const QUuid person = any("person");
    const QByteArray one = "/api/people/" + toText(person).toLatin1();
    switch (below(5)) {
    case 0:
        return call("POST", "/api/people", {{u"name"_s, u"P%1"_s.arg(below(1'000'000))}});
    case 1:
        return call("PUT", one, {{u"name"_s, u"Q%1"_s.arg(below(1'000'000))}, {u"isHidden"_s, below(2) == 0}});
    case 2:
        return call("POST", one + "/merge", {{u"ids"_s, QJsonArray{toText(any("person"))}}});
    case 3:
        return call("DELETE", "/api/faces/" + toText(any("face")).toLatin1(), {{u"force"_s, true}});
    default:
        break;
    }
    if (!asset.isNull()) {
        m_api.addFace(asset, std::nullopt);
        QVERIFY(m_api.database->write([&](storage::Transaction &transaction) -> Result<void> {
            m_api.changes.touch(transaction, library::findAsset(transaction.db(), m_api.owner.userId, asset)->id);
            return {};
        }));
    }
}

void RandomCollector::memory()
{
    const QByteArray one = "/api/memories/" + toText(any("memory")).toLatin1();
    switch (below(5)) {
    case 0:
        return call("POST", "/api/memories",
                    {{u"type"_s, u"on_this_day"_s},
                     {u"data"_s, QJsonObject{{u"year"_s, 2000 + below(20)}}},
                     {u"memoryAt"_s, u"2020-01-01T00:00:00.000Z"_s},
                     {u"assetIds"_s, photos(3)}});
    case 1:
        return call("PUT", one, {{u"isSaved"_s, below(2) == 0}});
    case 2:
        return call("DELETE", one);
    case 3:
        return call("PUT", one + "/assets", {{u"ids"_s, photos(2)}});
    default:
        return call("DELETE", one + "/assets", {{u"ids"_s, photos(2)}});
    }
}

void RandomCollector::step()
{
    switch (below(8)) {
    case 0:
        return photo();
    case 1:
    case 2:
        return album();
    case 3:
        return stack();
    case 4:
    case 5:
        return person();
    default:
        return memory();
    }
}
