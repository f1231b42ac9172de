// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/route_kit.h"

#include "base/ids.h"
#include "server/http/invalid_input.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtNumeric>

#include <cmath>

namespace kinframe::server {

using namespace Qt::StringLiterals;

namespace {

QByteArray shown(const QJsonValue &value)
{
    if (value.isUndefined()) {
        return "missing";
    }
    return value.isString() ? value.toString().toUtf8()
                            : QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
}

} // namespace

Result<QUuid> idOf(const http::Request &request, const QString &what)
{
    const QString text = request.argument("id");
    if (const auto id = uuidFromText(text)) {
        return *id;
    }
    return fail(ErrorCode::NotFound, {{u"what"_s, what}, {u"id"_s, text.left(80)}});
}

qint64 userOf(const http::Request &request)
{
    return request.principal()->userId;
}

Result<int> numberOf(const http::Request &request, const QString &name, int usual, int least, int most)
{
    const auto text = request.query().get(name);
    if (!text) {
        return usual;
    }
    bool ok = false;
    const int value = text->toInt(&ok);
    if (!ok || value < least || value > most) {
        return http::invalidInput(name, text->toUtf8(), u"a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return value;
}

Result<bool> flagOf(const http::Request &request, const QString &name)
{
    const auto text = request.query().get(name);
    if (!text || *text == "false"_L1) {
        return false;
    }
    if (*text == "true"_L1) {
        return true;
    }
    return http::invalidInput(name, text->toUtf8(), u"true or false"_s);
}

Result<QJsonObject> objectOf(const http::Request &request)
{
    auto json = request.json();
    if (!json) {
        return failed(json);
    }
    if (!json->isObject()) {
        return http::invalidInput(u"body"_s, request.body(), u"a JSON object"_s);
    }
    return json->toObject();
}

Result<std::optional<QString>> textIn(const QJsonObject &body, const QString &field)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined()) {
        return std::optional<QString>();
    }
    if (!value.isString()) {
        return http::invalidInput(field, shown(value), u"a text"_s);
    }
    return std::optional(value.toString());
}

Result<std::optional<QString>> textOrNullIn(const QJsonObject &body, const QString &field)
{
    return body.value(field).isNull() ? std::optional(QString()) : textIn(body, field);
}

Result<std::optional<bool>> flagIn(const QJsonObject &body, const QString &field)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined()) {
        return std::optional<bool>();
    }
    if (!value.isBool()) {
        return http::invalidInput(field, shown(value), u"true or false"_s);
    }
    return std::optional(value.toBool());
}

Result<std::optional<QUuid>> optionalIdIn(const QJsonObject &body, const QString &field)
{
    if (!body.contains(field)) {
        return std::optional<QUuid>();
    }
    auto id = idIn(body, field);
    return id ? Result<std::optional<QUuid>>(*id) : failed(id);
}

Result<qint64> numberIn(const QJsonObject &body, const QString &field, qint64 least, qint64 most)
{
    const QJsonValue value = body.value(field);
    const QString expected = u"a whole number from %1 to %2"_s.arg(least).arg(most);
    if (value.isUndefined()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, expected}});
    }
    const double number = value.toDouble(qQNaN());
    if (!(number >= double(least) && number <= double(most)) || number != std::floor(number)) {
        return http::invalidInput(field, shown(value), expected);
    }
    return qint64(number);
}

Result<QString> neededTextIn(const QJsonObject &body, const QString &field)
{
    auto text = textIn(body, field);
    if (!text) {
        return failed(text);
    }
    if (!*text || (*text)->trimmed().isEmpty()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a text"_s}});
    }
    return **text;
}

Result<QUuid> idIn(const QJsonObject &body, const QString &field)
{
    if (!body.contains(field)) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a UUID"_s}});
    }
    if (const auto id = uuidFromText(body.value(field).toString())) {
        return *id;
    }
    return http::invalidInput(field, shown(body.value(field)), u"a UUID"_s);
}

Result<std::vector<QUuid>> idsIn(const QJsonObject &body, const QString &field, qsizetype most)
{
    if (!body.value(field).isArray()) {
        return fail(ErrorCode::MissingField, {{u"field"_s, field}, {u"expected"_s, u"a list of UUIDs"_s}});
    }
    const QJsonArray array = body.value(field).toArray();
    if (array.size() > most) {
        return fail(
            ErrorCode::TooMany,
            {{u"field"_s, field}, {u"value"_s, QString::number(array.size())}, {u"limit"_s, QString::number(most)}});
    }
    std::vector<QUuid> ids;
    for (const QJsonValue value : array) {
        const auto id = uuidFromText(value.toString());
        if (!id) {
            return http::invalidInput(field, shown(value), u"a list of UUIDs"_s);
        }
        ids.push_back(*id);
    }
    return ids;
}

} // namespace kinframe::server
