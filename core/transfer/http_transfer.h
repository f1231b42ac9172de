// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/certificate_check.h"
#include "transfer/http_client.h"
#include "transfer/speed_limit.h"

#include <curl/curl.h>

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace kinframe::transfer {

/// What the exchanges of one loop share: the speed of those that are limited, and who is to be told of a lull.
struct HttpFlow
{
    SpeedLimit limit;
    std::deque<quint64> held; ///< paused until the limit lets them go on
    std::vector<quint64> fed; ///< took bytes since the last lull
};

/// One exchange with its redirects, on a libcurl handle that it is lent while it runs. The loop's thread only.
class HttpTransfer
{
public:
    enum class Next { Finished, OtherAddress };

    HttpTransfer(quint64 id, HttpRequest request, HttpHandlers handlers, const HttpSettings &settings, HttpFlow &flow);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] CURL *easy() const { return m_easy; }
    /// Scheme, host and port: what connections are counted by.
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] bool running() const { return m_easy != nullptr; }
    [[nodiscard]] bool onlyIfFree() const { return m_request.onlyIfFree; }

    /// Checks the request. InvalidArgument.
    [[nodiscard]] Result<void> prepare();
    /// Sets the handle up for the present address, and keeps it until giveBack(). RemoteUntrusted where a fingerprint
    /// is asked for that cannot be checked.
    [[nodiscard]] Result<void> lend(CURL *easy);
    [[nodiscard]] CURL *giveBack() { return std::exchange(m_easy, nullptr); }
    /// The limit held it; it is let go on.
    void release() { m_isHeld = false; }
    /// No more bytes are there for now.
    void tellLull();
    void stopWith(const std::stop_token &stop, std::function<void()> cancel);
    /// What libcurl's end of this address means: the exchange is over, or it goes on at another one.
    [[nodiscard]] Next ended(CURLcode code);
    [[nodiscard]] const Result<HttpHead> &result() const { return m_result; }
    /// Tells who asked; nothing is told afterwards.
    void finish(Result<HttpHead> result);

private:
    void configure();
    void configureConnection();
    void configureMethod();
    void configureHeaders();
    [[nodiscard]] Result<void> follow();
    bool takeHeaderLine(QByteArrayView line);
    bool takeHead();
    size_t takeBody(QByteArrayView piece);
    bool give(Error error);

    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);

    const quint64 m_id;
    HttpRequest m_request;
    HttpHandlers m_handlers;
    HttpFlow &m_flow;
    CURL *m_easy = nullptr;
    curl_slist *m_headerList = nullptr;
    QByteArray m_certificates;
    QByteArray m_fingerprint;
    CertificateCheck m_check;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    QString m_origin;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
    qint64 m_deadline = 0;
    bool m_isHeld = false;
    bool m_isFed = false;

    // The answer of the present address.
    HttpHead m_head;
    qint64 m_headBytes = 0;
    qint64 m_thrownAway = 0;
    bool m_headWhole = false;
    bool m_redirecting = false;
    int m_redirects = 0;
    std::optional<Error> m_failure;
    Result<HttpHead> m_result;
};

} // namespace kinframe::transfer
