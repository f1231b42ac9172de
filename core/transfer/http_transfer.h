// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_client.h"

#include <curl/curl.h>

#include <array>
#include <optional>

namespace kinframe::transfer {

/// One exchange with its redirects, on one libcurl handle. The loop's thread only.
class HttpTransfer
{
public:
    enum class Next { Finished, OtherAddress };

    HttpTransfer(quint64 id, HttpRequest request, HttpHandlers handlers, const HttpSettings &settings);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] CURL *easy() const { return m_easy; }
    /// Scheme, host and port: what connections are counted by.
    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] bool running() const { return m_running; }
    void setRunning(bool running) { m_running = running; }

    /// Checks the request and sets up the handle. InvalidArgument.
    [[nodiscard]] Result<void> prepare();
    void stopWith(const std::stop_token &stop, std::function<void()> cancel);
    /// What libcurl's end of this address means: the exchange is over, or it goes on at another one.
    [[nodiscard]] Next ended(CURLcode code);
    [[nodiscard]] const Result<HttpHead> &result() const { return m_result; }
    /// Tells who asked; nothing is told afterwards.
    void finish(Result<HttpHead> result);

private:
    void configure();
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
    CURL *m_easy;
    curl_slist *m_headerList = nullptr;
    QByteArray m_certificates;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    QString m_origin;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
    qint64 m_deadline = 0;
    bool m_running = false;

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
