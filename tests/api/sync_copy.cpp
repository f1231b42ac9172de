// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sync_copy.h"

#include <QDateTime>
#include <QJsonArray>

namespace kinframe::test {

using namespace Qt::StringLiterals;

SyncCopy::SyncCopy(HttpClient client, Kind kind, int pageSize, qint64 isOffMs)
    : m_client(std::move(client))
    , m_kind(kind)
    , m_pageSize(pageSize)
    , m_isOffMs(isOffMs)
{
}

HttpAnswer SyncCopy::step()
{
    return m_isComplete ? askForChanges() : walkOn();
}

QString SyncCopy::now() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_isOffMs).toString(Qt::ISODateWithMs);
}

HttpAnswer SyncCopy::walkOn()
{
    if (m_until.isEmpty()) {
        m_until = now();
        m_found.clear();
    }
    const QString last = m_lastId.isEmpty() ? QString() : u"&lastId="_s + m_lastId;
    HttpAnswer page =
        m_client.get(u"/api/sync/full-sync?limit=%1&updatedUntil=%2%3"_s.arg(m_pageSize).arg(m_until, last));
    if (page.status != 200) {
        return page;
    }
    if (m_lastId.isEmpty()) {
        m_next = m_kind == Kind::OwnClock ? m_until
                                          : QString::fromLatin1(page.headers.value("x-kinframe-next-updated-after"));
        m_epoch = page.headers.value("x-kinframe-epoch");
    }
    const QJsonArray assets = page.array();
    for (const QJsonValue asset : assets) {
        m_lastId = asset.toObject().value("id"_L1).toString();
        m_found.insert(m_lastId, asset.toObject());
    }
    if (assets.size() < m_pageSize) {
        m_held = std::exchange(m_found, {});
        m_until.clear();
        m_lastId.clear();
        m_isComplete = true;
    }
    return page;
}

HttpAnswer SyncCopy::askForChanges()
{
    const QString started = now();
    const QList<QByteArray> headers =
        m_kind == Kind::Exact ? QList<QByteArray>{"X-Kinframe-Epoch: " + m_epoch} : QList<QByteArray>();
    HttpAnswer answer = m_client.withHeaders(headers).get(u"/sync/delta-sync?updatedAfter="_s + m_next);
    if (answer.status != 200) {
        return answer;
    }
    const QJsonObject delta = answer.object();
    if (delta.value("needsFullSync"_L1).toBool()) {
        m_isComplete = false;
        return answer;
    }
    for (const QJsonValue id : delta.value("deleted"_L1).toArray()) {
        m_held.remove(id.toString());
    }
    for (const QJsonValue asset : delta.value("upserted"_L1).toArray()) {
        m_held.insert(asset.toObject().value("id"_L1).toString(), asset.toObject());
    }
    m_next =
        m_kind == Kind::OwnClock ? started : QString::fromLatin1(answer.headers.value("x-kinframe-next-updated-after"));
    return answer;
}

} // namespace kinframe::test
