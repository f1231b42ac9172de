// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/pool_errand.h"

#include "server/http/handler_call.h"
#include "server/http/network_loop.h"

namespace kinframe::http {

bool PoolErrand::callHandler(int route, std::shared_ptr<const Request> request)
{
    ServerContext &context = m_loop.context();
    m_isUnderWay = context.pool.tryPost(
        [loop = &m_loop, id = m_connection, request = std::move(request), &handler = context.routes.at(route).handler] {
            auto answer = std::make_shared<WireReply>(http::callHandler(handler, *request));
            loop->post(id, [answer](Connection &connection) { connection.handlerAnswered(std::move(*answer)); });
        });
    return m_isUnderWay;
}

bool PoolErrand::pullPiece(std::shared_ptr<Reply::Pull> pull)
{
    m_isUnderWay = m_loop.context().pool.post([loop = &m_loop, id = m_connection, pull = std::move(pull)] {
        auto piece = std::make_shared<Result<QByteArray>>(callPull(*pull));
        loop->post(id, [piece](Connection &connection) { connection.pieceCame(std::move(*piece)); });
    });
    return m_isUnderWay;
}

} // namespace kinframe::http
