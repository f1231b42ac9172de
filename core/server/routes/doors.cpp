// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/doors.h"

#include "server/http/reply.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

/// `/api/people/{id}/merge` asks for access to a `person`, and so on.
QString subjectOf(const QByteArray &path)
{
    for (const char *subject : {"album", "tag", "stack"}) {
        if (path.startsWith(QByteArray("/api/").append(subject))) {
            return QString::fromLatin1(subject);
        }
    }
    if (path.startsWith("/api/memories")) {
        return u"memory"_s;
    }
    if (path.contains("/people") || path.contains("/person")) {
        return u"person"_s;
    }
    if (path.contains("/users") || path.contains("/user/")) {
        return u"user"_s;
    }
    if (path.contains("/api-keys")) {
        return u"apiKey"_s;
    }
    return path.contains("/faces") ? u"face"_s : u"asset"_s;
}

/// The photo is there and may be seen, only its small picture is not made yet: clients ask for it again later.
bool isOfMissingThumbnail(const Error &error)
{
    return std::ranges::find(error.facts, std::pair(u"what"_s, u"thumbnail"_s)) != error.facts.end();
}

http::Reply immichError(const Error &error, const http::ErrorContext &context)
{
    if (error.kind() != ErrorKind::NotFound || context.status != 404 || isOfMissingThumbnail(error)) {
        return http::plainError(error, context);
    }
    const QString action = context.method == "GET" ? u"read"_s : context.method == "DELETE" ? u"delete"_s : u"update"_s;
    const QJsonObject body{{u"message"_s, u"Not found or no %1.%2 access"_s.arg(subjectOf(context.path), action)},
                           {u"error"_s, u"Bad Request"_s},
                           {u"statusCode"_s, 400},
                           {u"correlationId"_s, context.requestId}};
    return http::Reply::json(body, 400);
}

} // namespace

std::shared_ptr<const http::Door> peopleDoor()
{
    static const auto door = std::make_shared<const http::Door>(http::Door{Language::Chinese, http::plainError});
    return door;
}

std::shared_ptr<const http::Door> immichDoor()
{
    static const auto door = std::make_shared<const http::Door>(http::Door{Language::English, immichError});
    return door;
}

} // namespace kinframe::server
