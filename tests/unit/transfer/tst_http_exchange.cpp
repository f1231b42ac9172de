// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/client_fixture.h"
#include "support/patience.h"
#include "transfer/serial_thread.h"

#include <QTest>

#include <latch>
#include <semaphore>

using namespace kinframe;
using namespace kinframe::transfer;
using namespace kinframe::test;
using namespace Qt::StringLiterals;

/// What happens around an exchange: pausing, cancelling, closing, places, threads.
class TestHttpExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSlowReaderHoldsTheServer();
    void handlersCanRefuse();
    void cancelled();
    void cancelledWhilePaused();
    void stopToken();
    void stoppedBefore();
    void closedWhileRunning();
    void sixPerHost();
    void onlyWhereAPlaceIsFree();
    void aLimitHoldsOnlyWhatItIsFor();
    void lulls();
    void doneOnTheExecutor();
    void timers();

private:
    FaultServer m_server;
};

void TestHttpExchange::initTestCase()
{
    withoutProxies();
}

void TestHttpExchange::aSlowReaderHoldsTheServer()
{
    FaultServer server;
    Answer answer = withBody(testBytes(64 * 1024));
    answer.endless = true;
    server.serve("/fast", {answer});
    HttpClient client;
    std::binary_semaphore paused(0);
    std::promise<Result<HttpHead>> done;
    std::atomic<qint64> taken = 0;
    std::atomic<bool> open = false;
    HttpHandlers handlers;
    handlers.body = [&](QByteArrayView piece) -> Result<BodyFlow> {
        if (taken >= 1'000'000 && !open) {
            paused.release();
            return BodyFlow::Pause;
        }
        if (taken >= 3'000'000) {
            return fail(ErrorCode::TooLarge);
        }
        taken += piece.size();
        return BodyFlow::Taken;
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    const HttpExchange exchange = client.send(get(server.url("/fast")), handlers);
    paused.acquire();
    const qint64 before = taken;
    // Other exchanges go on meanwhile, and nothing more is given to the one that waits.
    m_server.serve("/page", {withBody("x")});
    QVERIFY(client.fetch(get(m_server.url("/page")), answerLimit).get());
    QCOMPARE(qint64(taken), before);
    open = true;
    exchange.resume();
    const auto result = done.get_future().get();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::TooLarge);
    QVERIFY(taken >= 3'000'000);
}

void TestHttpExchange::handlersCanRefuse()
{
    m_server.serve("/page", {withBody(testBytes(1000))});
    HttpClient client;
    std::promise<Result<HttpHead>> done;
    bool body = false;
    HttpHandlers handlers;
    handlers.head = [](const HttpHead &) -> Result<void> { return fail(ErrorCode::Unsupported); };
    handlers.body = [&](QByteArrayView) -> Result<BodyFlow> {
        body = true;
        return BodyFlow::Taken;
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    client.send(get(m_server.url("/page")), handlers);
    const auto result = done.get_future().get();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Unsupported);
    QVERIFY(!body);
}

void TestHttpExchange::cancelled()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.stallAfter = 500;
    m_server.serve("/stall", {answer});
    HttpClient client;
    std::binary_semaphore begun(0);
    std::promise<Result<HttpHead>> done;
    HttpHandlers handlers;
    handlers.head = [&](const HttpHead &) -> Result<void> {
        begun.release();
        return {};
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    const HttpExchange exchange = client.send(get(m_server.url("/stall")), handlers);
    begun.acquire();
    exchange.cancel();
    exchange.cancel();
    const auto result = done.get_future().get();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Canceled);
    exchange.resume();
}

