// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/library_state.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QTest>
#include <QUrl>
#include <QUuid>

namespace kinframe::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 600'000;
constexpr int pollMs = 25;

/// Jobs that are still to be done, but for those that wait for a person or for models.
qint64 openJobs(const QJsonObject &progress)
{
    qint64 open = 0;
    const QJsonArray kinds = progress.value("jobs"_L1).toArray();
    for (const QJsonValue value : kinds) {
        const QJsonObject kind = value.toObject();
        if (!kind.value("paused"_L1).toBool() && kind.value("hold"_L1).isNull()) {
            open += kind.value("waiting"_L1).toInteger() + kind.value("running"_L1).toInteger();
        }
    }
    return open;
}

} // namespace

bool waitUntil(const std::function<bool()> &isSo)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!isSo()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QTest::qWait(pollMs);
    }
    return true;
}

bool waitUntilIdle(const HttpClient &client)
{
    return waitUntil([&] {
        const HttpAnswer progress = client.get(u"/api/progress"_s);
        return progress.status == 200 && progress.object().contains("jobs"_L1) && openJobs(progress.object()) == 0;
    });
}

QJsonObject waitForPhoto(const HttpClient &client, const QString &id)
{
    QJsonObject photo;
    const bool isThere = waitUntil([&] {
        photo = client.get(u"/api/asset/"_s + id).object();
        return photo.value("faces"_L1).isArray();
    });
    return isThere ? photo : QJsonObject();
}

QJsonObject importAndWait(const HttpClient &client, const QStringList &paths, bool inPlace)
{
    const QJsonObject body{{u"paths"_s, QJsonArray::fromStringList(paths)}, {u"inPlace"_s, inPlace}};
    const HttpAnswer started = client.post(u"/api/import"_s, body);
    if (started.status / 100 != 2) {
        qWarning("%s", started.text().constData());
        return {};
    }
    const QString path = u"/api/import/"_s + started.object().value("id"_L1).toString();
    QJsonObject run;
    const bool isOver = waitUntil([&] {
        run = client.get(path).object();
        return run.value("state"_L1).toString() != "running"_L1 && run.contains("state"_L1);
    });
    return isOver && waitUntilIdle(client) ? run : QJsonObject();
}

QJsonArray failuresOf(const HttpClient &client, const QString &importId)
{
    QJsonArray all;
    QString after;
    for (;;) {
        const QString path = u"/api/import/%1/failures?size=500&after=%2"_s.arg(
            importId, QString::fromLatin1(QUrl::toPercentEncoding(after)));
        const QJsonArray page = client.get(path).object().value("items"_L1).toArray();
        if (page.isEmpty()) {
            return all;
        }
        for (const QJsonValue failure : page) {
            all.append(failure);
        }
        after = page.last().toObject().value("path"_L1).toString();
    }
}

QString ownerAssetId(const QByteArray &bytes)
{
    QByteArray id = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(16);
    id[6] = static_cast<char>((id[6] & 0x0f) | 0x80);
    id[8] = static_cast<char>((id[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(id).toString(QUuid::WithoutBraces);
}

QList<QJsonObject> allItems(const HttpClient &client, const QString &path, const QString &field)
{
    QList<QJsonObject> all;
    for (int page = 1;; ++page) {
        const QString sign = path.contains(u'?') ? u"&"_s : u"?"_s;
        const QJsonArray items =
            client.get(path + sign + u"page=%1&size=100"_s.arg(page)).object().value(field).toArray();
        for (const QJsonValue item : items) {
            all.append(item.toObject());
        }
        if (items.size() < 100) {
            return all;
        }
    }
}

} // namespace kinframe::test
