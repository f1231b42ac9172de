// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/request.h"
#include "server/http/route.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::server {

/// Pages beyond this one are asked for by nobody.
constexpr int mostPages = 1'000'000;

/// The `{id}` of the path. What is no UUID can be nobody's: NotFound.
[[nodiscard]] Result<QUuid> idOf(const http::Request &request, const QString &what);
/// The row id of who asks; the route asks for credentials.
[[nodiscard]] qint64 userOf(const http::Request &request);

/// A number of the query; InvalidArgument where it is none or outside the bounds.
[[nodiscard]] Result<int> numberOf(const http::Request &request, const QString &name, int usual, int least, int most);
/// `true` or `false` of the query, false where it is missing.
[[nodiscard]] Result<bool> flagOf(const http::Request &request, const QString &name);

/// The body as an object; InvalidArgument where it is something else.
[[nodiscard]] Result<QJsonObject> objectOf(const http::Request &request);
/// A list of UUIDs in the body, at most `most`.
[[nodiscard]] Result<std::vector<QUuid>> idsIn(const QJsonObject &body, const QString &field, qsizetype most = 10'000);
[[nodiscard]] Result<QUuid> idIn(const QJsonObject &body, const QString &field);

// Fields of a body by their type: none where the field is missing, InvalidArgument where it is of another type.
[[nodiscard]] Result<std::optional<QString>> textIn(const QJsonObject &body, const QString &field);
/// As textIn; null is an empty text.
[[nodiscard]] Result<std::optional<QString>> textOrNullIn(const QJsonObject &body, const QString &field);
[[nodiscard]] Result<std::optional<bool>> flagIn(const QJsonObject &body, const QString &field);
[[nodiscard]] Result<std::optional<QUuid>> optionalIdIn(const QJsonObject &body, const QString &field);
/// A whole number within bounds that must be there.
[[nodiscard]] Result<qint64> numberIn(const QJsonObject &body, const QString &field, qint64 least, qint64 most);
/// A text that must be there and not be empty.
[[nodiscard]] Result<QString> neededTextIn(const QJsonObject &body, const QString &field);

/// The JSON, or the failure as the request's door says it.
template <typename Json>
[[nodiscard]] http::Reply jsonReply(const http::Request &request, const Result<Json> &json, int status = 200)
{
    return json ? http::Reply::json(*json, status) : request.refuse(json.error());
}

} // namespace kinframe::server
