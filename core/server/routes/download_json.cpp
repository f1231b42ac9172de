// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/download_json.h"

#include "base/clock.h"
#include "base/json_values.h"
#include "server/http/invalid_input.h"
#include "server/routes/route_kit.h"

#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostTasks = 10'000;

QJsonValue errorJson(const std::optional<Error> &error, Language language)
{
    if (!error) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"code"_s, error->name()}, {u"message"_s, textOf(*error, language)}};
}

Result<transfer::HttpHeaders> headersIn(const QJsonObject &task)
{
    const QJsonValue value = task[u"headers"];
    transfer::HttpHeaders headers;
    const QJsonObject object = value.toObject();
    for (auto header = object.begin(); header != object.end(); ++header) {
        if (!header.value().isString()) {
            return http::invalidInput(u"headers"_s, header.key().toUtf8(), u"headers with a text each"_s);
        }
        headers.push_back({header.key().toUtf8(), header.value().toString().toUtf8()});
    }
    if (!value.isUndefined() && !value.isNull() && !value.isObject()) {
        return http::invalidInput(u"headers"_s, value.toVariant().toString().toUtf8(), u"headers with a text each"_s);
    }
    return headers;
}

Result<void> readTexts(const QJsonObject &object, transfer::NewDownload &wanted)
{
    QString url;
    QString group;
    const std::pair<QString, QString *> fields[] = {{u"url"_s, &url},
                                                    {u"group"_s, &group},
                                                    {u"filename"_s, &wanted.filename},
                                                    {u"server"_s, &wanted.server},
                                                    {u"assetId"_s, &wanted.assetId}};
    for (const auto &[name, text] : fields) {
        auto given = textOrNullIn(object, name);
        if (!given) {
            return failed(given);
        }
        *text = given->value_or(QString());
    }
    if (url.isEmpty() == wanted.server.isEmpty()) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, u"url"_s}, {u"expected"_s, u"an address, or a server with an assetId"_s}});
    }
    wanted.url = QUrl(url, QUrl::StrictMode);
    wanted.group = transfer::downloadGroupOf(group);
    if (!group.isEmpty() && !wanted.group) {
        return http::invalidInput(u"group"_s, group.toUtf8(), u"group_image, group_video or group_livephoto"_s);
    }
    return {};
}

Result<transfer::NewDownload> downloadFrom(const QJsonValue &value)
{
    if (!value.isObject()) {
        return http::invalidInput(u"tasks"_s, value.toVariant().toString().toUtf8(), u"a JSON object"_s);
    }
    const QJsonObject object = value.toObject();
    transfer::NewDownload wanted;
    if (auto texts = readTexts(object, wanted); !texts) {
        return failed(texts);
    }
    auto headers = headersIn(object);
    if (!headers) {
        return failed(headers);
    }
    wanted.headers = std::move(*headers);
    const auto updates = flagIn(object, u"updates"_s);
    if (!updates) {
        return failed(updates);
    }
    wanted.updates = updates->value_or(true);
    const QJsonValue meta = object[u"metaData"];
    if (!meta.isUndefined() && !meta.isNull() && !meta.isObject()) {
        return http::invalidInput(u"metaData"_s, meta.toVariant().toString().toUtf8(), u"a JSON object"_s);
    }
    wanted.metaData = meta.toObject();
    return wanted;
}

} // namespace

QJsonObject downloadJson(const transfer::DownloadTask &task, Language language)
{
    return {{u"taskId"_s, task.taskId},
            {u"url"_s, task.url.toString(QUrl::FullyEncoded)},
            {u"filename"_s, textOrNull(task.filename)},
            {u"group"_s, nameOf(task.group)},
            {u"status"_s, nameOf(task.status)},
            {u"bytesReceived"_s, task.bytesReceived},
            {u"totalBytes"_s, task.totalBytes < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(task.totalBytes)},
            {u"filePath"_s, textOrNull(task.filePath)},
            {u"error"_s, errorJson(task.error, language)},
            {u"attempts"_s, task.attempts},
            {u"createdAt"_s, toIso(task.createdAt)},
            {u"updatedAt"_s, toIso(task.updatedAt)}};
}

Result<std::vector<transfer::NewDownload>> downloadsIn(const QJsonObject &body)
{
    const QJsonValue value = body[u"tasks"];
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.isEmpty() || list.size() > mostTasks) {
        return http::invalidInput(u"tasks"_s, value.isArray() ? QByteArray::number(list.size()) : QByteArray("missing"),
                                  u"a list of 1 to %1 downloads"_s.arg(mostTasks));
    }
    std::vector<transfer::NewDownload> wanted;
    for (const QJsonValue item : list) {
        auto one = downloadFrom(item);
        if (!one) {
            return failed(one);
        }
        wanted.push_back(std::move(*one));
    }
    return wanted;
}

} // namespace kinframe::server
