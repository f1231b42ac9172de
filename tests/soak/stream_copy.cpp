// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/stream_copy.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kinframe::test {

using namespace Qt::StringLiterals;

StreamCopy::StreamCopy(HttpClient client)
    : m_client(std::move(client))
{
}

HttpAnswer StreamCopy::ask(bool isReset) const
{
    return m_client.post(u"/api/sync/stream"_s, {{u"types"_s, QJsonArray{u"AssetsV1"_s}}, {u"reset"_s, isReset}});
}

HttpAnswer StreamCopy::step()
{
    return step([](qsizetype lines) { return lines; });
}

HttpAnswer StreamCopy::step(const std::function<qsizetype(qsizetype)> &linesToTake)
{
    HttpAnswer answer = ask(false);
    if (answer.status != 200) {
        return answer;
    }
    QList<QByteArray> lines = answer.body.split('\n');
    lines.removeAll(QByteArray());
    QMap<QString, QString> acks;
    for (const QByteArray &line : lines.first(linesToTake(lines.size()))) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QString type = entry.value("type"_L1).toString();
        const QJsonObject data = entry.value("data"_L1).toObject();
        if (type == "AssetV1"_L1) {
            m_held.insert(data.value("id"_L1).toString(), data);
        } else if (type == "AssetDeleteV1"_L1) {
            m_held.remove(data.value("assetId"_L1).toString());
        } else if (type == "SyncResetV1"_L1) {
            m_held.clear();
        }
        acks.insert(type, entry.value("ack"_L1).toString());
    }
    if (acks.isEmpty()) {
        return answer;
    }
    HttpAnswer said = m_client.post(u"/api/sync/ack"_s, {{u"acks"_s, QJsonArray::fromStringList(acks.values())}});
    return said.status == 204 ? answer : said;
}

HttpAnswer StreamCopy::startOver()
{
    m_held.clear();
    const HttpAnswer reset = ask(true);
    if (reset.status != 200) {
        return reset;
    }
    // The server waits until it is said that all of it was dropped, and then begins.
    const HttpAnswer dropped = step();
    return dropped.status == 200 ? step() : dropped;
}

} // namespace kinframe::test
