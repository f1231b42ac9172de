// SPDX-FileCopyrightText: 2026 The Kinframe developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_fixture.h"

#include "base/events.h"
#include "server/http/tls_certificate.h"
#include "support/patience.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace kinframe;
using namespace kinframe::http;
using namespace kinframe::http::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000;

Route events()
{
    Route route;
    route.method = "GET";
    route.pattern = "/api/events";
    route.isWebSocket = true;
    return route;
}

Route hello()
{
    return openRoute("GET", "/hello",
                     [](const Request &request) { return Reply::text(request.isTls() ? u"safe"_s : u"plain"_s); });
}

std::function<void(ServerOptions &)> withTls(const QTemporaryDir &folder)
{
    return [&folder](ServerOptions &options) {
        const auto certificate = tlsCertificate(folder.path());
        options.tlsCertificate = certificate->certificatePem;
        options.tlsKey = certificate->keyPem;
    };
}

struct Listener
{
    QWebSocket socket;
    QStringList messages;

    Listener(const QString &scheme, quint16 port, const QByteArray &key)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { messages.append(text); });
        QObject::connect(&socket, &QWebSocket::sslErrors, &socket, [this] { socket.ignoreSslErrors(); });
        QNetworkRequest request(QUrl(scheme + u"://127.0.0.1:%1/api/events"_s.arg(port)));
        request.setRawHeader("x-api-key", key);
        socket.open(request);
    }
    [[nodiscard]] bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }
};

} // namespace

class GateSecureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tlsServesEverything();
    void clientsLeaveTlsDownloads();
    void plainBytesOnATlsPortAreCut();
    void aBadCertificateIsSaid();
    void eventsReachWhoMaySeeThem_data();
    void eventsReachWhoMaySeeThem();
    void upgradesAreChecked_data();
    void upgradesAreChecked();
    void aSlowListenerIsDropped();
    void stoppingClosesListeners();
};

void GateSecureTest::tlsServesEverything()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    const QByteArray bytes = QByteArray("0123456789abcdef").repeated(1'000'000);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush());
    const QString path = file.fileName();
    Route upload = openRoute("PUT", "/upload", [](const Request &request) {
        return Reply::text(QString::number(request.upload()->digests().size));
    });
    upload.body = BodyKind::Raw;
    const Gate gate({hello(), upload,
                     openRoute("GET", "/file",
                               [path](const Request &) {
                                   FileBody body;
                                   body.path = path;
                                   return Reply::file(body);
                               })},
                    withTls(folder));
    RawClient client(gate.port(), RawClient::Tls::Yes);
    QCOMPARE(client.ask(get("/hello")).body, "safe");
    const Answer whole = client.ask(get("/file"));
    QCOMPARE(whole.body.size(), bytes.size());
    QVERIFY(whole.body == bytes);
    QCOMPARE(client.ask(get("/file", "Range: bytes=16-19\r\n")).body, "0123");
    QCOMPARE(client.ask(post("/upload", bytes).replace(0, 4, "PUT")).body, QByteArray::number(bytes.size()));
    QCOMPARE(client.ask(get("/hello", "Connection: close\r\n")).body, "safe");
    QVERIFY(client.isClosedByServer());
}

void GateSecureTest::clientsLeaveTlsDownloads()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(100'000'000));
    const QString path = file.fileName();
    Gate gate({hello(), openRoute("GET", "/file",
                                  [path](const Request &) {
                                      FileBody body;
                                      body.path = path;
                                      return Reply::file(body);
                                  })},
              withTls(folder));
    for (int time = 0; time < 10; ++time) {
        RawClient client(gate.port(), RawClient::Tls::Yes);
        client.socket().setReadBufferSize(10'000);
        client.send(get("/file"));
        QVERIFY(client.socket().waitForReadyRead(patience));
        client.reset();
    }
    QTRY_COMPARE(gate.server().connectionCount(), 0);
    RawClient client(gate.port(), RawClient::Tls::Yes);
    QCOMPARE(client.ask(get("/hello")).body, "safe");
}

void GateSecureTest::plainBytesOnATlsPortAreCut()
{
    QTemporaryDir folder;
    Gate gate({hello()}, [&](ServerOptions &options) {
        withTls(folder)(options);
        options.limits.head = 500ms;
    });
    RawClient plain = gate.client();
    QCOMPARE(plain.ask(get("/hello")).status, 0);
    QVERIFY(plain.isClosedByServer());
    RawClient silent = gate.client();
    QVERIFY(silent.isClosedByServer());
}

void GateSecureTest::aBadCertificateIsSaid()
{
    ServerOptions options;
    options.tlsCertificate = "nonsense";
    Server server(options);
    QCOMPARE(server.start().error().code, ErrorCode::FileDamaged);
}

