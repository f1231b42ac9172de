// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http/request.h"
#include "server/http/route_set.h"

#include <memory>

namespace kinframe::http {

/// Qt HttpServer as the router, and all that differs between its versions. It never sees the network: a facade socket
/// of its own hands it one checked request at a time, with a head made anew, and what it answers goes nowhere; the rule
/// it finds is the answer. Lives on one network thread.
class QtHttpAdapter
{
public:
    /// AddressUnavailable where this computer has no loopback interface.
    [[nodiscard]] static Result<std::unique_ptr<QtHttpAdapter>> make(const RouteSet &routes);
    ~QtHttpAdapter();
    QtHttpAdapter(const QtHttpAdapter &) = delete;
    QtHttpAdapter &operator=(const QtHttpAdapter &) = delete;

    /// Whether QHttpServer leads this request to that route's rule.
    [[nodiscard]] bool reaches(int route, const Request &request);

private:
    class Facade;
    class Feeder;
    class Rule;
    struct State;

    explicit QtHttpAdapter(const RouteSet &routes);
    [[nodiscard]] bool addRoute(int route);
    void renewFacade();

    std::unique_ptr<State> m_state;
};

} // namespace kinframe::http
