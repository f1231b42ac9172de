// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/http_client.h"
#include "transfer/http_transfer.h"

#include <curl/curl.h>

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace kinframe::transfer {

/// The client's thread: libcurl's multi handle, the lines of exchanges that wait for a place at their host, and the
/// timers. The public calls come from any thread and are carried out on the loop's own.
class HttpLoop : public std::enable_shared_from_this<HttpLoop>
{
public:
    explicit HttpLoop(HttpSettings settings);
    ~HttpLoop();
    HttpLoop(const HttpLoop &) = delete;
    HttpLoop &operator=(const HttpLoop &) = delete;

    void start();
    /// Ends every exchange with ShuttingDown, then the thread.
    void close();

    quint64 send(HttpRequest request, HttpHandlers handlers, std::stop_token stop);
    void cancel(quint64 id);
    void resume(quint64 id);
    void setDownloadLimit(qint64 bytesPerSecond);
    quint64 after(std::chrono::milliseconds delay, std::function<void()> task);
    void cancelTimer(quint64 id);

private:
    struct Host
    {
        int running = 0;
        std::deque<quint64> waiting;
    };
    struct Timer
    {
        quint64 id;
        std::function<void()> task;
    };

    bool post(std::function<void()> task);
    void run();
    bool runPosted();
    void fireTimers();
    void releaseHeld();
    void tellLulls();
    [[nodiscard]] bool hasPlace(const QString &origin) const;
    void wait(HttpTransfer &transfer);
    void admit();
    void begin(HttpTransfer &transfer);
    void goOn(HttpTransfer &transfer);
    void collect();
    void ended(quint64 id, CURLcode code);
    void take(quint64 id, Error error);
    void leave(HttpTransfer &transfer);
    void dropHost(const QString &origin);
    [[nodiscard]] int waitMs();

    const HttpSettings m_settings;
    CURLM *m_multi;
    std::atomic<quint64> m_lastId = 0;
    std::thread m_thread;

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_posted;
    bool m_closed = false;

    // From here on the loop's own thread only.
    HttpFlow m_flow;
    std::unordered_map<quint64, std::unique_ptr<HttpTransfer>> m_transfers;
    std::map<QString, Host> m_hosts; ///< those that have an exchange
    std::vector<CURL *> m_handles;   ///< not lent
    int m_runningInAll = 0;
    std::multimap<qint64, Timer> m_timers;
};

} // namespace kinframe::transfer
