// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/http_loop.h"

#include "base/clock.h"
#include "transfer/http_errors.h"

namespace kinframe::transfer {
namespace {

/// libcurl wants to be set up once per process, before any other thread uses it.
void setUpOnce()
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(once == CURLE_OK);
}

} // namespace

HttpLoop::HttpLoop(HttpSettings settings)
    : m_settings(std::move(settings))
{
    setUpOnce();
    m_multi = curl_multi_init();
    Q_CHECK_PTR(m_multi);
    // Idle connections that are kept for the next request.
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, long(m_settings.atOnce));
}

HttpLoop::~HttpLoop()
{
    close();
    for (CURL *handle : m_handles) {
        curl_easy_cleanup(handle);
    }
    curl_multi_cleanup(m_multi);
}

void HttpLoop::start()
{
    m_thread = std::thread([this] { run(); });
}

void HttpLoop::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    curl_multi_wakeup(m_multi);
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool HttpLoop::post(std::function<void()> task)
{
    bool isFirst = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed) {
            return false;
        }
        isFirst = m_posted.empty();
        m_posted.push_back(std::move(task));
    }
    if (isFirst) {
        curl_multi_wakeup(m_multi);
    }
    return true;
}

quint64 HttpLoop::send(HttpRequest request, HttpHandlers handlers, std::stop_token stop)
{
    const quint64 id = ++m_lastId;
    // std::function copies what it holds, so the transfer travels in a shared box.
    const auto box = std::make_shared<std::unique_ptr<HttpTransfer>>(
        std::make_unique<HttpTransfer>(id, std::move(request), std::move(handlers), m_settings, m_flow));
    const bool posted = post([this, id, box, stop = std::move(stop)] {
        HttpTransfer &transfer = **box;
        m_transfers.emplace(id, std::move(*box));
        if (const auto ready = transfer.prepare(); !ready) {
            take(id, ready.error());
            return;
        }
        if (transfer.onlyIfFree() && !hasPlace(transfer.origin())) {
            take(id, Error{ErrorCode::TooMany, {}, {}});
            return;
        }
        wait(transfer);
        transfer.stopWith(stop, [weak = weak_from_this(), id] {
            if (const auto loop = weak.lock()) {
                loop->cancel(id);
            }
        });
    });
    if (!posted) {
        (*box)->finish(fail(ErrorCode::ShuttingDown));
    }
    return id;
}

void HttpLoop::cancel(quint64 id)
{
    post([this, id] { take(id, Error{ErrorCode::Canceled, {}, {}}); });
}

void HttpLoop::resume(quint64 id)
{
    post([this, id] {
        if (const auto found = m_transfers.find(id); found != m_transfers.end()) {
            goOn(*found->second);
        }
    });
}

void HttpLoop::goOn(HttpTransfer &transfer)
{
    if (!transfer.running()) {
        return;
    }
    // Hands on what was held back at once; what a handler fails with then is not noticed by the multi handle.
    if (const CURLcode code = curl_easy_pause(transfer.easy(), CURLPAUSE_CONT); code != CURLE_OK) {
        ended(transfer.id(), code);
    }
}

void HttpLoop::setDownloadLimit(qint64 bytesPerSecond)
{
    post([this, bytesPerSecond] { m_flow.limit.set(bytesPerSecond, steadyMs()); });
}

quint64 HttpLoop::after(std::chrono::milliseconds delay, std::function<void()> task)
{
    const quint64 id = ++m_lastId;
    const qint64 due = steadyMs() + delay.count();
    post([this, id, due, task = std::move(task)] { m_timers.emplace(due, Timer{id, task}); });
    return id;
}

void HttpLoop::cancelTimer(quint64 id)
{
    post([this, id] { std::erase_if(m_timers, [id](const auto &entry) { return entry.second.id == id; }); });
}

void HttpLoop::run()
{
    while (runPosted()) {
        fireTimers();
        releaseHeld();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        collect();
        tellLulls();
        admit();
        curl_multi_poll(m_multi, nullptr, 0, waitMs(), nullptr);
    }
    while (!m_transfers.empty()) {
        take(m_transfers.begin()->first, Error{ErrorCode::ShuttingDown, {}, {}});
    }
}

bool HttpLoop::runPosted()
{
    std::vector<std::function<void()>> posted;
    bool closed = false;
    {
        const std::scoped_lock lock(m_mutex);
        posted.swap(m_posted);
        closed = m_closed;
    }
    for (const auto &task : posted) {
        task();
    }
    return !closed;
}

