// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/this_computer.h"

#include "server/http/header_value.h"
#include "server/http/invalid_input.h"
#include "server/routes/route_kit.h"

#include <QDir>
#include <QJsonArray>

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestPath = 4096;
constexpr qsizetype mostPaths = 10'000;

bool cameThroughProxy(const http::Headers &headers)
{
    constexpr QByteArrayView prefix("X-Forwarded-");
    for (int index = 0; index < headers.size(); ++index) {
        const QByteArrayView name = headers.nameAt(index);
        if (http::equalsIgnoringCase(name, "Forwarded") ||
            (name.size() >= prefix.size() && http::equalsIgnoringCase(name.first(prefix.size()), prefix))) {
            return true;
        }
    }
    return false;
}

Result<QString> checkedPath(const QString &field, const QString &path)
{
    if (path.size() > longestPath || path.contains(QChar(u'\0')) || !QDir::isAbsolutePath(path)) {
        return http::invalidInput(field, path.toUtf8(), u"an absolute path of this computer"_s);
    }
    return QDir::cleanPath(path);
}

} // namespace

Result<void> mustBeHere(const http::Request &request)
{
    if (request.isLoopback() && !cameThroughProxy(request.headers())) {
        return {};
    }
    return fail(ErrorCode::Forbidden, {{u"what"_s, u"name files of this computer from elsewhere"_s}});
}

Result<QString> pathIn(const QJsonObject &body, const QString &field)
{
    auto path = neededTextIn(body, field);
    return path ? checkedPath(field, *path) : failed(path);
}

Result<QStringList> pathsIn(const QJsonObject &body, const QString &field)
{
    const QJsonArray array = body.value(field).toArray();
    if (array.isEmpty() || array.size() > mostPaths) {
        return fail(ErrorCode::MissingField,
                    {{u"field"_s, field}, {u"expected"_s, u"a list of 1 to %1 paths"_s.arg(mostPaths)}});
    }
    QStringList paths;
    for (const QJsonValue value : array) {
        auto path = checkedPath(field, value.toString());
        if (!path) {
            return failed(path);
        }
        paths << *path;
    }
    return paths;
}

} // namespace kinframe::server