void GateSecureTest::eventsReachWhoMaySeeThem_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("plain") << u"ws"_s;
    QTest::newRow("TLS") << u"wss"_s;
}

void GateSecureTest::eventsReachWhoMaySeeThem()
{
    QFETCH(QString, scheme);
    QTemporaryDir folder;
    EventBus bus;
    Gate gate({events()}, [&](ServerOptions &options) {
        options.events = &bus;
        if (scheme == u"wss"_s) {
            withTls(folder)(options);
        }
    });
    Listener user(scheme, gate.port(), "user-key");
    Listener admin(scheme, gate.port(), "admin-key");
    QTRY_VERIFY_WITH_TIMEOUT(user.isOpen() && admin.isOpen(), patience);
    const QUuid userId(u"00000000-0000-4000-8000-000000000002"_s);
    const QUuid thing(u"12345678-0000-4000-8000-000000000002"_s);
    bus.publish({u"asset.added"_s, thing, userId, QJsonObject{{u"rating"_s, 3}}});
    bus.publish({u"job.progress"_s, {}, {}, QJsonObject{{u"done"_s, 7}}});
    QTRY_COMPARE_WITH_TIMEOUT(user.messages.size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(admin.messages.size(), 1, patience);
    const QJsonObject added = QJsonDocument::fromJson(user.messages[0].toUtf8()).object();
    QCOMPARE(added, (QJsonObject{{u"type"_s, u"asset.added"_s},
                                 {u"id"_s, u"12345678-0000-4000-8000-000000000002"_s},
                                 {u"rating"_s, 3}}));
    QCOMPARE(admin.messages[0], user.messages[1]);
    user.socket.close();
    QTRY_COMPARE_WITH_TIMEOUT(gate.server().connectionCount(), 1, patience);
    bus.publish({u"job.progress"_s, {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(admin.messages.size(), 2, patience);
}

void GateSecureTest::upgradesAreChecked_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const QByteArray upgrade = "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    const QByteArray secret = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const QByteArray key = "x-api-key: user-key\r\n";
    const QByteArray cookie = "Cookie: kinframe_token=user-key\r\n";
    QTest::newRow("good") << upgrade + version + secret + key << 101;
    QTest::newRow("own origin") << upgrade + version + secret + cookie + "Origin: http://localhost\r\n" << 101;
    QTest::newRow("other origin") << upgrade + version + secret + cookie + "Origin: http://evil.test\r\n" << 403;
    QTest::newRow("nobody") << upgrade + version + secret << 401;
    QTest::newRow("no upgrade") << key << 426;
    QTest::newRow("old version") << upgrade + secret + key + "Sec-WebSocket-Version: 8\r\n" << 426;
    QTest::newRow("no key") << upgrade + version + key << 400;
    QTest::newRow("short key") << upgrade + version + key + "Sec-WebSocket-Key: YQ==\r\n" << 400;
}

void GateSecureTest::upgradesAreChecked()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    const Gate gate({events()});
    const Answer answer = gate.ask(get("/api/events", headers));
    QCOMPARE(answer.status, status);
    if (status == 101) {
        QCOMPARE(answer.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
}

void GateSecureTest::aSlowListenerIsDropped()
{
    EventBus bus;
    Gate gate({events()}, [&](ServerOptions &options) { options.events = &bus; });
    RawClient deaf = gate.client();
    deaf.send(get("/api/events", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nx-api-key: user-key\r\n"));
    QVERIFY(deaf.read(12).startsWith("HTTP/1.1 101"));
    deaf.socket().setReadBufferSize(1);
    Listener quick(u"ws"_s, gate.port(), "user-key");
    QTRY_VERIFY_WITH_TIMEOUT(quick.isOpen(), patience);
    // Until it is dropped; far less than this fills what the system holds for it.
    const QString text(100'000, u'x');
    int sent = 0;
    while (gate.server().connectionCount() > 1 && sent < 2000) {
        bus.publish({u"job.progress"_s, {}, {}, QJsonObject{{u"text"_s, text}}});
        ++sent;
        QTRY_COMPARE_WITH_TIMEOUT(quick.messages.size(), sent, patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(gate.server().connectionCount(), 1, patience);
    QVERIFY(quick.isOpen());
}

void GateSecureTest::stoppingClosesListeners()
{
    Gate gate({events()});
    Listener listener(u"ws"_s, gate.port(), "user-key");
    QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
    QSignalSpy closed(&listener.socket, &QWebSocket::disconnected);
    gate.server().stop();
    QVERIFY(closed.count() > 0 || closed.wait(patience));
    QCOMPARE(listener.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

QTEST_GUILESS_MAIN(GateSecureTest)
#include "tst_gate_secure.moc"
