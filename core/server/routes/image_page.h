// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/image_record.h"
#include "query/query.h"
#include "server/http/request.h"
#include "server/routes/api_services.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace kinframe::server {

/// One page of what a query finds, from one snapshot of the library.
struct ImagePage
{
    query::ImageQuery query;
    QByteArray raw;                            ///< the query as it came
    std::vector<library::ImageRecord> records; ///< with the keys that were selected alone
    std::optional<qint64> total;
    bool hasMore = false;
    QString next; ///< token of the next page where there is more

    /// The rows that were looked for at most.
    [[nodiscard]] int take() const;
};

/// The query string that a request carries: in its URL, and in its body where that is the query.
[[nodiscard]] QByteArray queryOf(const http::Request &request);

/// Runs it over the user's images, until its time is up or the client has gone. The errors of query::runQuery.
[[nodiscard]] Result<ImagePage> imagePage(const ApiServices &services, const http::Request &request);

} // namespace kinframe::server