void TestHttpExchange::cancelledWhilePaused()
{
    m_server.serve("/page", {withBody(testBytes(100'000))});
    HttpClient client;
    std::binary_semaphore paused(0);
    std::promise<Result<HttpHead>> done;
    HttpHandlers handlers;
    handlers.body = [&](QByteArrayView) -> Result<BodyFlow> {
        paused.release();
        return BodyFlow::Pause;
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    const HttpExchange exchange = client.send(get(m_server.url("/page")), handlers);
    paused.acquire();
    exchange.cancel();
    QCOMPARE(done.get_future().get().error().code, ErrorCode::Canceled);
}

void TestHttpExchange::stopToken()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.stallAfter = 500;
    m_server.serve("/stall", {answer});
    HttpClient client;
    std::stop_source stop;
    auto future = client.fetch(get(m_server.url("/stall")), answerLimit, stop.get_token());
    QTRY_COMPARE(m_server.requests("/stall"), 1);
    stop.request_stop();
    QCOMPARE(codeOf(future.get()), ErrorCode::Canceled);
}

void TestHttpExchange::stoppedBefore()
{
    m_server.serve("/page", {withBody("x")});
    HttpClient client;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(codeOf(client.fetch(get(m_server.url("/page")), answerLimit, stop.get_token()).get()),
             ErrorCode::Canceled);
}

void TestHttpExchange::closedWhileRunning()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.stallAfter = 500;
    m_server.serve("/stall", {answer});
    std::vector<std::future<Result<HttpAnswer>>> futures;
    HttpExchange exchange;
    {
        HttpClient client;
        for (int i = 0; i < 20; ++i) {
            futures.push_back(client.fetch(get(m_server.url("/stall")), answerLimit));
        }
        exchange = client.send(get(m_server.url("/stall")), {});
        QTRY_VERIFY(m_server.requests("/stall") >= 6);
    }
    for (auto &future : futures) {
        QCOMPARE(codeOf(future.get()), ErrorCode::ShuttingDown);
    }
    exchange.cancel();
}

void TestHttpExchange::sixPerHost()
{
    FaultServer server;
    Answer answer = withBody(testBytes(2000));
    answer.dripBytes = 200;
    server.serve("/drip", {answer});
    FaultServer other;
    other.serve("/quick", {withBody("x")});
    HttpClient client;
    std::vector<std::future<Result<HttpAnswer>>> futures;
    for (int i = 0; i < 40; ++i) {
        futures.push_back(client.fetch(get(server.url("/drip")), answerLimit));
    }
    // Those who wait for one host do not stand in the way of another.
    QVERIFY(client.fetch(get(other.url("/quick")), answerLimit).get());
    QVERIFY(server.requests("/drip") < 40);
    for (auto &future : futures) {
        QVERIFY(future.get());
    }
    QCOMPARE(server.requests("/drip"), 40);
    QCOMPARE(server.mostAtOnce(), 6);
}

void TestHttpExchange::onlyWhereAPlaceIsFree()
{
    Answer answer = withBody(QByteArray(1000, 'x'));
    answer.stallAfter = 500;
    m_server.serve("/stall", {answer});
    m_server.serve("/page", {withBody("x")});
    HttpClient client({2, 24, {}});
    HttpRequest extra = get(m_server.url("/page"));
    extra.onlyIfFree = true;
    QVERIFY(client.fetch(extra, answerLimit).get());
    const int before = m_server.requests("/stall");
    std::stop_source stop;
    std::vector<std::future<Result<HttpAnswer>>> running;
    for (int i = 0; i < 2; ++i) {
        running.push_back(client.fetch(get(m_server.url("/stall")), answerLimit, stop.get_token()));
    }
    QTRY_COMPARE(m_server.requests("/stall"), before + 2);
    QCOMPARE(codeOf(client.fetch(extra, answerLimit).get()), ErrorCode::TooMany);
    stop.request_stop();
    for (auto &each : running) {
        QCOMPARE(codeOf(each.get()), ErrorCode::Canceled);
    }
    QVERIFY(client.fetch(extra, answerLimit).get());
}

void TestHttpExchange::aLimitHoldsOnlyWhatItIsFor()
{
    m_server.serve("/large", {withBody(testBytes(3'000'000))});
    m_server.serve("/page", {withBody(testBytes(500'000))});
    HttpClient client;
    client.setDownloadLimit(1);
    HttpRequest limited = get(m_server.url("/large"));
    limited.limited = true;
    std::atomic<qint64> taken = 0;
    std::binary_semaphore begun(0);
    std::promise<Result<HttpHead>> done;
    HttpHandlers handlers;
    handlers.body = [&](QByteArrayView piece) -> Result<BodyFlow> {
        if (taken == 0) {
            begun.release();
        }
        taken += piece.size();
        return BodyFlow::Taken;
    };
    handlers.done = [&](const Result<HttpHead> &result) { done.set_value(result); };
    const HttpExchange exchange = client.send(limited, handlers);
    begun.acquire();
    exchange.resume();
    // The second piece would come in hours; what is not limited comes meanwhile.
    QVERIFY(client.fetch(get(m_server.url("/page")), answerLimit).get());
    QVERIFY(taken < 200'000);
    client.setDownloadLimit(0);
    QVERIFY(done.get_future().get());
    QCOMPARE(qint64(taken), 3'000'000);
}

void TestHttpExchange::lulls()
{
    Answer answer = withBody(testBytes(500'000));
    answer.stallAfter = 300'000;
    m_server.serve("/pause", {answer});
    HttpClient client;
    qint64 taken = 0;
    std::promise<void> lull;
    HttpHandlers handlers;
    handlers.body = [&](QByteArrayView piece) -> Result<BodyFlow> {
        taken += piece.size();
        return BodyFlow::Taken;
    };
    handlers.lull = [&] {
        if (taken == 300'000) {
            lull.set_value();
        }
    };
    const HttpExchange exchange = client.send(get(m_server.url("/pause")), handlers);
    // All that came is told of, also when nothing more does.
    lull.get_future().wait();
    exchange.cancel();
}

void TestHttpExchange::doneOnTheExecutor()
{
    m_server.serve("/page", {withBody("x")});
    SerialThread thread;
    std::promise<std::thread::id> threadId;
    thread.post([&] { threadId.set_value(std::this_thread::get_id()); });
    std::promise<std::thread::id> done;
    {
        HttpClient client;
        HttpHandlers handlers;
        handlers.executor = [&thread](std::function<void()> task) { thread.post(std::move(task)); };
        handlers.done = [&](const Result<HttpHead> &) { done.set_value(std::this_thread::get_id()); };
        client.send(get(m_server.url("/page")), handlers);
        QCOMPARE(done.get_future().get(), threadId.get_future().get());
    }
}

void TestHttpExchange::timers()
{
    HttpClient client;
    std::latch both(2);
    std::vector<int> order;
    client.after(std::chrono::milliseconds(40), [&] {
        order.push_back(2);
        both.count_down();
    });
    const auto never = client.after(std::chrono::milliseconds(20), [&] { order.push_back(9); });
    client.cancelTimer(never);
    client.after(std::chrono::milliseconds(10), [&] {
        order.push_back(1);
        both.count_down();
    });
    both.wait();
    QCOMPARE(order, (std::vector{1, 2}));
}

QTEST_GUILESS_MAIN(TestHttpExchange)
#include "tst_http_exchange.moc"
