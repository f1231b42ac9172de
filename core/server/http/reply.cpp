// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reply.h"

#include "server/http/header_value.h"
#include "server/http/json_text.h"

#include <array>

namespace kinframe::http {
namespace {

// Room for what most replies carry, so that it is not made bit by bit.
constexpr qsizetype usualHeaderBytes = 160;

bool isOurs(QByteArrayView name)
{
    constexpr std::array<const char *, 4> ours{"Content-Length", "Transfer-Encoding", "Connection", "Date"};
    return std::any_of(ours.begin(), ours.end(), [&](const char *one) { return equalsIgnoringCase(name, one); });
}

bool isControl(char character)
{
    const auto code = static_cast<unsigned char>(character);
    return code < 0x20 || code == 0x7f;
}

QByteArray withoutControls(QByteArrayView value)
{
    QByteArray clean = value.toByteArray();
    std::replace_if(clean.begin(), clean.end(), isControl, ' ');
    return clean;
}

} // namespace

Reply::Reply(int status)
    : m_status(status)
{
}

Reply Reply::json(const QJsonValue &value, int status)
{
    return jsonBytes(compactJson(value), status);
}

Reply Reply::jsonBytes(QByteArray json, int status)
{
    return bytes(std::move(json), "application/json", status);
}

Reply Reply::bytes(QByteArray body, const QByteArray &contentType, int status)
{
    Reply reply(status);
    reply.set("Content-Type", contentType);
    reply.m_body = std::move(body);
    return reply;
}

Reply Reply::text(const QString &text, int status)
{
    return bytes(text.toUtf8(), "text/plain; charset=utf-8", status);
}

Reply Reply::file(FileBody body)
{
    Reply reply(200);
    reply.m_body = std::move(body);
    return reply;
}

Reply Reply::stream(Pull pull, const QByteArray &contentType, int status)
{
    Reply reply(status);
    reply.set("Content-Type", contentType);
    reply.m_body = Stream{std::move(pull)};
    return reply;
}

Reply Reply::sizedStream(Pull pull, qint64 length, const QByteArray &contentType)
{
    Reply reply(200);
    reply.set("Content-Type", contentType);
    reply.m_body = Stream{std::move(pull), false, length};
    return reply;
}

Reply Reply::redirect(const QByteArray &location, int status)
{
    Reply reply(status);
    reply.set("Location", location);
    return reply;
}

Reply &Reply::set(QByteArrayView name, QByteArrayView value)
{
    m_headers.remove(name);
    m_headers.reserve(usualHeaderBytes);
    return add(name, value);
}

Reply &Reply::add(QByteArrayView name, QByteArrayView value)
{
    if (isToken(name) && !isOurs(name)) {
        const QByteArrayView text = trimmed(value);
        if (std::any_of(text.begin(), text.end(), isControl)) {
            m_headers.add(name, trimmed(withoutControls(text)));
        } else {
            m_headers.add(name, text);
        }
    }
    return *this;
}

QByteArray Reply::bodyBytes() const
{
    const auto *bytes = std::get_if<QByteArray>(&m_body);
    return bytes != nullptr ? *bytes : QByteArray();
}

} // namespace kinframe::http
