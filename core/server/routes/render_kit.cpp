// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/render_kit.h"

#include "base/error_json.h"
#include "server/http/invalid_input.h"
#include "server/routes/route_kit.h"

#include <QJsonDocument>

#include <array>
#include <utility>

namespace kinframe::server {

using namespace Qt::StringLiterals;
using http::Request;

namespace {

constexpr std::array messages{
    std::pair{RenderMessage::Success, QT_TRANSLATE_NOOP("Render", "Success")},
    std::pair{RenderMessage::TaskMade, QT_TRANSLATE_NOOP("Render", "The task is made")},
    std::pair{RenderMessage::TaskCancelled, QT_TRANSLATE_NOOP("Render", "The task is cancelled")},
    std::pair{RenderMessage::TaskPaused, QT_TRANSLATE_NOOP("Render", "The task is paused")},
    std::pair{RenderMessage::TaskResumed, QT_TRANSLATE_NOOP("Render", "The task goes on")},
    std::pair{RenderMessage::SceneAnalysed, QT_TRANSLATE_NOOP("Render", "The scene is analysed")},
    std::pair{RenderMessage::FileUploaded, QT_TRANSLATE_NOOP("Render", "The file is uploaded")},
};

QString textOf(RenderMessage message, Language language)
{
    for (const auto &[known, text] : messages) {
        if (known == message) {
            return translated("Render", text, language);
        }
    }
    return {};
}

QStringList fieldsOf(const Request &request)
{
    QStringList fields;
    for (const QString &part : request.query().get(u"fields").value_or(QString()).split(u',', Qt::SkipEmptyParts)) {
        fields.append(part.trimmed());
    }
    return fields;
}

QJsonArray narrowedEach(const QJsonArray &list, const QStringList &fields)
{
    QJsonArray kept;
    for (const QJsonValue entry : list) {
        kept.append(narrowed(entry, fields));
    }
    return kept;
}

/// Files of a task are a list in a shell of its own: fields that the shell does not have are those of the files.
QJsonObject narrowedFiles(const QJsonObject &shell, const QStringList &fields)
{
    QJsonObject kept;
    QStringList ofFiles;
    for (const QString &field : fields) {
        if (const auto found = shell.constFind(field); found != shell.constEnd()) {
            kept.insert(field, *found);
        } else {
            ofFiles.append(field);
        }
    }
    if (!ofFiles.isEmpty()) {
        kept.insert(u"assets"_s, narrowedEach(shell.value(u"assets"_s).toArray(), ofFiles));
    }
    return kept;
}

QString namesOf(std::span<const SortColumn> columns)
{
    QStringList names;
    for (const SortColumn &column : columns) {
        names.append(column.name.toString());
    }
    return names.join(u", "_s);
}

} // namespace

http::Reply renderReply(const Request &request, const QJsonValue &data, int status, RenderMessage message)
{
    const QStringList fields = request.method() == "GET" ? fieldsOf(request) : QStringList();
    return http::Reply::json(QJsonObject{{u"code"_s, status},
                                         {u"message"_s, textOf(message, request.language())},
                                         {u"data"_s, fields.isEmpty() ? data : narrowed(data, fields)}},
                             status);
}

QJsonValue narrowed(const QJsonValue &data, const QStringList &fields)
{
    if (data.isArray()) {
        return narrowedEach(data.toArray(), fields);
    }
    if (!data.isObject()) {
        return data;
    }
    QJsonObject object = data.toObject();
    if (object.contains(u"items"_s) && object.contains(u"total_pages"_s)) {
        object.insert(u"items"_s, narrowedEach(object.value(u"items"_s).toArray(), fields));
        return object;
    }
    if (object.contains(u"assets"_s) && object.contains(u"total_count"_s)) {
        return narrowedFiles(object, fields);
    }
    QJsonObject kept;
    for (const QString &field : fields) {
        if (const auto found = object.constFind(field); found != object.constEnd()) {
            kept.insert(field, *found);
        }
    }
    return kept;
}

Result<ListPage> listPageOf(const Request &request, const ListRules &rules)
{
    const auto number = numberOf(request, u"page"_s, 1, 1, mostPages);
    const auto size = numberOf(request, u"page_size"_s, rules.usualSize, 1, rules.mostSize);
    if (!number || !size) {
        return !number ? failed(number) : failed(size);
    }
    ListPage page{*number, *size, rules.columns.empty() ? std::string_view() : rules.columns.front().column, true};
    if (const auto name = request.query().get(u"sort_by")) {
        const auto found = std::find_if(rules.columns.begin(), rules.columns.end(),
                                        [&](const SortColumn &column) { return column.name == *name; });
        if (found == rules.columns.end()) {
            return http::invalidInput(u"sort_by"_s, name->toUtf8(), u"one of: %1"_s.arg(namesOf(rules.columns)));
        }
        page.column = found->column;
    }
    const QString order = request.query().get(u"order").value_or(u"desc"_s);
    if (order != "asc"_L1 && order != "desc"_L1) {
        return http::invalidInput(u"order"_s, order.toUtf8(), u"asc or desc"_s);
    }
    page.isDescending = order == "desc"_L1;
    return page;
}

QJsonObject pageJson(const QJsonArray &items, qint64 total, const ListPage &page)
{
    return {{u"items"_s, items},
            {u"total"_s, total},
            {u"page"_s, page.page},
            {u"page_size"_s, page.size},
            {u"total_pages"_s, (total + page.size - 1) / page.size}};
}

Result<qint64> rowIdOf(const Request &request, const QString &what, QByteArrayView argument)
{
    const QString text = request.argument(argument);
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0) {
        return fail(ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, text.left(80)}});
    }
    return id;
}

Failure severalErrors(const std::vector<Error> &errors)
{
    Error first = errors.front();
    if (errors.size() > 1) {
        QJsonArray all;
        for (const Error &error : errors) {
            all.append(toJson(error));
        }
        first.facts.emplace_back(u"errors"_s, QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    }
    return Failure(first);
}

} // namespace kinframe::server
