// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_client.h"

#include "transfer/http_errors.h"
#include "transfer/http_loop.h"

namespace kinframe::transfer {

using namespace Qt::StringLiterals;

void HttpExchange::cancel() const
{
    if (const auto loop = m_loop.lock()) {
        loop->cancel(m_id);
    }
}

void HttpExchange::resume() const
{
    if (const auto loop = m_loop.lock()) {
        loop->resume(m_id);
    }
}

HttpClient::HttpClient(HttpSettings settings)
    : m_loop(std::make_shared<HttpLoop>(std::move(settings)))
{
    m_loop->start();
}

HttpClient::~HttpClient()
{
    m_loop->close();
}

HttpExchange HttpClient::send(HttpRequest request, HttpHandlers handlers, std::stop_token stop)
{
    return {m_loop, m_loop->send(std::move(request), std::move(handlers), std::move(stop))};
}

std::future<Result<HttpAnswer>> HttpClient::fetch(HttpRequest request, qint64 limit, std::stop_token stop)
{
    struct Collected
    {
        QByteArray body;
        std::promise<Result<HttpAnswer>> promise;
    };
    const auto collected = std::make_shared<Collected>();
    HttpHandlers handlers;
    handlers.body = [collected, limit, url = request.url](QByteArrayView piece) -> Result<BodyFlow> {
        if (collected->body.size() + piece.size() > limit) {
            return Failure(invalidAnswer(url, u"its answer is longer than %1 bytes"_s.arg(limit)));
        }
        collected->body.append(piece);
        return BodyFlow::Taken;
    };
    handlers.done = [collected](const Result<HttpHead> &head) {
        if (head) {
            collected->promise.set_value(HttpAnswer{*head, std::move(collected->body)});
        } else {
            collected->promise.set_value(failed(head));
        }
    };
    auto future = collected->promise.get_future();
    send(std::move(request), std::move(handlers), std::move(stop));
    return future;
}

void HttpClient::setDownloadLimit(qint64 bytesPerSecond)
{
    m_loop->setDownloadLimit(bytesPerSecond);
}

HttpClient::TimerId HttpClient::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    return m_loop->after(delay, std::move(task));
}

void HttpClient::cancelTimer(TimerId timer)
{
    m_loop->cancelTimer(timer);
}

} // namespace kinframe::transfer
