// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace kinframe::bench {

/// A query, and what somebody who knows the schema and its data would write for it by hand, in several ways: the
/// quickest of them is what ours is compared with.
struct Shape
{
    QString name;
    QByteArray query;               ///< as it comes in a URL
    std::vector<std::string> pages; ///< SQL of the page: the id, then the time, 51 rows
    std::vector<std::string> counts;
    std::string naive; ///< over naive_doc
};

[[nodiscard]] std::vector<Shape> queryShapes();
[[nodiscard]] std::vector<Shape> searchShapes();

/// The page behind that row in the order of time, for a condition; "" for all images.
[[nodiscard]] std::vector<std::string> pagesBehind(const std::string &condition, qint64 createdAt, qint64 id);

} // namespace kinframe::bench
