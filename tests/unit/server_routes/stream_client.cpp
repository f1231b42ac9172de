// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_client.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// What makes a thing that one: its own id, or those of what it joins.
QString keyOf(const QString &kind, const QJsonObject &data)
{
    static const QMap<QString, QStringList> keys{
        {u"Album"_s, {u"albumId"_s}},
        {u"AlbumUser"_s, {u"albumId"_s, u"userId"_s}},
        {u"AlbumToAsset"_s, {u"albumId"_s, u"assetId"_s}},
        {u"Stack"_s, {u"stackId"_s}},
        {u"Person"_s, {u"personId"_s}},
        {u"AssetFace"_s, {u"assetFaceId"_s}},
        {u"Memory"_s, {u"memoryId"_s}},
        {u"MemoryToAsset"_s, {u"memoryId"_s, u"assetId"_s}},
        {u"Asset"_s, {u"assetId"_s}},
    };
    if (data.contains(u"id"_s)) {
        return data.value(u"id"_s).toString();
    }
    QStringList parts;
    for (const QString &name : keys.value(kind)) {
        parts << data.value(name).toString();
    }
    return parts.join(u' ');
}

} // namespace

StreamClient::StreamClient(ApiFixture &api, QByteArray types)
    : m_api(api)
    , m_types(std::move(types))
{
}

void StreamClient::read()
{
    m_api.owner.credentialId = m_session;
    m_lines.clear();
    const auto reply = m_api.post("/api/sync/stream", "{\"types\":[" + m_types + "]}");
    for (const QByteArray &line : ApiFixture::bodyOf(reply).split('\n')) {
        if (!line.isEmpty()) {
            m_lines << QJsonDocument::fromJson(line).object();
        }
    }
}

void StreamClient::apply(const QJsonObject &line)
{
    const QString type = line.value(u"type"_s).toString();
    const QJsonObject data = line.value(u"data"_s).toObject();
    if (type == "SyncResetV1"_L1) {
        m_holdings.clear();
        ++m_resets;
    } else if (type.endsWith("DeleteV1"_L1)) {
        const QString kind = type.chopped(8);
        m_holdings[kind].remove(keyOf(kind, data));
    } else if (type != "SyncCompleteV1"_L1) {
        const QString kind = type.chopped(2);
        m_holdings[kind].insert(keyOf(kind, data), data);
    }
}

void StreamClient::send(const QStringList &acks)
{
    const QJsonObject body{{u"acks"_s, QJsonArray::fromStringList(acks)}};
    QCOMPARE(m_api.post("/api/sync/ack", QJsonDocument(body).toJson()).status(), 204);
}

void StreamClient::step(qsizetype lines, Acks acks)
{
    read();
    QMap<QString, QString> last;
    for (const QJsonObject &line : m_lines.mid(0, lines)) {
        apply(line);
        last.insert(line.value(u"type"_s).toString(), line.value(u"ack"_s).toString());
    }
    if (acks == Acks::Sent && !last.isEmpty()) {
        send(last.values());
    }
}

void StreamClient::settle()
{
    do {
        step(-1, Acks::Sent);
    } while (m_lines.size() > 1 || m_lines.value(0).value(u"type"_s) == "SyncResetV1"_L1);
}
