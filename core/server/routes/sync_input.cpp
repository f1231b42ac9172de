// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/sync_input.h"

#include "base/clock.h"
#include "base/ids.h"
#include "server/http/invalid_input.h"
#include "server/http/json_text.h"
#include "server/http/reply.h"
#include "server/http/status.h"
#include "server/routes/route_kit.h"

#include <QJsonArray>

#include <cmath>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

QByteArray shown(const QJsonValue &value)
{
    return value.isString() ? value.toString().toUtf8() : http::compactJson(value);
}

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

/// A list, or one text with commas.
QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray()) {
        return value.toArray();
    }
    QJsonArray list;
    for (const QString &part : value.toString().split(u',', Qt::SkipEmptyParts)) {
        list.append(part.trimmed());
    }
    return list;
}

} // namespace

SyncInput::SyncInput(const http::Request &request)
    : m_request(request)
{
    if (request.method() == "POST") {
        auto body = objectOf(request);
        if (!body) {
            add(body.error());
        }
        m_body = body.value_or(QJsonObject());
    }
}

QJsonValue SyncInput::value(const QString &name) const
{
    if (m_body) {
        return m_body->value(name);
    }
    const QStringList given = m_request.query().all(name);
    return given.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(given.join(u','));
}

void SyncInput::wrong(const QString &name, const QJsonValue &value, const QString &expected)
{
    if (isMissing(value)) {
        add({ErrorCode::MissingField, {{u"field"_s, name}, {u"expected"_s, expected}}, {}});
    } else {
        add(http::invalidInput(name, shown(value), expected).value());
    }
}

int SyncInput::number(const QString &name, int least, int most)
{
    const QJsonValue given = value(name);
    bool isNumber = given.isDouble();
    const double number = given.isString() ? given.toString().toInt(&isNumber) : given.toDouble();
    if (!isNumber || number != std::floor(number) || number < least || number > most) {
        wrong(name, given, u"a whole number from %1 to %2"_s.arg(least).arg(most));
        return 0;
    }
    return int(number);
}

std::optional<qint64> SyncInput::timeOf(const QString &name, const QJsonValue &value)
{
    const auto time = value.isString() ? fromIso(value.toString()) : std::nullopt;
    if (!time) {
        wrong(name, value, u"a time as ISO 8601"_s);
    }
    return time;
}

qint64 SyncInput::time(const QString &name)
{
    return timeOf(name, value(name)).value_or(0);
}

void SyncInput::optionalTime(const QString &name)
{
    if (const QJsonValue given = value(name); !isMissing(given)) {
        static_cast<void>(timeOf(name, given));
    }
}

std::optional<QUuid> SyncInput::optionalId(const QString &name)
{
    const QJsonValue given = value(name);
    if (isMissing(given)) {
        return std::nullopt;
    }
    const auto id = uuidFromText(given.toString());
    if (!id) {
        wrong(name, given, u"a UUID"_s);
    }
    return id;
}

void SyncInput::owners(const QString &name)
{
    const QJsonValue given = value(name);
    if (isMissing(given)) {
        return;
    }
    if (!given.isArray() && !given.isString()) {
        wrong(name, given, u"a list of UUIDs"_s);
        return;
    }
    for (const QJsonValue one : listOf(given)) {
        const auto id = uuidFromText(one.toString());
        if (!id) {
            wrong(name, one, u"a UUID"_s);
        } else if (*id != m_request.principal()->uuid) {
            // Whether there is such a user is nobody's business.
            wrong(name, one, u"your own user id"_s);
        }
    }
}

http::Reply SyncInput::refusal() const
{
    QJsonArray messages;
    for (const Error &error : m_errors) {
        messages.append(textOf(error, m_request.language()));
    }
    return http::Reply::json(QJsonObject{{u"message"_s, messages},
                                         {u"error"_s, QString::fromLatin1(http::reasonOf(400))},
                                         {u"statusCode"_s, 400},
                                         {u"correlationId"_s, m_request.id()}},
                             400);
}

} // namespace kinframe::server
