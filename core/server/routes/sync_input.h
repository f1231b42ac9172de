// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>
#include <vector>

namespace kinframe::server {

/// The fields of a sync call, of the query or of a JSON body, whichever came. What is wrong with them is collected, so
/// that all of it is told at once.
class SyncInput
{
public:
    explicit SyncInput(const http::Request &request);

    /// 0 where it is missing or wrong.
    [[nodiscard]] int number(const QString &name, int least, int most);
    /// ms; 0 where it is missing or wrong.
    [[nodiscard]] qint64 time(const QString &name);
    /// Only checked where it is given.
    void optionalTime(const QString &name);
    [[nodiscard]] std::optional<QUuid> optionalId(const QString &name);
    /// Whose assets are asked for: nobody's but the caller's.
    void owners(const QString &name);

    void add(const Error &error) { m_errors.push_back(error); }
    [[nodiscard]] bool isGood() const { return m_errors.empty(); }
    /// 400 with a list of messages.
    [[nodiscard]] http::Reply refusal() const;

private:
    [[nodiscard]] QJsonValue value(const QString &name) const;
    [[nodiscard]] std::optional<qint64> timeOf(const QString &name, const QJsonValue &value);
    void wrong(const QString &name, const QJsonValue &value, const QString &expected);

    const http::Request &m_request;
    std::optional<QJsonObject> m_body;
    std::vector<Error> m_errors;
};

} // namespace kinframe::server
