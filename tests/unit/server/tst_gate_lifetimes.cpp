// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include "server/http/connection_counts.h"
#include "support/patience.h"

#include <QTest>

#include <atomic>
#include <csignal>
#include <future>
#include <semaphore>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A handler that waits until the test lets it go.
struct Held
{
    std::counting_semaphore<1000> entered{0};
    std::counting_semaphore<1000> release{0};
    std::atomic_bool stopSeen = false;

    Route route(const QByteArray &path = "/held")
    {
        Route held = openRoute("GET", path, [this](const Request &request) {
            entered.release();
            // Not for ever: a test that fails must still end.
            std::ignore = release.try_acquire_for(20s);
            stopSeen = request.stopToken().stop_requested();
            return Reply::text(u"held"_s);
        });
        held.place = Place::Pool;
        return held;
    }
};

Route hello()
{
    return openRoute("GET", "/hello", [](const Request &) { return Reply::text(u"hello"_s); });
}

} // namespace

class GateLifetimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientLeavesDuringItsHandler();
    void aClientLeavesDuringADownload();
    void aClientLeavesDuringAStream();
    void aSlowHeadIsGivenUp();
    void anIdleConnectionIsClosed();
    void aStalledBodyIsGivenUp();
    void aClientThatDoesNotReadIsCut();
    void aSlowHandlerIsNotCut();
    void aFullPoolSaysSo();
    void connectionsAreCapped();
    void connectionsPerAddressAreNotCappedForThisComputer();
    void stoppingFinishesWhatRuns();
    void stoppingTellsHandlersThatRunTooLong();
    void aPortInUseIsSaid();
    void anAddressThatIsNotOursIsSaid();
    void routesThatCannotBeAreSaid();
};

void GateLifetimesTest::aClientLeavesDuringItsHandler()
{
    Held held;
    const Gate gate({held.route(), hello()});
    for (int time = 0; time < 5; ++time) {
        RawClient client = gate.client();
        client.send(get("/held"));
        held.entered.acquire();
        client.reset();
        // The server has seen it once it answers somebody who came later on the same thread; ask on all of them.
        std::vector<std::unique_ptr<RawClient>> others;
        for (int other = 0; other < 8; ++other) {
            QCOMPARE(gate.ask(get("/hello")).body, "hello");
        }
        held.release.release();
    }
    QTRY_VERIFY(held.stopSeen);
    QCOMPARE(gate.ask(get("/hello")).status, 200);
}

void GateLifetimesTest::aClientLeavesDuringADownload()
{
#ifdef SIGPIPE
    // As in a fresh process: the test's own sockets have had Qt ignore it.
    std::signal(SIGPIPE, SIG_DFL);
#endif
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(200'000'000));
    const auto lease = std::make_shared<int>(0);
    const QString path = file.fileName();
    Gate gate({openRoute("GET", "/file",
                         [&lease, path](const Request &) {
                             FileBody body;
                             body.path = path;
                             body.keepAlive = lease;
                             return Reply::file(body);
                         }),
               hello()});
    for (int time = 0; time < 20; ++time) {
        RawClient client = gate.client();
        client.socket().setReadBufferSize(10'000);
        client.send(get("/file"));
        QVERIFY(client.socket().waitForReadyRead(tests::patienceMs));
        client.reset();
    }
    QTRY_COMPARE(lease.use_count(), 1L);
    QTRY_COMPARE(gate.server().connectionCount(), 0);
    QCOMPARE(gate.ask(get("/hello")).status, 200);
}

