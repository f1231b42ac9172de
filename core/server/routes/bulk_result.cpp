// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/bulk_result.h"

#include "base/language.h"

namespace kinframe::server {
namespace {

using namespace Qt::StringLiterals;

QString reasonOf(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::Forbidden:
        return u"no_permission"_s;
    case ErrorKind::Conflict:
        return u"duplicate"_s;
    case ErrorKind::BadInput:
        return u"validation"_s;
    default:
        return u"unknown"_s;
    }
}

} // namespace

QJsonObject bulkResult(const QString &id, const std::optional<Error> &error)
{
    QJsonObject json{{u"id"_s, id}, {u"success"_s, !error}};
    if (error) {
        json.insert(u"error"_s, reasonOf(*error));
        json.insert(u"errorMessage"_s, textOf(*error, Language::English));
    }
    return json;
}

} // namespace kinframe::server
