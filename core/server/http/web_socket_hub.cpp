// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/web_socket_hub.h"

#include "base/ids.h"
#include "server/http/network_loop.h"

#include <QJsonDocument>

namespace kinframe::http {
namespace {

using namespace Qt::StringLiterals;

QString messageOf(const Event &event)
{
    QJsonObject message = event.details;
    message.insert(u"type"_s, event.type);
    if (!event.id.isNull()) {
        message.insert(u"id"_s, toText(event.id));
    }
    return QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

} // namespace

WebSocketHub::WebSocketHub(EventBus *bus, std::vector<NetworkLoop *> loops)
    : m_loops(std::move(loops))
{
    if (bus != nullptr) {
        m_subscription = bus->subscribe([this](const Event &event) { broadcast(event); });
    }
}

WebSocketHub::~WebSocketHub() = default;

void WebSocketHub::broadcast(const Event &event) const
{
    const QString text = messageOf(event);
    for (NetworkLoop *loop : m_loops) {
        loop->broadcast(text, event.user);
    }
}

} // namespace kinframe::http
