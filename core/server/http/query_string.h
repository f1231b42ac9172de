// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace kinframe::http {

struct QueryLimits
{
    qsizetype bytes = 16 * 1024;
    int pairs = 1000;
};

/// The part of a URL after `?`, or a form body of type application/x-www-form-urlencoded: names and values in order.
class QueryString
{
public:
    /// `raw` without the `?`. TooLarge, TooMany, or InvalidArgument (field `query`) for a bad %, a NUL or broken UTF-8.
    [[nodiscard]] static Result<QueryString> parse(QByteArrayView raw, QueryLimits limits = {});

    [[nodiscard]] const std::vector<std::pair<QString, QString>> &pairs() const { return m_pairs; }
    /// The first value of that name.
    [[nodiscard]] std::optional<QString> get(QStringView name) const;
    [[nodiscard]] QStringList all(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;

private:
    std::vector<std::pair<QString, QString>> m_pairs;
};

} // namespace kinframe::http