void GateLifetimesTest::aClientLeavesDuringAStream()
{
    const auto lease = std::make_shared<int>(0);
    Route endless = openRoute("GET", "/endless", [&lease](const Request &) {
        return Reply::stream([kept = lease]() -> Result<QByteArray> { return QByteArray(50'000, 'x'); }, "text/plain");
    });
    for (const Place place : {Place::Inline, Place::Pool}) {
        endless.place = place;
        Gate gate({endless});
        for (int time = 0; time < 10; ++time) {
            RawClient client = gate.client();
            client.socket().setReadBufferSize(10'000);
            client.send(get("/endless"));
            QVERIFY(client.socket().waitForReadyRead(tests::patienceMs));
            client.reset();
        }
        QTRY_COMPARE(gate.server().connectionCount(), 0);
        QTRY_COMPARE(lease.use_count(), 1L);
    }
}

void GateLifetimesTest::aSlowHeadIsGivenUp()
{
    const Gate gate({hello()}, [](ServerOptions &options) { options.limits.head = 300ms; });
    RawClient silent = gate.client();
    QVERIFY(silent.isClosedByServer());
    RawClient slow = gate.client();
    slow.send("GET /hello HTTP/1.1\r\nHo");
    QCOMPARE(slow.receive().status, 408);
    QVERIFY(slow.isClosedByServer());
    // Bytes that trickle in do not move the deadline.
    RawClient trickling = gate.client();
    trickling.send("GET /hello HTTP/1.1\r\n");
    for (int byte = 0; byte < 10'000 && trickling.socket().bytesAvailable() == 0; ++byte) {
        trickling.socket().write("X");
        trickling.socket().waitForReadyRead(5);
    }
    QCOMPARE(trickling.receive().status, 408);
}

void GateLifetimesTest::anIdleConnectionIsClosed()
{
    const Gate gate({hello()}, [](ServerOptions &options) { options.limits.idle = 300ms; });
    RawClient client = gate.client();
    QCOMPARE(client.ask(get("/hello")).status, 200);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.read(1), "");
}

void GateLifetimesTest::aStalledBodyIsGivenUp()
{
    Route sink = openRoute("POST", "/sink", [](const Request &) { return Reply(204); });
    sink.body = BodyKind::Multipart;
    const Gate gate({sink}, [](ServerOptions &options) { options.limits.bodyStall = 300ms; });
    RawClient client = gate.client();
    client.send("POST /sink HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
                "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data; "
                "name=\"f\"; filename=\"g\"\r\n\r\nabc");
    QCOMPARE(client.receive().status, 408);
    QTRY_COMPARE(gate.spooled(), QStringList());
}

void GateLifetimesTest::aClientThatDoesNotReadIsCut()
{
    const QByteArray bytes(50'000'000, 'x');
    Gate gate({openRoute("GET", "/bytes", [bytes](const Request &) { return Reply::bytes(bytes, "a/b"); })},
              [](ServerOptions &options) { options.limits.writeStall = 300ms; });
    RawClient client = gate.client();
    client.socket().setReadBufferSize(1);
    client.send(get("/bytes"));
    QTRY_COMPARE(gate.server().connectionCount(), 0);
}

void GateLifetimesTest::aSlowHandlerIsNotCut()
{
    Held held;
    const Gate gate({held.route(), hello()}, [](ServerOptions &options) {
        options.limits.head = options.limits.idle = options.limits.bodyStall = options.limits.writeStall = 100ms;
    });
    RawClient client = gate.client();
    client.send(get("/held"));
    held.entered.acquire();
    // Two others are given up meanwhile, so several times the limit has passed.
    for (int time = 0; time < 3; ++time) {
        RawClient idle = gate.client();
        QVERIFY(idle.isClosedByServer());
    }
    held.release.release();
    QCOMPARE(client.receive().body, "held");
}

void GateLifetimesTest::aFullPoolSaysSo()
{
    Held held;
    const Gate gate({held.route(), hello()}, [](ServerOptions &options) {
        options.limits.poolThreads = 1;
        options.limits.poolQueue = 1;
    });
    RawClient running = gate.client();
    running.send(get("/held"));
    held.entered.acquire();
    // One of these two waits in the queue, the other finds it full.
    RawClient first = gate.client();
    RawClient second = gate.client();
    first.send(get("/held"));
    second.send(get("/held"));
    QTRY_VERIFY(first.socket().bytesAvailable() > 0 || second.socket().bytesAvailable() > 0);
    RawClient &refused = first.socket().bytesAvailable() > 0 ? first : second;
    RawClient &waiting = &refused == &first ? second : first;
    const Answer busy = refused.receive();
    QCOMPARE(busy.status, 503);
    QCOMPARE(busy.header("retry-after"), "1");
    // The network threads are not held up.
    QCOMPARE(refused.ask(get("/hello")).status, 200);
    held.release.release(2);
    QCOMPARE(running.receive().body, "held");
    QCOMPARE(waiting.receive().body, "held");
}

void GateLifetimesTest::connectionsAreCapped()
{
    Gate gate({hello()}, [](ServerOptions &options) { options.limits.connections = 3; });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int index = 0; index < 3; ++index) {
        clients.push_back(std::make_unique<RawClient>(gate.port()));
        QCOMPARE(clients.back()->ask(get("/hello")).status, 200);
    }
    RawClient refused = gate.client();
    QCOMPARE(refused.receive().status, 503);
    QVERIFY(refused.isClosedByServer());
    clients.pop_back();
    QTRY_COMPARE(gate.server().connectionCount(), 2);
    QCOMPARE(gate.ask(get("/hello")).status, 200);
}

void GateLifetimesTest::connectionsPerAddressAreNotCappedForThisComputer()
{
    const Gate gate({hello()}, [](ServerOptions &options) { options.limits.connectionsPerAddress = 1; });
    RawClient first = gate.client();
    QCOMPARE(first.ask(get("/hello")).status, 200);
    QCOMPARE(gate.ask(get("/hello")).status, 200);

    auto counts = std::make_shared<ConnectionCounts>(10, 2);
    Peer peer;
    peer.address = QHostAddress(u"192.168.1.7"_s);
    const auto one = counts->tryEnter(peer);
    auto two = counts->tryEnter(peer);
    QVERIFY(one && two);
    QVERIFY(!counts->tryEnter(peer));
    two.reset();
    QVERIFY(counts->tryEnter(peer));
}

void GateLifetimesTest::stoppingFinishesWhatRuns()
{
    Held held;
    Gate gate({held.route(), hello()});
    RawClient idle = gate.client();
    QCOMPARE(idle.ask(get("/hello")).status, 200);
    RawClient busy = gate.client();
    busy.send(get("/held"));
    held.entered.acquire();
    auto stopped = std::async(std::launch::async, [&] { gate.server().stop(); });
    QVERIFY(idle.isClosedByServer());
    held.release.release();
    const Answer answer = busy.receive();
    QCOMPARE(answer.body, "held");
    QCOMPARE(answer.header("connection"), "close");
    stopped.wait();
    QVERIFY(!held.stopSeen);
}

void GateLifetimesTest::stoppingTellsHandlersThatRunTooLong()
{
    std::counting_semaphore<10> entered{0};
    Route waits = openRoute("GET", "/waits", [&](const Request &request) {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::unique_lock lock(mutex);
        entered.release();
        changed.wait(lock, request.stopToken(), [] { return false; });
        return Reply(204);
    });
    waits.place = Place::Pool;
    Gate gate({waits}, [](ServerOptions &options) { options.limits.stop = 100ms; });
    RawClient client = gate.client();
    client.send(get("/waits"));
    entered.acquire();
    gate.server().stop();
    QVERIFY(client.isClosedByServer());
}

void GateLifetimesTest::aPortInUseIsSaid()
{
    const Gate gate({hello()});
    ServerOptions options;
    options.port = gate.port();
    options.routes = {hello()};
    Server second(options);
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::PortInUse);
    QCOMPARE(started.error().fact(u"port"_s), QString::number(gate.port()));
}

void GateLifetimesTest::anAddressThatIsNotOursIsSaid()
{
    for (const QString &host : {u"192.0.2.1"_s, u"no address"_s}) {
        ServerOptions options;
        options.host = host;
        Server server(options);
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::AddressUnavailable);
    }
}

void GateLifetimesTest::routesThatCannotBeAreSaid()
{
    const auto codeFor = [](std::vector<Route> routes) {
        ServerOptions options;
        options.routes = std::move(routes);
        return Server(options).start().error().code;
    };
    QCOMPARE(codeFor({hello(), hello()}), ErrorCode::Conflict);
    QCOMPARE(codeFor({openRoute("GET", "hello", hello().handler)}), ErrorCode::InvalidArgument);
    QCOMPARE(codeFor({openRoute("GET", "/hello", {})}), ErrorCode::MissingField);
}

QTEST_GUILESS_MAIN(GateLifetimesTest)
#include "tst_gate_lifetimes.moc"
