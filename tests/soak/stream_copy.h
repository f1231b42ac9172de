// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <functional>

namespace kinframe::test {

/// A copy of a user's library as current mobile apps keep it: a stream of changes, each with what says so far it has
/// come. The server keeps that for its key, so there is one copy for each key. On one thread at a time.
class StreamCopy
{
public:
    explicit StreamCopy(HttpClient client);

    /// Asks for what is new, takes the first so many lines of it, as `linesToTake` says of all that came, and says so.
    /// Gives the first answer that is not as it should be, else the last.
    HttpAnswer step(const std::function<qsizetype(qsizetype lines)> &linesToTake);
    /// All that is new.
    HttpAnswer step();
    /// From the beginning, with nothing.
    HttpAnswer startOver();

    /// By id, as `AssetV1`.
    [[nodiscard]] const QMap<QString, QJsonObject> &held() const { return m_held; }

private:
    HttpAnswer ask(bool isReset) const;

    HttpClient m_client;
    QMap<QString, QJsonObject> m_held;
};

} // namespace kinframe::test
