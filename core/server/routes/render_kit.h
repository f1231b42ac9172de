// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/request.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>
#include <string_view>
#include <vector>

namespace kinframe::server {

/// What the calls over renders say when they succeed; the Chinese texts are the source's.
enum class RenderMessage {
    Success,
    TaskMade,
    TaskCancelled,
    TaskPaused,
    TaskResumed,
    SceneAnalysed,
    FileUploaded,
};

/// `{"code", "message", "data"}`. Of a GET with `?fields=` only those fields of `data`, see narrowed().
[[nodiscard]] http::Reply renderReply(const http::Request &request, const QJsonValue &data, int status = 200,
                                      RenderMessage message = RenderMessage::Success);
/// The same, or the failure as the request's door says it.
template <typename Json>
[[nodiscard]] http::Reply renderReply(const http::Request &request, const Result<Json> &data, int status = 200,
                                      RenderMessage message = RenderMessage::Success)
{
    return data ? renderReply(request, QJsonValue(*data), status, message) : request.refuse(data.error());
}

/// Of an object those fields; of a list each entry so; of a page (with `items`) each of its items so; of a task's files
/// (with `assets` and `total_count`) those that it has itself, and the others of each of its files. A field that is not
/// there is left out.
[[nodiscard]] QJsonValue narrowed(const QJsonValue &data, const QStringList &fields);

/// Which page of a list a request asks for.
struct ListPage
{
    qint64 page = 1;
    int size = 20;
    std::string_view column; ///< to sort by
    bool isDescending = true;

    [[nodiscard]] qint64 offset() const { return (page - 1) * size; }
};

/// A name of `sort_by` and the column that it stands for.
struct SortColumn
{
    QStringView name;
    std::string_view column;
};

struct ListRules
{
    std::span<const SortColumn> columns; ///< the first is the usual one
    int usualSize = 20;
    int mostSize = 1000;
};

/// `page`, `page_size`, `sort_by` and `order` (`asc` or `desc`, the usual one). InvalidArgument.
[[nodiscard]] Result<ListPage> listPageOf(const http::Request &request, const ListRules &rules);
/// `{"items", "total", "page", "page_size", "total_pages"}`
[[nodiscard]] QJsonObject pageJson(const QJsonArray &items, qint64 total, const ListPage &page);

/// The `{id}` of the path, or another argument: a row id. What is no number is nobody's: NotFound. `what` is `task`,
/// `file`, …
[[nodiscard]] Result<qint64> rowIdOf(const http::Request &request, const QString &what, QByteArrayView argument = "id");

/// All that is wrong with one request, told at once. At least one.
[[nodiscard]] Failure severalErrors(const std::vector<Error> &errors);

} // namespace kinframe::server
