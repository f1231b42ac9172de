// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_client.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace kinframe::test {

/// A copy of a user's library as a client keeps it by the rules of full and delta sync, down to the last member of
/// every asset. On one thread at a time.
class SyncCopy
{
public:
    enum class Kind {
        Exact,    ///< it sends back what it was told to go on from
        OwnClock, ///< it goes on from the time at which it asked
    };

    /// `isOffMs`: how far its clock is ahead of the server's.
    SyncCopy(HttpClient client, Kind kind, int pageSize, qint64 isOffMs = 0);

    /// Makes one call and does what it says; nothing where the answer is not 200.
    HttpAnswer step();
    /// Walks through all of it anew from the next step on; what it holds stays until it is through.
    void startOver() { m_isComplete = false; }

    /// Whether the next step asks for changes only.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// By id.
    [[nodiscard]] const QMap<QString, QJsonObject> &held() const { return m_held; }

private:
    HttpAnswer walkOn();
    HttpAnswer askForChanges();
    [[nodiscard]] QString now() const;

    HttpClient m_client;
    Kind m_kind;
    int m_pageSize;
    qint64 m_isOffMs;
    bool m_isComplete = false;
    QString m_until;
    QString m_lastId;
    QString m_next;
    QByteArray m_epoch;
    QMap<QString, QJsonObject> m_found;
    QMap<QString, QJsonObject> m_held;
};

} // namespace kinframe::test