void HttpLoop::fireTimers()
{
    const qint64 now = steadyMs();
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const auto timer = m_timers.extract(m_timers.begin());
        timer.mapped().task();
    }
}

/// One after the other, so that each gets its share.
void HttpLoop::releaseHeld()
{
    for (size_t count = m_flow.held.size(); count > 0 && m_flow.limit.mayTake(steadyMs()); --count) {
        const auto found = m_transfers.find(m_flow.held.front());
        m_flow.held.pop_front();
        if (found != m_transfers.end()) {
            found->second->release();
            goOn(*found->second);
        }
    }
}

void HttpLoop::tellLulls()
{
    for (const quint64 id : std::exchange(m_flow.fed, {})) {
        if (const auto found = m_transfers.find(id); found != m_transfers.end()) {
            found->second->tellLull();
        }
    }
}

bool HttpLoop::hasPlace(const QString &origin) const
{
    const auto host = m_hosts.find(origin);
    if (host == m_hosts.end()) {
        return m_runningInAll < m_settings.atOnce;
    }
    const int waiting = int(host->second.waiting.size());
    return host->second.running + waiting < m_settings.atOncePerHost && m_runningInAll + waiting < m_settings.atOnce;
}

void HttpLoop::wait(HttpTransfer &transfer)
{
    m_hosts[transfer.origin()].waiting.push_back(transfer.id());
}

/// In the order of asking, but one busy host does not hold up the others.
void HttpLoop::admit()
{
    while (m_runningInAll < m_settings.atOnce) {
        Host *next = nullptr;
        for (auto &[origin, host] : m_hosts) {
            const bool mayBegin = !host.waiting.empty() && host.running < m_settings.atOncePerHost;
            if (mayBegin && (next == nullptr || host.waiting.front() < next->waiting.front())) {
                next = &host;
            }
        }
        if (next == nullptr) {
            return;
        }
        const quint64 id = next->waiting.front();
        next->waiting.pop_front();
        begin(*m_transfers.at(id));
    }
}

void HttpLoop::begin(HttpTransfer &transfer)
{
    if (m_handles.empty()) {
        m_handles.push_back(curl_easy_init());
        Q_CHECK_PTR(m_handles.back());
    }
    CURL *handle = m_handles.back();
    m_handles.pop_back();
    ++m_hosts[transfer.origin()].running;
    ++m_runningInAll;
    if (const auto ready = transfer.lend(handle); !ready) {
        take(transfer.id(), ready.error());
        return;
    }
    curl_multi_add_handle(m_multi, transfer.easy());
}

void HttpLoop::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        void *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        ended(static_cast<HttpTransfer *>(transfer)->id(), message->data.result);
    }
}

void HttpLoop::ended(quint64 id, CURLcode code)
{
    HttpTransfer &transfer = *m_transfers.at(id);
    leave(transfer);
    if (transfer.ended(code) == HttpTransfer::Next::OtherAddress) {
        wait(transfer);
        return;
    }
    const auto finished = m_transfers.extract(id);
    finished.mapped()->finish(finished.mapped()->result());
}

/// Ends an exchange from outside, wherever it is.
void HttpLoop::take(quint64 id, Error error)
{
    const auto finished = m_transfers.extract(id);
    if (finished.empty()) {
        return;
    }
    HttpTransfer &transfer = *finished.mapped();
    if (transfer.running()) {
        leave(transfer);
    } else if (const auto host = m_hosts.find(transfer.origin()); host != m_hosts.end()) {
        std::erase(host->second.waiting, id);
        dropHost(transfer.origin());
    }
    transfer.finish(Failure(std::move(error)));
}

void HttpLoop::leave(HttpTransfer &transfer)
{
    curl_multi_remove_handle(m_multi, transfer.easy());
    m_handles.push_back(transfer.giveBack());
    --m_runningInAll;
    --m_hosts.at(transfer.origin()).running;
    dropHost(transfer.origin());
}

void HttpLoop::dropHost(const QString &origin)
{
    const auto host = m_hosts.find(origin);
    if (host->second.running == 0 && host->second.waiting.empty()) {
        m_hosts.erase(host);
    }
}

int HttpLoop::waitMs()
{
    const qint64 now = steadyMs();
    qint64 wait = 60'000;
    if (!m_timers.empty()) {
        wait = std::min(wait, m_timers.begin()->first - now);
    }
    if (!m_flow.held.empty()) {
        wait = std::min(wait, m_flow.limit.waitMs(now));
    }
    return int(std::max<qint64>(wait, 0));
}

} // namespace kinframe::transfer
