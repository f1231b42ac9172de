// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfer/executor.h"
#include "transfer/http_message.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stop_token>

namespace kinframe::transfer {

class HttpLoop;

/// What a consumer says to a piece of a body. After Pause the same piece comes again when the exchange is resumed.
enum class BodyFlow { Taken, Pause };

/// Who hears of an exchange. `head` and `body` are called on the client's thread and return at once; what they fail
/// with ends the exchange and is what `done` gets.
struct HttpHandlers
{
    /// The last answer's head, once; redirects are not told. Any status: only `done` of a failed exchange is an error.
    std::function<Result<void>(const HttpHead &)> head;
    /// The body in pieces of at most some KB, unpacked. Without it the body is thrown away.
    std::function<Result<BodyFlow>(QByteArrayView)> body;
    /// After some pieces, when no more have come yet: a time to hand on what was gathered. Not before `done`.
    std::function<void()> lull;
    /// Exactly once, last: the head after a whole exchange with any status, or why it failed (Canceled, ShuttingDown,
    /// InvalidArgument, and as in exchangeError).
    std::function<void(Result<HttpHead>)> done;
    /// Where `done` runs; the client's thread where it is empty.
    Executor executor;
};

/// A running exchange: a light handle, every call from any thread. Dropping it changes nothing.
class HttpExchange
{
public:
    HttpExchange() = default;
    HttpExchange(std::weak_ptr<HttpLoop> loop, quint64 id)
        : m_loop(std::move(loop))
        , m_id(id)
    {
    }

    void cancel() const;
    /// Goes on after a Pause.
    void resume() const;

private:
    std::weak_ptr<HttpLoop> m_loop;
    quint64 m_id = 0;
};

struct HttpSettings
{
    int atOncePerHost = 6;
    int atOnce = 24;
    /// Certificates to trust instead of the system's, as a PEM file; for servers with an authority of their own.
    QString trustedCertificates;
};

/// All requests to other servers: one thread, any number of exchanges, no thread waits for any of them. HTTP/2 where a
/// server has it over TLS, many exchanges on one connection then. Certificates are always checked: the error of one
/// that is refused (RemoteUntrusted) has its `fingerprint`, `subject` and `issuer` as facts. Proxies come from the
/// environment (http_proxy, https_proxy, no_proxy). Every call from any thread; the destructor ends all exchanges with
/// ShuttingDown and must not run in a handler.
class HttpClient
{
public:
    using TimerId = quint64;

    explicit HttpClient(HttpSettings settings = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    HttpExchange send(HttpRequest request, HttpHandlers handlers, std::stop_token stop = {});
    /// The whole answer in memory, whatever its status; RemoteInvalid where the body exceeds `limit` bytes.
    [[nodiscard]] std::future<Result<HttpAnswer>> fetch(HttpRequest request, qint64 limit, std::stop_token stop = {});

    /// Bytes a second that all exchanges with `limited` may get together, from now on; 0: as many as come.
    void setDownloadLimit(qint64 bytesPerSecond);

    /// Calls on the client's thread, after a while; never after the client is gone.
    TimerId after(std::chrono::milliseconds delay, std::function<void()> task);
    void cancelTimer(TimerId timer);

private:
    std::shared_ptr<HttpLoop> m_loop;
};

} // namespace kinframe::transfer
