// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/kinframe_process.h"
#include "api/library_state.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QWebSocket>

#include <algorithm>
#include <functional>

namespace kinframe::test {

/// A listener to `/api/events` of the running program and what it has heard. On a thread with an event loop.
class EventListener : public QObject
{
public:
    EventListener(const KinframeProcess &kinframe, const QByteArray &key)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { m_heard.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
        QNetworkRequest request(QUrl(QStringLiteral("ws") + kinframe.url().mid(4) + QStringLiteral("/api/events")));
        request.setRawHeader("x-api-key", key);
        m_socket.open(request);
    }

    [[nodiscard]] bool isLet() const
    {
        return waitUntil([this] { return m_socket.isValid(); });
    }
    [[nodiscard]] const QList<QJsonObject> &heard() const { return m_heard; }
    [[nodiscard]] bool hasHeard(const std::function<bool(const QJsonObject &)> &wanted) const
    {
        return std::any_of(m_heard.begin(), m_heard.end(), wanted);
    }

private:
    QWebSocket m_socket;
    QList<QJsonObject> m_heard;
};

} // namespace kinframe::test
