// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

#include "server/http/cookie.h"
#include "server/http/invalid_input.h"
#include "server/http/status.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kinframe::http {

using namespace Qt::StringLiterals;

Request::Request(RequestParts parts)
    : m_parts(std::move(parts))
{
}

QString Request::argument(QByteArrayView name) const
{
    for (const auto &[argumentName, value] : m_parts.arguments) {
        if (argumentName == name) {
            return value;
        }
    }
    return {};
}

std::optional<QByteArray> Request::cookie(QByteArrayView name) const
{
    return cookieValue(header("Cookie"), name);
}

Result<QJsonValue> Request::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(m_parts.body, &error);
    if (error.error != QJsonParseError::NoError) {
        if (m_parts.body.trimmed().isEmpty()) {
            return invalidInput(u"body"_s, "empty", u"JSON"_s);
        }
        const QByteArray place = m_parts.body.sliced(std::min<qsizetype>(error.offset, m_parts.body.size()));
        auto failure =
            invalidInput(u"body"_s, place, u"JSON (%1 at byte %2)"_s.arg(error.errorString()).arg(error.offset));
        return failure;
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString requestIdText(quint64 id)
{
    QString text(16, Qt::Uninitialized);
    for (qsizetype at = text.size() - 1; at >= 0; --at, id >>= 4) {
        text[at] = u"0123456789abcdef"[id & 15];
    }
    return text;
}

QString Request::id() const
{
    return requestIdText(m_parts.id);
}

QString Request::origin() const
{
    return (isTls() ? u"https://"_s : u"http://"_s) + QString::fromLatin1(header("Host"));
}

Language Request::language() const
{
    const auto accepted = m_parts.head.headers.get("Accept-Language");
    return accepted ? languageFor(QString::fromLatin1(*accepted), m_parts.door->language) : m_parts.door->language;
}

Reply Request::refuse(const Error &error, int status) const
{
    return m_parts.door->shape(
        error, {status != 0 ? status : statusOf(error), language(), id(), m_parts.head.method, m_parts.head.path});
}

} // namespace kinframe::http
