// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "immich_calls.h"

#include "base/ids.h"

using namespace kinframe;
using namespace Qt::StringLiterals;

QJsonValue ImmichCalls::call(const QByteArray &method, const QByteArray &target, const QJsonObject &body,
                             const QString &schema)
{
    const QByteArray text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    const http::Reply reply = api.call({method, target, text});
    status = reply.status();
    const QJsonDocument document = QJsonDocument::fromJson(ApiFixture::bodyOf(reply));
    const QJsonValue answer = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    hasSchema = m_schema.isHere();
    if (schema.isEmpty() || !hasSchema || status >= 400) {
        return answer;
    }
    const QJsonArray items = answer.isArray() ? answer.toArray() : QJsonArray{answer};
    for (const QJsonValue item : items) {
        problems += m_schema.problems(item, schema);
    }
    return answer;
}

QByteArray ImmichCalls::path(const char *before, const QJsonValue &id, const char *after)
{
    return before + id.toString().toLatin1() + after;
}

QJsonArray ImmichCalls::texts(const std::vector<QUuid> &ids)
{
    QJsonArray all;
    for (const QUuid &id : ids) {
        all.append(toText(id));
    }
    return all;
}

qint64 ImmichCalls::stampOf(const QUuid &asset)
{
    return *api.database->read([&](storage::Connection &db) -> Result<qint64> {
        storage::Statement row = db.prepare("SELECT updated_at FROM asset WHERE uuid = ?1");
        row.bindAll(asset);
        return row.step() ? row.int64(0) : -1;
    });
}
