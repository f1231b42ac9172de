// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/events.h"

#include <memory>
#include <vector>

namespace kinframe::http {

class NetworkLoop;

/// Tells the server's WebSocket clients what happens: each event once, as
/// `{"type", "id"?, …the event's details}`, to the clients of its user, or to all where it is nobody's.
class WebSocketHub
{
public:
    /// `bus` may be nullptr: then only broadcast() sends. The loops must outlive the hub.
    WebSocketHub(EventBus *bus, std::vector<NetworkLoop *> loops);
    ~WebSocketHub();
    WebSocketHub(const WebSocketHub &) = delete;
    WebSocketHub &operator=(const WebSocketHub &) = delete;

    /// From any thread; returns at once.
    void broadcast(const Event &event) const;

private:
    std::vector<NetworkLoop *> m_loops;
    std::unique_ptr<EventBus::Subscription> m_subscription;
};

} // namespace kinframe::http
